import type { Type } from '@nestjs/common';
import type { Sweep } from '@hotline/kernel';

export * from './handling.module.js';
export { HANDLING_ENTITIES } from './data/entities.js';
export const HANDLING_SWEEPS: readonly Type<Sweep>[] = [];
