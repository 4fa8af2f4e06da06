import type { Instant } from '@hotline/kernel';
import type { Catalogue } from './catalogue.js';

export const STANDINGS = ['in-force', 'scheduled', 'superseded'] as const;
export type Standing = (typeof STANDINGS)[number];

type Dated = Pick<Catalogue, 'version' | 'effectiveFrom'>;

const later = (one: Dated, other: Dated): boolean => {
  const gap = one.effectiveFrom.getTime() - other.effectiveFrom.getTime();
  return gap === 0 ? one.version > other.version : gap > 0;
};

/** The version in force at `at`: the one that began last; of two that begin together, the one published later. */
export function inForce<C extends Dated>(versions: readonly C[], at: Instant): C | undefined {
  return versions
    .filter((one) => one.effectiveFrom <= at)
    .reduce<C | undefined>((last, one) => (!last || later(one, last) ? one : last), undefined);
}

export function standingOf(one: Dated, versions: readonly Dated[], now: Instant): Standing {
  const present = inForce(versions, now);
  if (present?.version === one.version) return 'in-force';
  if (one.effectiveFrom <= now) return 'superseded';
  // A version countermanded by a later one of the same instant never comes into force.
  return inForce(versions, one.effectiveFrom)?.version === one.version ? 'scheduled' : 'superseded';
}

/** When a later version takes over; equal to its own beginning when it never came into force, null while none does. */
export function endOf(one: Dated, versions: readonly Dated[]): Instant | null {
  const followers = versions.filter((each) => later(each, one)).map((each) => each.effectiveFrom);
  return followers.reduce<Instant | null>((first, at) => (!first || at < first ? at : first), null);
}
