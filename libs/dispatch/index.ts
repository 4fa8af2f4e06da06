import { DispatchHop } from './use-cases/dispatch-hop.js';
import { LostJobSweep, OutboxSweep } from './jobs/outbox-sweep.js';

export * from './dispatch.module.js';
export { DISPATCH_ENTITIES } from './data/entities.js';
export { FailedJobs } from './data/failed-jobs.js';
export { DispatchHop };
export { DispatchTicket } from './use-cases/dispatch-ticket.js';
export { ListChainSettings, SetChainMode } from './use-cases/chain-settings.js';
export const DISPATCH_HANDLERS = [DispatchHop];
export const DISPATCH_SWEEPS = [OutboxSweep, LostJobSweep];
export { leaveToDispatcher, sendOn } from './domain/custody-steps.js';
export { decideRoute } from './domain/route.js';
export { SHIPPED_CATALOGUE } from './domain/shipped-catalogue.js';
