import type { Tree, Unit } from '@hotline/organization';
import { employerKey } from './employer-key.js';
import type { TicketFacts } from './facts.js';

const UNION_TAIL = /(?:工会联合会|工会委员会|基层工会|总工会|工会)$/u;
// Shorter names would match half the enterprises of a city.
const SHORTEST_PART = 4;

/** Is this the name of the union inside that employer? 深圳市某某电子（南山）公司工会委员会 is. */
export function isUnionOf(unionName: string, employer: string | null): boolean {
  const union = employerKey(unionName.trim().replace(UNION_TAIL, ''));
  const reported = employerKey(employer);
  if (!union || !reported) return false;
  const [short, long] = union.length < reported.length ? [union, reported] : [reported, union];
  return short === long || ([...short].length >= SHORTEST_PART && long.includes(short));
}

/** The union inside the employer that this unit is, or hangs below; undefined for every other unit. */
export function employerUnionOf(tree: Tree, unit: Unit, employer: string | null): Unit | undefined {
  if (unit.level !== 'enterprise' || !employer) return undefined;
  return [...tree.ancestors(unit.id), unit].find(
    (one) =>
      one.level === 'enterprise' && [one.name, one.shortName].some((name) => isUnionOf(name, employer)),
  );
}

type Asked = Pick<TicketFacts, 'confidentiality' | 'kind' | 'identityConsent'>;

/**
 * Must the employer's own union be kept away (信访工作条例 30)? Always where the worker asked for it, and in every
 * complaint, until the worker has agreed.
 */
export const keepsEmployerAway = ({ confidentiality, kind, identityConsent }: Asked): boolean =>
  (confidentiality !== 'open' || kind === 'complaint') && identityConsent?.agreed !== true;

/** Is this unit inside the reported employer, and has the worker not agreed? */
export const isKeptAway = (facts: Asked & Pick<TicketFacts, 'employer'>, unit: Unit, tree: Tree): boolean =>
  keepsEmployerAway(facts) && employerUnionOf(tree, unit, facts.employer) !== undefined;
