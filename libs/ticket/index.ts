export * from './domain/facts.js';
export * from './domain/order-facts.js';
export * from './domain/request-facts.js';
export * from './domain/request-words.js';
export * from './domain/lifecycle/index.js';
export * from './domain/step.js';
export { TICKET_PATHS } from './data/ticket-paths.js';
export { type Applied, seen, TicketStore } from './data/ticket-store.js';
export * from './domain/categories.js';
export * from './domain/fields.js';
export * from './domain/outcomes.js';
export * from './domain/terms.js';
export * from './domain/vocabulary.js';
export * from './domain/jobs.js';
export { TicketClocks, type LimitedClock, type StartClock } from './data/ticket-clocks.js';
export { restingClocksOf } from './data/resting-clocks.js';
export * from './domain/clock-moves.js';
export { MovingClocks } from './data/moving-clocks.js';
export { employerKey } from './domain/employer-key.js';
export { searchQuery, searchTokens } from './domain/search-tokens.js';
export { Tokeniser } from './data/tokeniser.js';
export {
  IDENTITY_FIELDS,
  IdentityStore,
  type ClearIdentity,
  type IdentityField,
  type IdentityMasks,
  type IdentityRow,
} from './data/identity-store.js';
export { TicketModule } from './ticket.module.js';
export { TICKET_ENTITIES } from './data/entities.js';
export { ShowTicket } from './use-cases/show-ticket.js';
export { ClockViews } from './data/clock-views.js';
export { ROW_COLUMNS, type TicketColumns } from './data/row-columns.js';
export { type GuardedTicket, isKeptFrom, isWithheld } from './domain/withholding.js';
export * from './domain/support.js';
export { homePart, homeProvince, notYetAsked } from './domain/home-part.js';
export { checkOrder, MOST_OPEN_PARTS, type SupportOrder } from './domain/support-order.js';
export { BY_DATE, partClock, wishProblem } from './domain/support-deadline.js';
export * from './domain/employer-union.js';
export { type FitReceiver, fitReceiver } from './domain/fit-receiver.js';
export { isRecused, type RecusalFacts, unbiased, unitRecused, withoutRecused } from './domain/recusal.js';
export { CONSENT_OF, RECUSALS_OF } from './data/together-sql.js';
export { NOBODY_ELSE, readTogether } from './data/together-views.js';
export { RemainingBody, TicketPageBody, TicketRowBody, TurnBody } from './http/row-bodies.js';
export { ClockBody, ClockLimitBody, HopBody } from './http/hop-bodies.js';
export { CasePlaceBody, CasePlacesBody, TicketContactBody, TicketViewBody } from './http/view-bodies.js';
export { TicketViews } from './data/ticket-views.js';
export { NO_REQUEST_PARTS } from './data/view-parts/request-parts.js';
export type { ViewRow } from './data/view-sql.js';
export { readCursor, writeCursor } from './domain/list-cursor.js';
export { deriveState } from './domain/derive-state.js';
export { type Move, moveCustody, refOf, stageClocks } from './domain/move-custody.js';
export { ListDuties } from './use-cases/list-duties.js';
export { ListTickets, type ListRequest } from './use-cases/list-tickets.js';
export { hasPersonalNumber, maskPersonalNumbers } from './domain/personal-data.js';
export * from './data/emergency-desk.js';
export { type CardCount, CardCounts } from './data/card-counts.js';
