import type { Instant, Transaction } from '@hotline/kernel';
import type { Actor, Tree, UnitTree } from '@hotline/organization';
import { prepared } from '@hotline/platform';
import { custody, type TicketFacts } from '../domain/facts.js';
import { isUnionOf } from '../domain/employer-union.js';
import { partVerbsFor } from '../domain/lifecycle/index.js';
import { isRecused } from '../domain/recusal.js';
import type { PartEnding, PartSource } from '../domain/support.js';
import type { ClockBody } from '../http/hop-bodies.js';
import type { TogetherBody } from '../http/together-bodies.js';

const NAME = (account: string): string => `(select a.display_name from account a where a.id = ${account})`;

const SQL = `
select
  (select json_agg(json_build_object('id', s.id, 'hopId', s.hop_id, 'unitId', s.unit_id, 'asked', s.asked,
    'source', s.source, 'askedUnitId', s.asked_unit_id, 'askedBy', ${NAME('s.asked_by')}, 'askedAt', s.asked_at,
    'explanation', h.explanation ->> 'text', 'signedAt', h.signed_at, 'signedBy', ${NAME('h.signed_by')},
    'passedAt', s.passed_at, 'declinedAt', s.declined_at, 'declinedBy', ${NAME('s.declined_by')},
    'declineReason', s.decline_reason, 'insistedAt', s.insisted_at, 'insistedBy', ${NAME('s.insisted_by')},
    'insistReason', s.insist_reason, 'endedAt', s.ended_at, 'endedBy', ${NAME('s.ended_by')}, 'ending', s.ending,
    'endReason', s.end_reason, 'outcome', s.outcome, 'narrative', s.narrative, 'attachmentIds', s.attachment_ids)
    order by s.asked_at, s.id) from support s join hop h on h.id = s.hop_id where s.ticket_id = $1) as supports,
  (select json_build_object('agreed', c.agreed, 'means', c.means, 'note', c.note, 'unitId', c.unit_id,
    'by', ${NAME('c.account_id')}, 'at', c.at) from identity_consent c where c.ticket_id = $1
    order by c.at desc, c.id desc limit 1) as consent,
  (select json_agg(json_build_object('id', r.id, 'who', ${NAME('r.account_id')}, 'unitId', r.unit_id,
    'reason', r.reason, 'ordered', r.ordered, 'by', ${NAME('r.by')}, 'at', r.at) order by r.at, r.id)
    from recusal r where r.ticket_id = $1) as recusals`;

interface Said {
  at: string;
  by: string | null;
}

interface SupportJson {
  id: string;
  hopId: string;
  unitId: string;
  asked: string;
  source: PartSource;
  askedUnitId: string;
  askedBy: string | null;
  askedAt: string;
  explanation: string;
  signedAt: string | null;
  signedBy: string | null;
  passedAt: string | null;
  declinedAt: string | null;
  declinedBy: string | null;
  declineReason: string | null;
  insistedAt: string | null;
  insistedBy: string | null;
  insistReason: string | null;
  endedAt: string | null;
  endedBy: string | null;
  ending: PartEnding | null;
  endReason: string | null;
  outcome: string | null;
  narrative: string | null;
  attachmentIds: string[];
}

export interface TogetherRow {
  [column: string]: unknown;
  supports: SupportJson[] | null;
  consent:
    (Said & { agreed: boolean; means: TogetherConsent['means']; note: string | null; unitId: string }) | null;
  recusals:
    | (Said & { id: string; who: string | null; unitId: string | null; reason: string; ordered: boolean })[]
    | null;
}
type TogetherConsent = NonNullable<TogetherBody['identityConsent']>;

/** What a ticket just opened has: nobody helps yet. */
export const NOBODY_ELSE: TogetherRow = { supports: null, consent: null, recusals: null };

export async function readTogether(tx: Transaction, ticketId: string): Promise<TogetherRow> {
  return (await prepared<TogetherRow>(tx, 'ticket-together', SQL, [ticketId]))[0] ?? NOBODY_ELSE;
}

const SYSTEM = '系统';
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export interface TogetherReader {
  readonly facts: TicketFacts;
  readonly actor: Actor;
  readonly now: Instant;
  readonly clocks: readonly (ClockBody & { readonly subjectId: string | null })[];
  /** Everything the worker said is kept from this reader. */
  readonly keptFrom: boolean;
}

/** Parts, consent and recusals as the ticket page shows them to one reader. */
export function togetherBody(row: TogetherRow, units: UnitTree, reader: TogetherReader): TogetherBody {
  const { facts, actor, now, clocks, keptFrom } = reader;
  return {
    supports: (row.supports ?? []).map(({ unitId, askedUnitId, ...part }) => ({
      ...part,
      attachmentIds: keptFrom ? [] : part.attachmentIds,
      unit: units.brief(unitId),
      askedUnit: units.brief(askedUnitId),
      askedBy: part.askedBy ?? SYSTEM,
      askedAt: new Date(part.askedAt),
      signedAt: instant(part.signedAt),
      passedAt: instant(part.passedAt),
      declinedAt: instant(part.declinedAt),
      insistedAt: instant(part.insistedAt),
      endedAt: instant(part.endedAt),
      clock: clocks.filter((clock) => clock.subjectId === part.id).at(-1) ?? null,
      verbs: partVerbsFor(facts, part.id, actor, now),
    })),
    identityConsent: row.consent && {
      agreed: row.consent.agreed,
      means: row.consent.means,
      note: keptFrom ? null : row.consent.note,
      unit: units.brief(row.consent.unitId),
      by: row.consent.by ?? SYSTEM,
      at: new Date(row.consent.at),
    },
    recusals: (row.recusals ?? []).map(({ unitId, ...one }) => ({
      ...one,
      unit: unitId ? units.brief(unitId) : null,
      by: one.by ?? SYSTEM,
      at: new Date(one.at),
    })),
    recused: isRecused(facts, actor),
    recusalSuggested: suggestsRecusal(facts, actor, units.current()),
  };
}

/** The complaint is about a union, and it may be the reader's own: 回避 is suggested, never assumed. */
function suggestsRecusal(facts: TicketFacts, actor: Actor, tree: Tree): boolean {
  if (facts.kind !== 'complaint' || isRecused(facts, actor)) return false;
  const posts = actor.memberships.flatMap(({ unitId }) => tree.find(unitId) ?? []);
  const named = posts.some((unit) => isUnionOf(unit.name, facts.employer) || unit.name === facts.employer);
  const about = facts.field === 'union-affairs' && posts.some((unit) => unit.id === custody(facts).toUnitId);
  return (
    named ||
    (about && facts.employer !== null && posts.some((unit) => facts.employer?.includes(unit.shortName)))
  );
}
