import { answer, endTalk, hold, refuse, unhold } from '../domain/agent-journey.js';
import type { Board, Call } from '../domain/board.js';
import { callerHangsUp } from '../domain/caller-journey.js';
import type { Field } from '../domain/frames.js';
import { bridges, channels, type ListEvent, queueStatus, queueSummary } from '../domain/listings.js';
import { dial, type Fate, fateOf, type OutboundCall } from '../domain/outbound.js';
import { addMember, pauseMember, removeMember, setRegistered } from '../domain/sign-in.js';
import { transferBlind } from '../domain/transfers.js';
import type { Action } from './wire.js';

/** What the server says to an action: a message, a list with its closing event, or a refusal. */
export type Answer =
  | { readonly ok: string; readonly extra?: readonly Field[] }
  | { readonly list: readonly ListEvent[]; readonly end: string }
  | { readonly error: string };

type Doing = (board: Board, action: Action, ctx: Floor) => Answer;

/** What the actions share beyond the board: the agents' own calls and how long such a call lasts. */
export interface Floor {
  readonly outbound: Map<string, OutboundCall>;
  readonly speed: number;
}

const word = (action: Action, name: string): string => action.get(name) ?? '';
const done = (ok: string, error?: string): Answer => (error === undefined ? { ok } : { error });

function callOf(board: Board, address: string): Call | undefined {
  return [...board.calls.values()].find(
    (call) => (call.ring?.member ?? call.talk?.member)?.interface === address,
  );
}

/** An act of the practice telephone; a real one has keys for it. */
const onPhone =
  (act: (board: Board, call: Call, action: Action) => void, words: string): Doing =>
  (board, action) => {
    const call = callOf(board, word(action, 'interface'));
    if (!call) return { error: 'No call on that telephone' };
    act(board, call, action);
    return { ok: words };
  };

/** How long the other side is rung; a network knows at once that a telephone is off. */
const OTHER_MS: Readonly<Record<Fate, number>> = {
  answered: 3_500,
  'no-answer': 20_000,
  busy: 1_500,
  off: 800,
};

const originate: Doing = (board, action, { outbound, speed }) => {
  const member = board.members.get(word(action, 'channel'));
  if (!member) return { error: 'Extension does not exist.' };
  const scaled = (ms: number): number => Math.round(ms / speed);
  const [number, id, context] = [word(action, 'exten'), word(action, 'channelid'), word(action, 'context')];
  const fate = fateOf(number);
  const plan = {
    number,
    ...(id && { id }),
    ...(context && { context }),
    pickUpMs: scaled(1_200),
    timeoutMs: Number(word(action, 'timeout')) || 30_000,
    fate,
    otherMs: scaled(OTHER_MS[fate]),
    talkMs: scaled(90_000),
  };
  const call = dial(board, member, plan, () => outbound.delete(member.interface));
  if (!call) return { error: 'Originate failed' };
  outbound.set(member.interface, call);
  return { ok: 'Originate successfully queued' };
};

const phoneHangUp: Doing = (board, action, { outbound }) => {
  const address = word(action, 'interface');
  const own = outbound.get(address);
  if (own) {
    own.hangUp();
    return { ok: 'Hung up' };
  }
  return onPhone((_, call) => {
    if (call.talk) endTalk(board, call, 'agent');
    else refuse(board, call, 'rejected');
  }, 'Hung up')(board, action, { outbound, speed: 1 });
};

const phoneHold: Doing = (board, action, floor) => {
  const own = floor.outbound.get(word(action, 'interface'));
  if (own) return own.hold() ? { ok: 'Hold' } : { error: 'Nobody to hold' };
  return onPhone((_, call) => (call.onHold ? unhold(board, call) : hold(board, call)), 'Hold')(
    board,
    action,
    floor,
  );
};

const hangUpChannel: Doing = (board, action) => {
  const name = word(action, 'channel');
  const call = [...board.calls.values()].find(
    ({ leg, talk }) => leg.channel === name || talk?.leg.channel === name,
  );
  if (!call) return { error: 'No such channel' };
  if (call.talk?.leg.channel === name) endTalk(board, call, 'agent');
  else callerHangsUp(board, call);
  return { ok: 'Channel Hungup' };
};

const redirect: Doing = (board, action) => {
  const name = word(action, 'channel');
  const call = [...board.calls.values()].find(({ leg, talk }) => talk && leg.channel === name);
  if (!call) return { error: 'Channel does not exist' };
  transferBlind(board, call, word(action, 'exten'));
  return { ok: 'Redirect successful' };
};

const yes = (value: string): boolean => /^(1|y|yes|true|on)$/i.test(value);

/** The actions this switchboard knows; those called `Practice…` stand for the keys of a telephone. */
export const ACTIONS: Readonly<Record<string, Doing>> = {
  ping: (board) => ({
    ok: '',
    extra: [
      ['Ping', 'Pong'],
      ['Timestamp', (board.time / 1000).toFixed(6)],
    ],
  }),
  events: () => ({ ok: '', extra: [['Events', 'On']] }),
  corestatus: () => ({ ok: '', extra: [['CoreCurrentCalls', 0]] }),
  queuestatus: (board, action) => ({
    list: queueStatus(board, word(action, 'queue')),
    end: 'QueueStatusComplete',
  }),
  queuesummary: (board) => ({ list: queueSummary(board), end: 'QueueSummaryComplete' }),
  coreshowchannels: (board) => ({ list: channels(board), end: 'CoreShowChannelsComplete' }),
  bridgelist: (board) => ({ list: bridges(board), end: 'BridgeListComplete' }),
  queueadd: (board, action) => {
    const pausedReason = yes(word(action, 'paused')) ? word(action, 'reason') : null;
    const [address, name] = [word(action, 'interface'), word(action, 'membername')];
    const refused = addMember(board, {
      interface: address,
      name,
      queue: word(action, 'queue'),
      pausedReason,
    });
    return done('Added interface to queue', refused);
  },
  queueremove: (board, action) =>
    done(
      'Removed interface from queue',
      removeMember(board, word(action, 'interface'), word(action, 'queue')),
    ),
  queuepause: (board, action) => {
    const paused = yes(word(action, 'paused'));
    const queue = word(action, 'queue');
    const reason = paused ? word(action, 'reason') : null;
    const refused = pauseMember(board, {
      interface: word(action, 'interface'),
      reason,
      ...(queue && { queue }),
    });
    return done(`Interface ${paused ? 'paused' : 'unpaused'} successfully`, refused);
  },
  originate,
  hangup: hangUpChannel,
  redirect,
  practiceanswer: onPhone((board, call) => answer(board, call), 'Answered'),
  practicereject: onPhone((board, call) => refuse(board, call, 'rejected'), 'Rejected'),
  practicehangup: phoneHangUp,
  practicehold: phoneHold,
  practiceregister: (board, action) => {
    setRegistered(board, word(action, 'interface'), yes(word(action, 'registered')));
    return { ok: 'Registration changed' };
  },
};
