import { type Scope } from '@hotline/kernel';

export const ROLES = ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Which roles may do what; a route without a permission of this table does not start. */
export const PERMISSIONS = {
  'contact.log': ['agent'],
  'contact.read': ['agent', 'supervisor'],
  'ticket.open': ['agent'],
  'ticket.read': ['agent', 'dispatcher', 'handler', 'supervisor'],
  'ticket.dispatch': ['dispatcher'],
  'ticket.sign': ['handler'],
  'ticket.handle': ['handler'],
  'support.ask': ['dispatcher', 'handler', 'supervisor'],
  'ticket.rule': ['dispatcher', 'handler', 'supervisor'],
  'ticket.review': ['handler', 'supervisor'],
  'ticket.call-back': ['agent'],
  'ticket.group': ['dispatcher', 'handler', 'supervisor'],
  'ticket.check-quality': ['supervisor'],
  'ticket.withdraw': ['agent', 'handler'],
  'ticket.archive': ['agent', 'supervisor'],
  'legal.edit': ['agent', 'handler'],
  'petition.mark': ['dispatcher', 'supervisor'],
  'petition.record': ['handler', 'dispatcher', 'supervisor'],
  'identity.reveal': ['agent', 'handler'],
  'ticket.urge': ['agent', 'dispatcher', 'handler', 'supervisor'],
  'ticket.supervise': ['dispatcher', 'handler', 'supervisor'],
  'order.answer': ['dispatcher', 'handler', 'supervisor'],
  'specialist.transfer': ['agent', 'handler', 'supervisor'],
  'ladder.read': ['dispatcher', 'handler', 'supervisor', 'administrator'],
  'ladder.manage': ['administrator'],
  'duty.read': ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator'],
  'duty.manage': ['administrator'],
  'duty.call': ['agent', 'dispatcher', 'handler', 'supervisor'],
  'numbers.read': ['dispatcher', 'handler', 'supervisor', 'administrator', 'auditor'],
  'call-formula.edit': ['administrator'],
  // what an agent did: his own, and of the subtree for who leads it
  'call-report.read': ['agent', 'supervisor', 'administrator'],
  'call-report.of-others': ['supervisor', 'administrator'],
  'shift.read': ['agent', 'supervisor', 'administrator'],
  'shift.edit': ['supervisor', 'administrator'],
  'staffing.read': ['supervisor', 'administrator'],
  'staffing.edit': ['supervisor', 'administrator'],
  'missed-call.read': ['agent', 'supervisor'],
  'missed-call.handle': ['agent', 'supervisor'],
  'missed-call.manage': ['supervisor'],
  'unit.read': ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator', 'auditor'],
  'unit.manage': ['administrator'],
  'unit.reorganise': ['administrator'],
  'account.manage': ['administrator'],
  'catalogue.read': ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator'],
  'calendar.read': ['agent', 'dispatcher', 'handler', 'supervisor', 'administrator'],
  'calendar.edit': ['administrator'],
  'limits.edit': ['administrator'],
  'chains.manage': ['administrator'],
  'catalogue.edit': ['dispatcher', 'administrator'],
  'jobs.read': ['dispatcher', 'supervisor', 'administrator'],
  'jobs.redrive': ['dispatcher', 'administrator'],
  'telephony.read': ['supervisor', 'administrator'],
  'telephony.configure': ['administrator'],
  'presence.own': ['agent'],
  'presence.read': ['supervisor'],
  'presence.listen': ['supervisor'],
  'audit.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export interface ActorMembership {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string;
  readonly path: string;
  /** Further paths to read while units move: rows not yet rewritten. */
  readonly also?: readonly string[];
}

/** The person (or machine) behind a request. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly displayName: string;
  readonly memberships: readonly ActorMembership[];
}

function grants(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

export function permissionsOf(actor: Actor): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    actor.memberships.some((membership) => grants(membership.role, permission)),
  );
}

export function hasPermission(actor: Actor, permission: Permission): boolean {
  return actor.memberships.some((membership) => grants(membership.role, permission));
}

const pathsOf = ({ path, also = [] }: ActorMembership): string[] => [path, ...also];

/** True when a membership of exactly this unit carries the permission: acting in the unit's own name. */
export function actsFor(actor: Actor, permission: Permission, unitId: string): boolean {
  return actor.memberships.some((one) => one.unitId === unitId && grants(one.role, permission));
}

/** True when a membership of the unit or of one above it carries the permission. */
export function overrules(actor: Actor, permission: Permission, path: string): boolean {
  return actor.memberships.some(
    (one) => pathsOf(one).some((own) => path.startsWith(own)) && grants(one.role, permission),
  );
}

/** What the actor may see: the subtrees of the memberships that carry the permission. */
export function scopeOf(actor: Actor, permission: Permission): Scope {
  const paths = actor.memberships.filter((one) => grants(one.role, permission)).flatMap(pathsOf);
  const outermost = [...new Set(paths)].filter(
    (path) => !paths.some((other) => other !== path && path.startsWith(other)),
  );
  return { accountId: actor.accountId, prefixes: outermost };
}

/** The unit in whose name the actor uses a permission when nothing else tells: the one nearest to the root. */
export function homeUnit(actor: Actor, permission: Permission): ActorMembership | undefined {
  return actor.memberships
    .filter((one) => grants(one.role, permission))
    .reduce<ActorMembership | undefined>(
      (nearest, one) => (!nearest || one.path.length < nearest.path.length ? one : nearest),
      undefined,
    );
}
