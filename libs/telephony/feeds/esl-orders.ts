import type { ActionFields } from '../domain/ami/action.js';
import type { AmiMessage } from '../domain/ami/message.js';
import { commandsOf, type EslFloor, NEEDS_CHANNELS } from '../domain/esl/orders.js';
import { readAnswer, type ShownChannel } from '../domain/esl/lists.js';
import { DEVICE_OF_CALL_STATE, type EslAgent, extensionOfChannel } from '../domain/esl/telephones.js';
import type { AmiAnswer } from './ami-connection.js';
import type { EslConnection } from './esl-connection.js';
import type { SeenAgents } from './seen-agents.js';

const DONE: AmiAnswer = { response: null, events: [] };
/** Numbers of Asterisk's device states. */
const NUMBERS: Readonly<Record<string, string>> = { RINGING: '6', INUSE: '2', ONHOLD: '8' };
const FREE = '1';

/**
 * Gives the orders of the rooms above to a FreeSWITCH, and answers as an Asterisk would. A break has no reason there: the one
 * it was given with is kept here, so that the minute's look does not find a difference.
 */
export class EslOrders {
  private readonly reasons = new Map<string, string>();

  constructor(
    private readonly connection: () => EslConnection,
    private readonly agents: SeenAgents,
  ) {}

  async ask(action: string, fields: ActionFields): Promise<AmiAnswer> {
    const connection = this.connection();
    const channels = NEEDS_CHANNELS.has(action) ? await channelsOf(connection) : [];
    if (action === 'QueueStatus') return this.members(connection, channels);
    const floor: EslFloor = {
      channels,
      agentAt: (address) => this.agents.at(address)?.name ?? null,
      queuesOf: (agent) => this.agents.queuesOf(agent),
    };
    for (const command of commandsOf(action, fields, floor))
      await ('api' in command ? connection.api(command.api) : connection.job(command.job));
    this.noteReason(fields);
    return DONE;
  }

  private noteReason({ Interface: address, Reason: reason }: ActionFields): void {
    const agent = this.agents.at(String(address ?? ''));
    if (agent && typeof reason === 'string') this.reasons.set(agent.name, reason);
  }

  /** Who is on which queue, as `QueueStatus` lists it; who is logged out is on none. */
  private async members(connection: EslConnection, channels: readonly ShownChannel[]): Promise<AmiAnswer> {
    await connection.api('callcenter_config agent list');
    await connection.api('callcenter_config tier list');
    const events = this.agents.all
      .filter(({ status }) => status !== 'Logged Out' && status !== '')
      .flatMap((agent) =>
        this.agents.queuesOf(agent.name).map((queue) => this.member(agent, queue, channels)),
      );
    return { response: null, events };
  }

  private member(agent: EslAgent, queue: string, channels: readonly ShownChannel[]): AmiMessage {
    const paused = agent.status === 'On Break';
    const fields = {
      Event: 'QueueMember',
      Queue: queue,
      Name: agent.name,
      Location: agent.address,
      Paused: paused ? '1' : '0',
      PausedReason: paused ? (this.reasons.get(agent.name) ?? '') : '',
      Status: deviceOf(agent, channels),
    };
    return { kind: 'event', fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])) };
  }
}

async function channelsOf(connection: EslConnection): Promise<readonly ShownChannel[]> {
  const answer = readAnswer(await connection.api('show channels as json'));
  return answer.kind === 'channels' ? answer.channels : [];
}

function deviceOf({ extension }: EslAgent, channels: readonly ShownChannel[]): string {
  const own = channels.filter((channel) => extensionOfChannel(channel) === extension);
  const states = own.map(({ callState }) => NUMBERS[DEVICE_OF_CALL_STATE[callState] ?? '']);
  return states.find((state) => state !== undefined) ?? FREE;
}
