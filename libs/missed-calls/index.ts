import { MissedCallSweep } from './jobs/sweeps.js';

export { MISSED_CALLS_ENTITIES } from './data/entities.js';
export { MISSED_CALL_PATHS } from './data/paths.js';
export { MissedReads } from './data/missed-reads.js';
export { MissedCallsModule } from './missed-calls.module.js';
export { DutyDesk } from './use-cases/duty-desk.js';
export { JudgeCalls } from './use-cases/judge-calls.js';
export const MISSED_CALLS_SWEEPS = [MissedCallSweep];
