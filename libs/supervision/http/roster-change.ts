import type { RosterChange } from '../use-cases/change-duty-roster.js';
import type { ChangeDutyRosterBody } from './duty-bodies.js';

/** What was left out of a line is nothing, not unknown. */
export const rosterChange = ({ remove = [], except = [], add = [] }: ChangeDutyRosterBody): RosterChange => ({
  remove,
  except,
  add: add.map((line) => ({
    ...line,
    phone: line.phone ?? null,
    phoneOf: line.phoneOf ?? null,
    toDay: line.toDay ?? null,
  })),
});
