import type { Instant } from '@hotline/kernel';
import type { Unit } from '@hotline/organization';
import {
  askParts,
  custody,
  custodyAsItIs,
  type PartWish,
  type StartClock,
  type Step,
  type TicketFacts,
  withParts,
} from '@hotline/ticket';

/** 请求协办: the part hangs under the present lead hop; whoever leads later finds it there. */
export function askSupport(
  facts: TicketFacts,
  wish: PartWish,
  by: { readonly unit: Unit; readonly accountId: string; readonly now: Instant; readonly start: StartClock },
): Step {
  const parts = askParts({
    facts,
    wishes: [wish],
    parentHopId: custody(facts).id,
    from: { id: by.unit.id, path: by.unit.path },
    sentBy: by.accountId,
    now: by.now,
    start: by.start,
  });
  const event = {
    kind: 'support-asked',
    unitId: by.unit.id,
    facts: { supportId: parts.asks[0]?.id ?? null },
  } as const;
  return withParts({ event, ...custodyAsItIs(facts) }, parts);
}
