import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules } from './actor.js';

/** Lower case, so that two accounts never differ by case alone. */
export const ACCOUNT_NAME = /^[a-z0-9][a-z0-9._-]{1,31}$/;

/** An account as an administrator's rights see it: the paths of its live memberships. */
export interface ManagedAccount {
  readonly id: string;
  readonly paths: readonly string[];
}

/**
 * Rights are handed out below the administrator's own units and never to himself (GB/T 22239-2019 8.1.5.3,
 * separation of duties).
 */
export function mayGrant(actor: Actor, accountId: string, unitPath: string): Decision<true> {
  if (accountId === actor.accountId) return deny('forbidden');
  return overrules(actor, 'account.manage', unitPath) ? allow(true) : deny('not-in-your-units');
}

/** Closing an account, its password and its tokens reach as far as all its memberships together. */
export function mayManage(actor: Actor, account: ManagedAccount): Decision<true> {
  if (account.id === actor.accountId) return deny('forbidden');
  const all = account.paths.every((path) => overrules(actor, 'account.manage', path));
  return all ? allow(true) : deny('not-in-your-units');
}
