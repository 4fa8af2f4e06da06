import type { RosterChange } from '../use-cases/change-duty-roster.js';
import type { ChangeDutyRosterBody } from './duty-bodies.js';

/** What was left out of a line is nothing, not unknown. */
export const rosterChange = ({ remove = [], add = [] }: ChangeDutyRosterBody): RosterChange => ({
  remove,
  add: add.map((line) => ({ ...line, phone: line.phone ?? null, toDay: line.toDay ?? null })),
});
