import type { TicketFacts } from '../domain/facts.js';
import type { RecusalFacts } from '../domain/recusal.js';
import type { SupportFacts } from '../domain/support.js';

/** The newest word of the worker about the employer's own union, of the ticket with this id column. */
export const CONSENT_OF = (ticketId: string): string =>
  `(select c.agreed from identity_consent c where c.ticket_id = ${ticketId} order by c.at desc, c.id desc limit 1)`;

export const RECUSALS_OF = (ticketId: string): string =>
  `(select json_agg(json_build_object('accountId', r.account_id, 'unitId', r.unit_id)) from recusal r where r.ticket_id = ${ticketId})`;

/** Parts, consent and recusals of a ticket `t`, as facts; a part belongs to whoever carries on for its unit. */
export const TOGETHER_FACTS = `
  (select json_agg(json_build_object('id', s.id, 'hopId', s.hop_id, 'unitId', su.id, 'path', su.path,
    'askedUnitId', s.asked_unit_id, 'askedBy', s.asked_by, 'askedAt', s.asked_at, 'signedAt', sh.signed_at,
    'passedAt', s.passed_at, 'declinedAt', s.declined_at, 'insistedAt', s.insisted_at, 'ending', s.ending)
    order by s.asked_at, s.id) from support s join hop sh on sh.id = s.hop_id
    join unit su on su.id = (select coalesce(x.heir_id, x.id) from unit x where x.id = s.unit_id)
    where s.ticket_id = t.id) as supports,
  ${CONSENT_OF('t.id')} as consent, ${RECUSALS_OF('t.id')} as recusals`;

type Instants = 'askedAt' | 'signedAt' | 'passedAt' | 'declinedAt' | 'insistedAt';
type SupportJson = Omit<SupportFacts, Instants> & { askedAt: string } & Record<
    Exclude<Instants, 'askedAt'>,
    string | null
  >;

export interface TogetherFactsRow {
  supports: SupportJson[] | null;
  consent: boolean | null;
  recusals: RecusalFacts[] | null;
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

export function toTogether({
  supports,
  consent,
  recusals,
}: TogetherFactsRow): Pick<TicketFacts, 'supports' | 'identityConsent' | 'recusals'> {
  return {
    supports: (supports ?? []).map((part) => ({
      ...part,
      askedAt: new Date(part.askedAt),
      signedAt: instant(part.signedAt),
      passedAt: instant(part.passedAt),
      declinedAt: instant(part.declinedAt),
      insistedAt: instant(part.insistedAt),
    })),
    identityConsent: consent === null ? null : { agreed: consent },
    recusals: recusals ?? [],
  };
}
