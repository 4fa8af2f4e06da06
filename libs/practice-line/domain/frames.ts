/** One AMI event before it becomes bytes: its name, its moment (ms since 1970, fractions are microseconds), its lines. */
export interface Frame {
  readonly event: string;
  readonly at: number;
  readonly fields: readonly Field[];
}
export type Field = readonly [name: string, value: string | number];

/** A leg of a call, in the words of Asterisk 22 (`Channel`, `Uniqueid`, `Linkedid`, `ChannelState`). */
export interface Leg {
  readonly channel: string;
  readonly uniqueid: string;
  readonly linkedid: string;
  readonly callerNum: string;
  connectedNum: string;
  state: LegState;
  context: string;
  exten: string;
  priority: number;
  readonly bornAt: number;
  application: string;
  bridgeId: string;
}
export type LegState = 0 | 4 | 5 | 6;

const STATE_WORDS: Readonly<Record<LegState, string>> = { 0: 'Down', 4: 'Ring', 5: 'Ringing', 6: 'Up' };
const UNKNOWN = '<unknown>';

/** The thirteen lines every channel event carries; two-channel events repeat them with the prefix `Dest`. */
export function legFields(leg: Leg, prefix = ''): Field[] {
  const fields: Field[] = [
    ['Channel', leg.channel],
    ['ChannelState', leg.state],
    ['ChannelStateDesc', STATE_WORDS[leg.state]],
    ['CallerIDNum', leg.callerNum],
    ['CallerIDName', UNKNOWN],
    ['ConnectedLineNum', leg.connectedNum],
    ['ConnectedLineName', UNKNOWN],
    ['Language', 'en'],
    ['AccountCode', ''],
    ['Context', leg.context],
    ['Exten', leg.exten],
    ['Priority', leg.priority],
    ['Uniqueid', leg.uniqueid],
    ['Linkedid', leg.linkedid],
  ];
  return fields.map(([name, value]) => [`${prefix}${name}`, value] as const);
}

export function bridgeFields(bridgeId: string, channels: number): Field[] {
  return [
    ['BridgeUniqueid', bridgeId],
    ['BridgeType', 'basic'],
    ['BridgeTechnology', 'simple_bridge'],
    ['BridgeCreator', UNKNOWN],
    ['BridgeName', UNKNOWN],
    ['BridgeNumChannels', channels],
    ['BridgeVideoSourceMode', 'none'],
  ];
}

/** Which class of right an event belongs to (`Privilege`). */
export function privilegeOf(event: string): string {
  if (event === 'UserEvent') return 'user,all';
  if (event === 'Cdr') return 'cdr,all';
  if (/^(Queue|Agent)/.test(event)) return 'agent,all';
  if (/^(FullyBooted|PeerStatus|ContactStatus|Shutdown)/.test(event)) return 'system,all';
  return 'call,all';
}
