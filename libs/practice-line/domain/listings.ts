import type { Board } from './board.js';
import { type Field, legFields } from './frames.js';
import { isFree, type Member, memberFields } from './member.js';

/** One event of a list answer. */
export type ListEvent = readonly [event: string, fields: readonly Field[]];

const seconds = (ms: number): number => Math.floor(ms / 1000);
const percent = (part: number, whole: number): string =>
  whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1);

const membersOf = (board: Board, queue: string): Member[] =>
  [...board.members.values()].filter((member) => member.queues.has(queue));

/** `QueueStatus`: the queue with its own counters (moving averages, limit exits counted as abandoned), members, callers. */
export function queueStatus(board: Board, only?: string): ListEvent[] {
  return board.settings.queues
    .filter(({ name }) => !only || name === only)
    .flatMap((queue) => {
      const counters = board.counters.get(queue.name);
      const completed = counters?.completed ?? 0;
      const params: ListEvent = [
        'QueueParams',
        [
          ['Queue', queue.name],
          ['Max', queue.mostWaiting],
          ['Strategy', 'leastrecent'],
          ['Calls', board.waiting(queue.name).length],
          ['Holdtime', counters?.holdSeconds ?? 0],
          ['TalkTime', counters?.talkSeconds ?? 0],
          ['Completed', completed],
          ['Abandoned', counters?.abandoned ?? 0],
          ['ServiceLevel', queue.serviceSeconds],
          ['ServicelevelPerf', percent(counters?.within ?? 0, completed)],
          ['ServicelevelPerf2', percent(counters?.within ?? 0, completed + (counters?.abandoned ?? 0))],
          ['Weight', 0],
        ],
      ];
      return [params, ...memberEvents(board, queue.name), ...callerEvents(board, queue.name)];
    });
}

const memberEvents = (board: Board, queue: string): ListEvent[] =>
  membersOf(board, queue).map((member) => {
    const lines = memberFields(member, queue).map(([name, value]): Field => [
      name === 'MemberName' ? 'Name' : name === 'Interface' ? 'Location' : name,
      value,
    ]);
    return ['QueueMember', lines];
  });

const callerEvents = (board: Board, queue: string): ListEvent[] =>
  board.waiting(queue).map((call, index) => [
    'QueueEntry',
    [
      ['Queue', queue],
      ['Position', index + 1],
      ['Channel', call.leg.channel],
      ['Uniqueid', call.leg.uniqueid],
      ['CallerIDNum', call.leg.callerNum],
      ['CallerIDName', 'unknown'],
      ['ConnectedLineNum', 'unknown'],
      ['ConnectedLineName', 'unknown'],
      ['Wait', seconds(board.time - call.joinedAt)],
      ['Priority', 0],
    ],
  ]);

export function queueSummary(board: Board): ListEvent[] {
  return board.settings.queues.map(({ name }) => {
    const waiting = board.waiting(name);
    const members = membersOf(board, name);
    const longest = waiting[0] ? seconds(board.time - waiting[0].joinedAt) : 0;
    return [
      'QueueSummary',
      [
        ['Queue', name],
        ['LoggedIn', members.length],
        ['Available', members.filter(isFree).length],
        ['Callers', waiting.length],
        ['HoldTime', board.counters.get(name)?.holdSeconds ?? 0],
        ['TalkTime', board.counters.get(name)?.talkSeconds ?? 0],
        ['LongestHoldTime', longest],
      ],
    ];
  });
}

const clockWords = (ms: number): string => {
  const total = seconds(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(total / 3600))}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
};

export const channels = (board: Board): ListEvent[] =>
  [...board.legs.values()].map((leg) => [
    'CoreShowChannel',
    [
      ...legFields(leg),
      ['BridgeId', leg.bridgeId],
      ['Application', leg.application],
      ['ApplicationData', ''],
      ['Duration', clockWords(board.time - leg.bornAt)],
    ],
  ]);

export function bridges(board: Board): ListEvent[] {
  const counts = new Map<string, number>();
  for (const leg of board.legs.values())
    if (leg.bridgeId) counts.set(leg.bridgeId, (counts.get(leg.bridgeId) ?? 0) + 1);
  return [...counts].map(([id, channelsOn]) => [
    'BridgeListItem',
    [
      ['BridgeUniqueid', id],
      ['BridgeType', 'basic'],
      ['BridgeTechnology', 'simple_bridge'],
      ['BridgeNumChannels', channelsOn],
    ],
  ]);
}
