import type { Answer } from './plain-slip.js';
import type { PlainTicket } from './plain-ticket.js';
import type { PlainUnit } from './plain-tree.js';
import type { ModelPerson, World } from './world.js';

/** One thing one person tries on one ticket, with numbers for whatever else it needs. */
export interface Attempt {
  readonly person: ModelPerson;
  readonly ticket: PlainTicket;
  readonly unit: PlainUnit;
  readonly second: PlainUnit;
  readonly other: PlainTicket;
  readonly choice: number;
  /** Handlers of the unit that has the ticket. */
  readonly handlers: readonly ModelPerson[];
}

export interface Act {
  readonly plain: (attempt: Attempt) => Answer;
  readonly real: (attempt: Attempt, world: World, version: number) => Promise<unknown>;
  /** What an allowed act does to the papers of other tickets. */
  readonly spread?: (attempt: Attempt, world: World) => void;
}

/** The n-th that is still open, by the number its plan gave; undefined when there is none. */
export function picked<T>(from: readonly T[], choice: number): T | undefined {
  return from.length > 0 ? from[choice % from.length] : undefined;
}
