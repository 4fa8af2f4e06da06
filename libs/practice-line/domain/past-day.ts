import type { Random } from '@hotline/kernel';
import { transferBlind } from './transfers.js';
import { Board, type BoardSettings, type Call, type CallerPlan } from './board.js';
import { arrive } from './caller-journey.js';
import type { Frame } from './frames.js';
import { AtTheLine, type PastAgent } from './past-agent.js';

/** A day that is over, decided before it is played; moments in ms since 1970. */
export interface PastDay {
  readonly from: number;
  /** Nobody is heard after it: whoever still talks, talks no more. */
  readonly until: number;
  readonly callers: readonly { readonly at: number; readonly plan: CallerPlan }[];
  readonly agents: readonly PastAgent[];
  /** The switchboard dies and comes back empty: nobody hears what is in between, and open calls never end. */
  readonly crash?: { readonly at: number; readonly backAt: number };
}

/** What the line said without a break, and when the last of it was heard. */
export interface PastStretch {
  readonly frames: readonly Frame[];
  readonly until: number;
}

const BOOT_SECONDS = 40;

/**
 * Plays a day on a board, as fast as it can be reckoned. The same day and the same random source say the same.
 * @returns what was said on the wire; after a crash `FullyBooted` alone is a stretch, for its moment is when it is heard
 */
export function playDay(settings: BoardSettings, day: PastDay, random: Random): PastStretch[] {
  const { from, until, crash } = day;
  if (!crash) return [stretch(settings, day, random, from, until)];
  const before = stretch(settings, day, random, from, crash.at);
  const boot: Frame = {
    event: 'FullyBooted',
    at: crash.backAt,
    fields: [
      ['Uptime', BOOT_SECONDS],
      ['LastReload', BOOT_SECONDS],
      ['Status', 'Fully Booted'],
    ],
  };
  return [
    before,
    { frames: [boot], until: crash.backAt },
    stretch(settings, day, random, crash.backAt + 1, until),
  ];
}

function stretch(
  settings: BoardSettings,
  { agents, callers }: PastDay,
  random: Random,
  from: number,
  until: number,
): PastStretch {
  const board = new Board(settings, from);
  const people = new Map(agents.map((agent) => [agent.interface, new AtTheLine(board, agent, random)]));
  board.onRing = (member, call) => people.get(member.interface)?.rung(call);
  board.onFree = (member) => people.get(member.interface)?.freed();
  for (const person of people.values()) person.begin();
  for (const { at, plan } of callers)
    if (at >= from && at < until) board.agenda.at(at, () => void handOn(board, arrive(board, plan)));
  board.advance(until);
  return { frames: board.drain().frames, until };
}

/** Asked to be handed on, he is once he talks. */
function handOn(board: Board, call: Call): void {
  const { transferTo, transferAfterMs } = call.plan;
  if (transferTo === undefined || transferAfterMs === undefined) return;
  board.agenda.at(board.time + transferAfterMs, () => transferBlind(board, call, transferTo));
}
