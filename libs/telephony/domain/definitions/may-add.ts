import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules, type Unit } from '@hotline/organization';
import type { FormulaKind } from './formula.js';

/**
 * A province may report its service level and its abandonment by a form of its own. The connection rate (接通率) is set
 * for the whole country alone: the board adds the sums of all units, and a sum of two definitions is no rate.
 */
export function mayAddFormula(
  actor: Actor,
  kind: FormulaKind,
  unit: Pick<Unit, 'path' | 'parentId'>,
): Decision<true> {
  if (!overrules(actor, 'call-formula.edit', unit.path)) return deny('not-in-your-units');
  if (kind === 'connection_rate' && unit.parentId !== null)
    return deny('invalid-input', { field: 'unitId', facts: { problem: 'one-for-the-country' } });
  return allow(true);
}
