import type { ListRow, ShownChannel } from './lists.js';

/** The part of an agent's name, a contact or a channel that is an extension: `8001@default`, `user/8001@pbx` → `8001`. */
const bare = (name: string): string => name.split('@')[0] ?? name;

/** `[leg_timeout=12]user/8001@pbx`, `sofia/internal/sip:8001@10.0.0.7:5060`, `sofia/gateway/pbx2/8001` → `8001`. */
function extensionOfContact(contact: string): string | null {
  const address = contact.replace(/^(?:\[[^\]]*\]|\{[^}]*\}|<[^>]*>)+/, '');
  const last = address.split('/').at(-1) ?? '';
  const found = bare(last.replace(/^sips?:/, ''));
  return /^[\w.+-]{1,40}$/.test(found) ? found : null;
}

/** How a telephone is dialled, and named on our page: `user/8001@pbx`, or by its extension in the default domain. */
function addressOf(contact: string, extension: string): string {
  const user = /(?:^|[\]}>])(user\/[\w.+-]+(?:@[\w.-]+)?)/.exec(contact)?.[1];
  return user ?? `user/${extension}`;
}

/** An agent of mod_callcenter, and his telephone. */
export interface EslAgent {
  readonly name: string;
  readonly extension: string;
  readonly address: string;
  readonly status: string;
  readonly state: string;
}

export function agentOf(row: ListRow): EslAgent | null {
  const name = row.get('name') ?? '';
  const contact = row.get('contact') ?? '';
  if (name === '') return null;
  const extension = extensionOfContact(contact) ?? bare(name);
  return {
    name,
    extension,
    address: addressOf(contact, extension),
    status: row.get('status') ?? '',
    state: row.get('state') ?? '',
  };
}

/** What a telephone does by its channel, in the words of Asterisk's device states, which presence knows. */
export const DEVICE_OF_CALL_STATE: Readonly<Record<string, string>> = {
  DOWN: 'RINGING',
  DIALING: 'RINGING',
  RINGING: 'RINGING',
  EARLY: 'RINGING',
  ACTIVE: 'INUSE',
  HELD: 'ONHOLD',
};

/** Whose telephone a channel is on: the user of its name (`sofia/internal/8001@…`) or of its presence. */
export function extensionOfChannel({ name, presenceId }: Pick<ShownChannel, 'name' | 'presenceId'>): string {
  if (presenceId !== '') return bare(presenceId);
  return bare((name.split('/').at(-1) ?? '').replace(/^sips?:/, ''));
}

/** Which telephone each agent has. A name says it where nothing else does; only what differs need be known. */
export class AgentTelephones {
  readonly #agents = new Map<string, string>();

  /** Names the agent and, where it is known, his telephone. */
  learn(agent: string, contact: string | null): void {
    const extension = contact === null ? null : extensionOfContact(contact);
    if (extension !== null || !this.#agents.has(agent)) this.#agents.set(agent, extension ?? bare(agent));
  }

  extensionOf(agent: string | null): string | null {
    return agent === null ? null : (this.#agents.get(agent) ?? bare(agent));
  }

  /** @returns the agent whose telephone it is; null for a telephone of nobody's, such as a caller's */
  agentAt(extension: string | null): string | null {
    for (const [agent, own] of this.#agents) if (own === extension) return agent;
    return null;
  }

  /** To go on from in another process. */
  standing(): Record<string, string> {
    return Object.fromEntries(this.#agents);
  }

  resume(known: Readonly<Record<string, string>>): void {
    for (const [agent, extension] of Object.entries(known)) this.#agents.set(agent, extension);
  }
}
