import { CallFoldSweep, FoldSweep, FreezeSweep } from './jobs/sweeps.js';

export { NUMBER_PATHS } from './data/moved-numbers.js';
export { METRICS_ENTITIES } from './data/entities.js';
export { DEFINITIONS, type Definition, type MetricName, METRICS } from './domain/metrics.js';
export * from './metrics.module.js';
export { FoldEvents } from './use-cases/fold-events.js';
export const METRICS_SWEEPS = [FoldSweep, CallFoldSweep, FreezeSweep];
