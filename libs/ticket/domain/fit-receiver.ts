import type { Tree, Unit } from '@hotline/organization';
import { isKeptAway } from './employer-union.js';
import type { TicketFacts } from './facts.js';
import { unitRecused } from './recusal.js';

export interface FitReceiver {
  readonly unit: Unit;
  /** Why it is another unit than the one that was named; null when it is the same. */
  readonly because: string | null;
  readonly code: 'employer-blind' | 'recused' | null;
}

type Case = Pick<TicketFacts, 'confidentiality' | 'kind' | 'identityConsent' | 'employer' | 'recusals'>;

/**
 * The unit that may receive the ticket in place of the one named: from a union inside the reported employer the case
 * goes to the union above the enterprise, from a recused unit to its superior. The root receives whatever is left.
 */
export function fitReceiver(facts: Case, named: Unit, tree: Tree): FitReceiver {
  let unit = named;
  let answer: FitReceiver = { unit, because: null, code: null };
  for (;;) {
    const kept = isKeptAway(facts, unit, tree);
    if (!kept && !unitRecused(facts, unit.id)) return answer;
    const above = kept ? aboveEnterprise(tree, unit) : tree.parent(unit.id);
    if (!above) return answer;
    answer = kept
      ? { unit: above, because: `职工未同意向本单位公开身份，由${above.name}办理`, code: 'employer-blind' }
      : { unit: above, because: `${unit.name}回避，由${above.name}办理`, code: 'recused' };
    unit = above;
  }
}

function aboveEnterprise(tree: Tree, unit: Unit): Unit | undefined {
  return tree
    .ancestors(unit.id)
    .filter((one) => one.level !== 'enterprise')
    .at(-1);
}
