import { PERMISSIONS } from '@hotline/organization';
import { hasEnded, TICKET_STATES, type TicketState } from '../facts.js';
import type { Rule, SystemMove } from './rule.js';
import { SYSTEM_MOVES } from './system-moves.js';
import { LIFECYCLE } from './table.js';

/** A new ticket is queued for dispatch. */
const FIRST: TicketState = 'queued';

type Moves = Readonly<Record<string, SystemMove>>;
type Rules = Readonly<Record<string, Rule>>;

/** Problems of the table itself; the program refuses to start with any. */
export function lifecycleFaults(table: Rules = LIFECYCLE, system: Moves = SYSTEM_MOVES): string[] {
  const moves = [...Object.values(table), ...Object.values(system)];
  const reached = reachable(moves);
  const faults = TICKET_STATES.filter((state) => !reached.has(state)).map(
    (state) => `state ${state} cannot be reached`,
  );
  for (const state of TICKET_STATES) {
    if (!hasEnded(state) && !endsSomewhere(state, moves)) faults.push(`state ${state} is a dead end`);
  }
  for (const [verb, rule] of Object.entries(table)) {
    if (!(rule.permission in PERMISSIONS)) faults.push(`verb ${verb} has no permission`);
    if (rule.from.length === 0) faults.push(`verb ${verb} can never be done`);
  }
  return faults;
}

function reachable(moves: readonly SystemMove[], from: TicketState = FIRST): Set<TicketState> {
  const reached = new Set<TicketState>([from]);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const move of moves) {
      if (move.from.some((state) => reached.has(state))) move.to.forEach((state) => reached.add(state));
    }
  }
  return reached;
}

const endsSomewhere = (state: TicketState, moves: readonly SystemMove[]): boolean =>
  [...reachable(moves, state)].some(hasEnded);
