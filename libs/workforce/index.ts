import { RollUpSweep } from './jobs/roll-up-sweep.js';

export { WORKFORCE_ENTITIES } from './data/entities.js';
export { WORKFORCE_PATHS } from './data/paths.js';
export { RollUpCalls } from './use-cases/roll-up-calls.js';
export { WriteShiftWeek } from './use-cases/write-shift-week.js';
export type { WrittenShift } from './domain/shift-week.js';
export { WorkforceModule } from './workforce.module.js';
export const WORKFORCE_SWEEPS = [RollUpSweep];
