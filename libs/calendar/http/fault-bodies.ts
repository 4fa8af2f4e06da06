import type { Fault } from '../domain/fault.js';
import type { RuleFaultBody } from './calendar-bodies.js';

export const faultBodies = (faults: readonly Fault[]): RuleFaultBody[] =>
  faults.map(({ field, problem, facts }) => ({ field, code: problem, ...(facts ? { facts } : {}) }));
