import { JUDGE_BATCH } from './domain/jobs.js';
import { DispatchHop } from './use-cases/dispatch-hop.js';
import { JudgeBatch } from './use-cases/judge-batch.js';
import { LostJobSweep, OutboxSweep } from './jobs/outbox-sweep.js';

export * from './dispatch.module.js';
export { DISPATCH_ENTITIES } from './data/entities.js';
export { FailedJobs } from './data/failed-jobs.js';
export { DispatchHop };
export { DispatchTicket } from './use-cases/dispatch-ticket.js';
export { ListChainSettings, SetChainMode } from './use-cases/chain-settings.js';
export const DISPATCH_HANDLERS = [DispatchHop, JudgeBatch];
export const DISPATCH_JOBS = [JUDGE_BATCH];
export const DISPATCH_SWEEPS = [OutboxSweep, LostJobSweep];
export { leaveToDispatcher, sendOn } from './domain/custody-steps.js';
export { decideRoute } from './domain/route.js';
export { ProposeCatalogueChange } from './use-cases/propose-catalogue-change.js';
export { SHIPPED_CATALOGUE } from './domain/shipped-catalogue.js';
