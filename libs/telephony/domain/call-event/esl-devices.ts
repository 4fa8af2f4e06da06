import { type EslEvent } from '../esl/parser.js';
import { type ShownChannel } from '../esl/lists.js';
import { type AgentTelephones, DEVICE_OF_CALL_STATE, extensionOfChannel } from '../esl/telephones.js';
import { type Said } from './call-event.js';
import { channelExtension, header } from './esl-fields.js';

const STATE_AFTER: Readonly<Record<string, string>> = {
  CHANNEL_CREATE: 'RINGING',
  CHANNEL_ANSWER: 'INUSE',
  CHANNEL_HOLD: 'ONHOLD',
  CHANNEL_UNHOLD: 'INUSE',
};
/** A telephone with several channels does what the busiest of them does. */
const RANK = ['RINGING', 'INUSE', 'ONHOLD'];
const FREE = 'NOT_INUSE';

/**
 * What agents' telephones do. mod_callcenter knows of its own calls only, so it is told from the channels: an agent who dials
 * out, or is rung by a colleague, is on the telephone as well.
 */
export class EslDevices {
  readonly #channels = new Map<string, Map<string, string>>();

  constructor(private readonly telephones: AgentTelephones) {}

  hear(event: EslEvent): Said[] {
    const name = header(event, 'Event-Name') ?? '';
    const uuid = header(event, 'Unique-ID');
    const over = name === 'CHANNEL_HANGUP_COMPLETE' || name === 'HOTLINE_GONE';
    const state = STATE_AFTER[name];
    if (uuid === null || (!over && !state)) return this.#agentState(event);
    const extension = over ? this.#holderOf(uuid) : channelExtension(event);
    const agent = this.telephones.agentAt(extension);
    if (extension === null || agent === null) return [];
    const own = this.#channels.get(extension) ?? new Map<string, string>();
    if (over || !state) own.delete(uuid);
    else own.set(uuid, state);
    this.#channels.set(extension, own);
    return [this.#said(agent, extension)];
  }

  /** A whole list of channels: what no event told is known by it. */
  list(channels: readonly ShownChannel[]): void {
    this.#channels.clear();
    for (const channel of channels) {
      const extension = extensionOfChannel(channel);
      const state = DEVICE_OF_CALL_STATE[channel.callState];
      if (!state || this.telephones.agentAt(extension) === null) continue;
      const own = this.#channels.get(extension) ?? new Map<string, string>();
      this.#channels.set(extension, own.set(channel.uuid, state));
    }
  }

  #agentState(event: EslEvent): Said[] {
    if (header(event, 'CC-Action') !== 'agent-state-change') return [];
    const agent = header(event, 'CC-Agent');
    const extension = this.telephones.extensionOf(agent);
    if (agent === null || extension === null) return [];
    // His telephone may not even ring: it is not registered, or the caller is gone already.
    const offered = header(event, 'CC-Agent-State') === 'Receiving';
    return [this.#said(agent, extension, offered ? 'RINGING' : FREE)];
  }

  #said(agent: string, agentExt: string, otherwise = FREE): Said {
    const states = [...(this.#channels.get(agentExt)?.values() ?? [])];
    const rawReason = RANK.findLast((state) => states.includes(state)) ?? otherwise;
    return { type: 'device_changed', agent, agentExt, rawReason };
  }

  #holderOf(uuid: string): string | null {
    for (const [extension, channels] of this.#channels) if (channels.has(uuid)) return extension;
    return null;
  }
}
