/**
 * A busy day of a large centre as the bytes of Asterisk's manager interface, without a clock: who calls when, waits for how long and talks to
 * whom follows from the number of the call. Events of all calls are mixed by their time, as they come over one wire.
 */
/** A line tells of now; calls of a day that is over would have their day counted again. */
const START = Math.floor(Date.now() / 1000) - 900;
const CALL_EVERY = 0.12;
const WAIT_SECONDS = 96;
const TALK_SECONDS = 23;
const AGENTS = 200;

/** One call from its first leg to its last: some 33 messages over two minutes. With these figures 1,000 are in flight. */
const IN_FLIGHT = Math.round((WAIT_SECONDS + TALK_SECONDS) / CALL_EVERY);

/** @typedef {{ at: number, text: string }} Moment */

const lines = (/** @type {Record<string, string | number>} */ fields) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\r\n`)
    .join('');

const leg = (
  /** @type {string} */ id,
  /** @type {string} */ call,
  /** @type {Record<string, string>} */ more,
  prefix = '',
) => ({
  [`${prefix}Channel`]: more.channel ?? '',
  [`${prefix}ChannelState`]: 6,
  [`${prefix}ChannelStateDesc`]: 'Up',
  [`${prefix}CallerIDNum`]: more.number ?? '',
  [`${prefix}CallerIDName`]: '<unknown>',
  [`${prefix}ConnectedLineNum`]: '<unknown>',
  [`${prefix}ConnectedLineName`]: '<unknown>',
  [`${prefix}Language`]: 'zh',
  [`${prefix}AccountCode`]: '',
  [`${prefix}Context`]: more.context ?? 'from-carrier',
  [`${prefix}Exten`]: more.exten ?? '12351',
  [`${prefix}Priority`]: 4,
  [`${prefix}Uniqueid`]: id,
  [`${prefix}Linkedid`]: call,
});

/** @param {number} index @param {Moment[]} into */
function call(index, into) {
  const begun = START + index * CALL_EVERY;
  const id = `${Math.floor(begun)}.${index * 2}`;
  const other = `${Math.floor(begun + WAIT_SECONDS)}.${index * 2 + 1}`;
  const exten = 8001 + (index % AGENTS);
  const queue = 'q12351';
  const caller = leg(id, id, {
    channel: `PJSIP/carrier-${index.toString(16).padStart(8, '0')}`,
    number: `139${String(10_000_000 + index)}`,
  });
  const place = {
    channel: `PJSIP/${exten}-${index.toString(16).padStart(8, '1')}`,
    number: '12351',
    context: 'agents',
  };
  const agent = leg(other, id, place);
  const both = { ...caller, ...leg(other, id, place, 'Dest') };
  const member = { Queue: queue, MemberName: `坐席${exten}`, Interface: `PJSIP/${exten}` };
  const say = (
    /** @type {number} */ after,
    /** @type {string} */ event,
    /** @type {Record<string, string | number>} */ fields,
  ) => {
    const at = begun + after;
    into.push({
      at,
      text: `Event: ${event}\r\nPrivilege: call,all\r\nTimestamp: ${at.toFixed(6)}\r\n${lines(fields)}\r\n`,
    });
  };
  const user = (
    /** @type {number} */ after,
    /** @type {string} */ name,
    /** @type {Record<string, string | number>} */ fields,
  ) => say(after, 'UserEvent', { ...caller, UserEvent: name, CallUniqueid: id, ...fields });
  say(0, 'Newchannel', caller);
  user(0.01, 'HotlineArrive', { Caller: caller.CallerIDNum ?? '', Dnis: '12351' });
  say(0.02, 'Newstate', caller);
  user(2.5, 'HotlineToQueue', { Queue: queue });
  say(2.501, 'QueueCallerJoin', { ...caller, Queue: queue, Position: 1, Count: 1 });
  say(2.502, 'MusicOnHoldStart', { ...caller, Class: 'default' });
  const gone = WAIT_SECONDS;
  // Every twelfth gives up, and the telephone of every ninth rings in vain at first.
  if (index % 12 === 0) {
    say(gone, 'HangupRequest', caller);
    say(gone + 0.001, 'QueueCallerAbandon', {
      ...caller,
      Queue: queue,
      Position: 1,
      OriginalPosition: 1,
      HoldTime: 90,
    });
    say(gone + 0.002, 'QueueCallerLeave', { ...caller, Queue: queue, Position: 1, Count: 0 });
    say(gone + 0.003, 'Hangup', { ...caller, Cause: 0, 'Cause-txt': 'Unknown' });
    return;
  }
  say(gone - 4, 'Newchannel', agent);
  say(gone - 3.999, 'AgentCalled', { ...both, ...member });
  say(gone - 3.998, 'DialBegin', { ...both, DialString: `${exten}` });
  say(gone - 3.9, 'QueueMemberStatus', {
    ...member,
    Status: 6,
    Paused: 0,
    InCall: 0,
    CallsTaken: 3,
    LastCall: 0,
  });
  say(gone, 'Newstate', agent);
  say(gone + 0.001, 'DialEnd', { ...both, DialStatus: 'ANSWER' });
  say(gone + 0.002, 'MusicOnHoldStop', caller);
  say(gone + 0.003, 'QueueCallerLeave', { ...caller, Queue: queue, Position: 1, Count: 0 });
  say(gone + 0.004, 'AgentConnect', { ...both, ...member, HoldTime: 93, RingTime: 4 });
  say(gone + 0.005, 'BridgeEnter', { BridgeUniqueid: `b${index}`, ...agent });
  say(gone + 0.006, 'BridgeEnter', { BridgeUniqueid: `b${index}`, ...caller });
  say(gone + 0.01, 'QueueMemberStatus', {
    ...member,
    Status: 2,
    Paused: 0,
    InCall: 1,
    CallsTaken: 3,
    LastCall: 0,
  });
  const end = gone + TALK_SECONDS;
  if (index % 5 === 0) {
    say(gone + 8, 'Hold', agent);
    say(gone + 8.001, 'MusicOnHoldStart', { ...caller, Class: 'default' });
    say(gone + 12, 'Unhold', agent);
    say(gone + 12.001, 'MusicOnHoldStop', caller);
  }
  say(end, 'HangupRequest', caller);
  say(end + 0.001, 'AgentComplete', {
    ...both,
    ...member,
    HoldTime: 93,
    TalkTime: TALK_SECONDS,
    Reason: 'caller',
  });
  say(end + 0.002, 'BridgeLeave', { BridgeUniqueid: `b${index}`, ...agent });
  say(end + 0.003, 'BridgeLeave', { BridgeUniqueid: `b${index}`, ...caller });
  say(end + 0.004, 'Hangup', { ...agent, Cause: 16, 'Cause-txt': 'Normal Clearing' });
  say(end + 0.005, 'Hangup', { ...caller, Cause: 16, 'Cause-txt': 'Normal Clearing' });
  say(end + 0.006, 'QueueMemberStatus', {
    ...member,
    Status: 1,
    Paused: 0,
    InCall: 0,
    CallsTaken: 4,
    LastCall: 0,
  });
  for (const paused of [1, 0])
    say(end + 0.1 + (1 - paused) * 12, 'QueueMemberPause', {
      ...member,
      Paused: paused,
      PausedReason: paused ? 'acw' : '',
    });
}

/** @param {number} messages about so many @returns {{ text: string[], first: number }} messages in the order of the wire; how many until 1,000 calls are in flight */
export function shift(messages) {
  /** @type {Moment[]} */
  const moments = [];
  for (let exten = 8001; exten < 8001 + AGENTS; exten += 1)
    moments.push({
      at: START - 60,
      text: `Event: QueueMemberAdded\r\nPrivilege: agent,all\r\nTimestamp: ${START - 60}.${exten}00\r\nQueue: q12351\r\nMemberName: 坐席${exten}\r\nInterface: PJSIP/${exten}\r\nPaused: 0\r\n\r\n`,
    });
  // As many calls as are in flight at the end are left open.
  for (let index = 0; moments.length < messages + 40 * IN_FLIGHT; index += 1) call(index, moments);
  moments.sort((a, b) => a.at - b.at);
  const full = START + IN_FLIGHT * CALL_EVERY;
  const first = moments.findIndex(({ at }) => at >= full);
  return { text: moments.slice(0, first + messages).map(({ text }) => text), first };
}

export const EXTENSIONS = Array.from({ length: AGENTS }, (_, place) => String(8001 + place));
