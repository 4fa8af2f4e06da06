import { newId } from '@hotline/kernel';
import type { PlanOrder } from '../use-cases/plan-unit-change.js';
import type { PlanUnitChangeBody } from './bodies.js';

/** New parts get the id here that they will have in the tree. */
export function planOf(body: PlanUnitChangeBody): PlanOrder {
  const { reason, documentNo = null, parts, heir, keepsRest, ...rest } = body;
  return {
    reason,
    documentNo,
    plan: {
      ...rest,
      ...(parts && { parts: parts.map((part) => ({ ...part, unitId: part.unitId ?? newId() })) }),
      heir: keepsRest ? null : heir,
    },
  };
}
