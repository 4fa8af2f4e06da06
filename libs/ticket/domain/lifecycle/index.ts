export { CALL_BACK_ATTEMPTS } from './custody-verbs.js';
export { lifecycleFaults } from './faults.js';
export { mayDo, partVerbsFor, verbsFor } from './may-do.js';
export { PAUSES_A_HOP } from './request-verbs.js';
export { type ClockEffects, OPEN_STATES, type Rule, type SystemMove } from './rule.js';
export { PART_VERBS, type PartVerb } from './support-verbs.js';
export { SYSTEM_MOVES } from './system-moves.js';
export { LIFECYCLE, TICKET_VERBS, type TicketVerb } from './table.js';
export { WHO, type Who } from './who.js';
