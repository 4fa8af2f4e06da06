import { LadderSweep } from './jobs/ladder-sweep.js';
import { ReceiptSweep } from './jobs/receipt-sweep.js';

export * from './supervision.module.js';
export { RaiseTicket } from './use-cases/raise-ticket.js';
export { SUPERVISION_ENTITIES } from './data/entities.js';
export const SUPERVISION_SWEEPS = [LadderSweep, ReceiptSweep];
