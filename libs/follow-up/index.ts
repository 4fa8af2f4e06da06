export * from './follow-up.module.js';
export { FOLLOW_UP_ENTITIES } from './data/entities.js';
export * from './domain/answer.js';
export { RecordCallBack } from './use-cases/record-call-back.js';
export { ArchiveTicket } from './use-cases/archive-ticket.js';
export { FOLLOW_UP_SWEEPS } from './jobs/archive-sweep.js';
export { CheckQuality } from './use-cases/check-quality.js';
export { CloseTicket } from './use-cases/close-ticket.js';
export { asksForRedo, closeTicket, orderRedo, recordCallBack } from './domain/call-back-steps.js';
