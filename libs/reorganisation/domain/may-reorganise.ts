import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules, type Tree } from '@hotline/organization';
import type { ChangePlan } from './plan.js';

/** Every unit a plan names. */
export function namedUnits(plan: ChangePlan): string[] {
  const { unitIds, parentId, intoId, parts = [] } = plan;
  return [
    ...unitIds,
    ...(parentId ? [parentId] : []),
    ...(intoId ? [intoId] : []),
    ...parts.map((one) => one.unitId),
  ];
}

/** Only an administrator of one unit above all that change: nobody reorganises the unit that gave him his post. */
export function mayReorganise(actor: Actor, plan: ChangePlan, tree: Tree): Decision<true> {
  const paths = namedUnits(plan).flatMap((id) => tree.find(id)?.path ?? []);
  const changing = plan.unitIds.flatMap((id) => tree.find(id)?.path ?? []);
  const above = actor.memberships.some(
    ({ path }) =>
      overrules(actor, 'unit.reorganise', path) &&
      paths.every((one) => one.startsWith(path)) &&
      changing.every((one) => one !== path),
  );
  return above ? allow(true) : deny('not-in-your-units', { field: 'unitIds' });
}
