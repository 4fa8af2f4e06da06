import type { Actor, Role } from '@hotline/organization';

const OFFICERS: readonly Role[] = ['dispatcher', 'handler', 'supervisor'];

/** An officer of a unit above this one. */
export const standsAbove = (actor: Actor, path: string): boolean =>
  actor.memberships.some(
    (one) => one.path !== path && path.startsWith(one.path) && OFFICERS.includes(one.role),
  );

/** May this person order somebody at this post out of a case? An officer above, or a supervisor of the unit itself. */
export const ordersAt = (actor: Actor, path: string): boolean =>
  standsAbove(actor, path) || actor.memberships.some((one) => one.path === path && one.role === 'supervisor');

/** A unit declares its own interest through one of its officers. */
export const speaksFor = (actor: Actor, unitId: string): boolean =>
  actor.memberships.some((one) => one.unitId === unitId && OFFICERS.includes(one.role));
