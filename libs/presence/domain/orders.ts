import type { Presence } from './presence.js';
import { pauseOf } from './switchboard-steps.js';

/** One action of the manager interface. */
export interface Order {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Line {
  readonly kind: string;
  readonly address: string;
  readonly name: string;
  readonly queues: readonly string[];
}

/** What a switchboard says of a telephone in one queue (`QueueMember`). */
export interface Member {
  readonly queue: string;
  readonly address: string;
  /** null: is rung; '' : paused without a reason */
  readonly paused: string | null;
  /** number of the device's state */
  readonly status: string | null;
}

const pause = ({ address }: Line, reason: string | null): Order => ({
  action: 'QueuePause',
  fields: {
    Interface: address,
    Paused: reason === null ? 'false' : 'true',
    ...(reason === null ? {} : { Reason: reason }),
  },
});

const add = ({ address, name }: Line, queue: string, reason: string | null): Order => ({
  action: 'QueueAdd',
  fields: {
    Queue: queue,
    Interface: address,
    MemberName: name,
    ...(reason === null ? {} : { Paused: 'true', Reason: reason }),
  },
});

const remove = ({ address }: Line, queue: string): Order => ({
  action: 'QueueRemove',
  fields: { Queue: queue, Interface: address },
});

/**
 * What brings the switchboard to what the console says. Without `members` nothing is known of it and all is said at once;
 * what is there already it refuses, which does no harm.
 */
export function ordersFor(
  presence: Presence | null,
  line: Line,
  members: readonly Member[] | null = null,
): Order[] {
  const there = members?.filter((member) => member.address === line.address) ?? null;
  if (!presence || presence.intent === 'signed-out')
    return (there?.map((member) => member.queue) ?? line.queues).map((queue) => remove(line, queue));
  // Who signed on by his telephone is led by it.
  if (presence.ledBy === 'switchboard') return [];
  const reason = pauseOf(presence);
  const missing = line.queues.filter((queue) => !there?.some((member) => member.queue === queue));
  const additions = missing.map((queue) => add(line, queue, reason));
  const agrees = there !== null && there.every((member) => member.paused === reason);
  return agrees ? additions : [...additions, pause(line, reason)];
}

type TelephoneKey = 'answer' | 'reject' | 'hold' | 'resume' | 'hang-up';

/** A channel of this telephone, whatever its number (Asterisk takes a pattern between slashes). */
const channelOf = ({ address }: Line): string => `/^${address.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}-.*$/`;

const PRACTICE: Readonly<Record<TelephoneKey, string>> = {
  answer: 'PracticeAnswer',
  reject: 'PracticeReject',
  hold: 'PracticeHold',
  // The key of a telephone: pressed once more it takes the caller back.
  resume: 'PracticeHold',
  'hang-up': 'PracticeHangup',
};

/** Q.850: user busy, normal clearing. */
const CAUSES: Readonly<Record<string, string>> = { reject: '17', 'hang-up': '16' };

/** FreeSWITCH is told whose telephone it is, and finds the call on it. */
const BY_TELEPHONE: Partial<Readonly<Record<TelephoneKey, string>>> = {
  reject: 'Hangup',
  hold: 'Hold',
  resume: 'Unhold',
  'hang-up': 'Hangup',
};

/** @returns null for a key this telephone does not let anybody press */
export function keyOrder(key: TelephoneKey, line: Line & { readonly sourceKind: string }): Order | null {
  if (line.sourceKind === 'esl') {
    const action = BY_TELEPHONE[key];
    const Cause = CAUSES[key];
    return action ? { action, fields: { Interface: line.address, ...(Cause && { Cause }) } } : null;
  }
  if (line.kind === 'practice') return { action: PRACTICE[key], fields: { Interface: line.address } };
  const cause = CAUSES[key];
  return cause ? { action: 'Hangup', fields: { Channel: channelOf(line), Cause: cause } } : null;
}

/** Rings the person's own telephone first, then calls the number; the key becomes the id of the call. */
export function dialOrder(line: Line, number: string, key: string, context: string): Order {
  return {
    action: 'Originate',
    fields: {
      Channel: line.address,
      ChannelId: key,
      Context: context,
      Exten: number,
      Priority: '1',
      Async: 'true',
      Timeout: '30000',
    },
  };
}

/** Rings the listener's telephone and lets him hear the other's; with `bargeIn` both sides hear him too. */
export function spyOrder(listener: Line, spied: Line, bargeIn: boolean): Order {
  return {
    action: 'Originate',
    fields: {
      Channel: listener.address,
      Application: 'ChanSpy',
      // q: no beep into the talk; B: barge in (application ChanSpy of Asterisk).
      Data: `${spied.address},q${bargeIn ? 'B' : ''}`,
      Async: 'true',
      Timeout: '30000',
    },
  };
}
