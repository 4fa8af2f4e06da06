/** Headers of one recorded event, decoded. */
export type Headers = ReadonlyMap<string, string>;

interface Channel {
  readonly uuid: string;
  readonly direction: string;
  readonly name: string;
  readonly context: string;
  readonly dest: string;
  readonly cidNumber: string;
  callState: string;
  callUuid: string;
}

interface Caller {
  readonly queue: string;
  readonly uuid: string;
  readonly session: string;
  readonly number: string;
  readonly joined: number;
  bridged: number;
  agent: string;
}

interface Agent {
  contact: string;
  status: string;
  state: string;
}

const CALL_STATES: Readonly<Record<string, string>> = {
  CHANNEL_ANSWER: 'ACTIVE',
  CHANNEL_HOLD: 'HELD',
  CHANNEL_UNHOLD: 'ACTIVE',
};

/**
 * What a FreeSWITCH would list at a moment of a recording: its channels, callers and agents, as the events up to there left
 * them. Knows nothing of what anybody makes of them.
 */
export class RecordedFloor {
  readonly queues = new Set<string>();
  private readonly channels = new Map<string, Channel>();
  private readonly callers = new Map<string, Caller>();
  private readonly agents = new Map<string, Agent>();

  hear(event: Headers): void {
    const said = (name: string): string => event.get(name) ?? '';
    const name = said('Event-Name');
    if (name === 'CUSTOM') return this.queueEvent(said);
    const uuid = said('Unique-ID');
    if (name === 'CHANNEL_HANGUP_COMPLETE') this.channels.delete(uuid);
    if (name === 'CHANNEL_CREATE') this.channels.set(uuid, channelOf(uuid, said));
    const channel = this.channels.get(uuid);
    if (!channel) return;
    channel.callState = CALL_STATES[name] ?? channel.callState;
    channel.callUuid = said('Channel-Call-UUID') || channel.callUuid;
  }

  /** As after a restart: agents stay in its database, calls do not. */
  forget(): void {
    this.channels.clear();
    this.callers.clear();
  }

  hasAgent(name: string): boolean {
    return this.agents.has(name);
  }

  setStatus(name: string, status: string): void {
    const agent = this.agents.get(name);
    if (agent) agent.status = status;
  }

  /** `show channels as json` */
  channelsJson(): string {
    const rows = [...this.channels.values()].map((one) => ({
      uuid: one.uuid,
      direction: one.direction,
      name: one.name,
      state: 'CS_EXECUTE',
      cid_num: one.cidNumber,
      dest: one.dest,
      application: '',
      context: one.context,
      presence_id: '',
      callstate: one.callState,
      call_uuid: one.callUuid,
    }));
    return JSON.stringify({ row_count: rows.length, ...(rows.length > 0 && { rows }) });
  }

  queueList(): string {
    return table(
      'name|strategy|moh_sound',
      [...this.queues].map((queue) => `${queue}|longest-idle-agent|`),
    );
  }

  agentList(): string {
    const rows = [...this.agents].map(
      ([name, { contact, status, state }]) =>
        `${name}|single_box||callback|${contact}|${status}|${state}|0|0|0|0|0|0|0|0|0|0|0|0|0|0`,
    );
    return table(AGENT_COLUMNS, rows);
  }

  tierList(): string {
    const pairs = [...this.queues].flatMap((queue) => [...this.agents.keys()].map((agent) => [queue, agent]));
    return table(
      'queue|agent|state|level|position',
      pairs.map(([queue, agent]) => `${queue}|${agent}|Ready|1|1`),
    );
  }

  memberList(queue: string): string {
    const own = [...this.callers.values()].filter((caller) => caller.queue === queue);
    const rows = own.map(({ uuid, session, number, joined, bridged, agent }) => {
      const state = bridged > 0 ? 'Answered' : 'Waiting';
      return `${queue}|single_box|${uuid}|${session}|${number}|a name | with a bar|0|${joined}|0|${bridged}|0|0|0|${agent}|single_box|${state}|0`;
    });
    return table(MEMBER_COLUMNS, rows);
  }

  private queueEvent(said: (name: string) => string): void {
    const seconds = Math.floor(Number(said('Event-Date-Timestamp')) / 1_000_000);
    const member = said('CC-Member-UUID');
    const agent = said('CC-Agent');
    if (said('CC-Queue')) this.queues.add(said('CC-Queue'));
    if (agent && !this.agents.has(agent))
      this.agents.set(agent, { contact: '', status: 'Logged Out', state: 'Waiting' });
    switch (said('CC-Action')) {
      case 'member-queue-start':
        this.callers.set(member, callerOf(said, seconds));
        break;
      case 'bridge-agent-start':
        Object.assign(this.callers.get(member) ?? {}, { bridged: seconds, agent });
        break;
      case 'member-queue-end':
        this.callers.delete(member);
        break;
      case 'agent-contact-change':
        Object.assign(this.agents.get(agent) ?? {}, { contact: said('CC-Agent-Contact') });
        break;
      case 'agent-status-change':
        Object.assign(this.agents.get(agent) ?? {}, { status: said('CC-Agent-Status') });
        break;
      case 'agent-state-change':
        Object.assign(this.agents.get(agent) ?? {}, { state: said('CC-Agent-State') });
        break;
    }
  }
}

/** Columns of 1.10. */
const AGENT_COLUMNS =
  'name|instance_id|uuid|type|contact|status|state|max_no_answer|wrap_up_time|reject_delay_time|busy_delay_time|no_answer_delay_time|last_bridge_start|last_bridge_end|last_offered_call|last_status_change|no_answer_count|calls_answered|talk_time|ready_time|external_calls_count';
const MEMBER_COLUMNS =
  'queue|instance_id|uuid|session_uuid|cid_number|cid_name|system_epoch|joined_epoch|rejoined_epoch|bridge_epoch|abandoned_epoch|base_score|skill_score|serving_agent|serving_system|state|score';

/** An empty table has no head either. */
const table = (columns: string, rows: readonly string[]): string =>
  [...(rows.length > 0 ? [columns, ...rows] : []), '+OK', ''].join('\n');

const channelOf = (uuid: string, said: (name: string) => string): Channel => ({
  uuid,
  direction: said('Call-Direction'),
  name: said('Channel-Name'),
  context: said('Caller-Context'),
  dest: said('Caller-Destination-Number'),
  cidNumber: said('Caller-Caller-ID-Number'),
  callState: 'RINGING',
  callUuid: uuid,
});

const callerOf = (said: (name: string) => string, joined: number): Caller => ({
  queue: said('CC-Queue'),
  uuid: said('CC-Member-UUID'),
  session: said('CC-Member-Session-UUID'),
  number: said('CC-Member-CID-Number'),
  joined,
  bridged: 0,
  agent: '',
});
