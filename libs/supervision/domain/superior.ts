import type { UnitRef } from '@hotline/ticket';
import { type Actor, type ActorMembership, overrules, type Permission } from '@hotline/organization';

/** In whose name a superior speaks: the nearest of the person's units that lies above, the unit itself left out. */
export function superiorPost(
  actor: Actor,
  permission: Permission,
  unit: { readonly id: string; readonly path: string },
): ActorMembership | null {
  const above = actor.memberships.filter(
    (one) =>
      one.unitId !== unit.id &&
      unit.path.startsWith(one.path) &&
      overrules({ ...actor, memberships: [one] }, permission, unit.path),
  );
  return above.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

export const refOfPost = ({ unitId, path }: ActorMembership): UnitRef => ({ id: unitId, path });
