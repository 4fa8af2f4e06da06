import { DueChangesSweep } from './jobs/due-changes-sweep.js';
import { RunUnitChange } from './use-cases/run-unit-change.js';

export { REORGANISATION_ENTITIES } from './data/entities.js';
export { REORGANISATION_JOBS } from './jobs/run-unit-change.js';
export * from './reorganisation.module.js';
export { RunUnitChange };
export const REORGANISATION_HANDLERS = [RunUnitChange];
export { PlanUnitChange } from './use-cases/plan-unit-change.js';
export { StartUnitChange } from './use-cases/start-unit-change.js';
export const REORGANISATION_SWEEPS = [DueChangesSweep];
