import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules } from '@hotline/organization';

/** The top of the union tree: what is not one province's own belongs to it. */
export const ROOT_PATH = 'cn/';

/** @param path of the unit whose calendar it is; the root's for the national one */
export function mayEditCalendar(actor: Actor, path: string): Decision<true> {
  return overrules(actor, 'calendar.edit', path) ? allow(true) : deny('not-in-your-units');
}

/** The matrix is one for the whole country. */
export function mayEditLimits(actor: Actor): Decision<true> {
  return overrules(actor, 'limits.edit', ROOT_PATH) ? allow(true) : deny('not-in-your-units');
}
