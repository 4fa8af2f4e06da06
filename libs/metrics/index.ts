import type { Type } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';

export { METRICS_ENTITIES } from './data/entities.js';
export * from './metrics.module.js';
export const METRICS_SWEEPS: readonly Type<Sweep>[] = [];
