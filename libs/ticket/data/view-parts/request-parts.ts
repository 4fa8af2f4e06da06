import type { UnitTree } from '@hotline/organization';
import type {
  DeclinationBody,
  PauseBody,
  ReferralBody,
  RequestBody,
  RequestPartsBody,
  TicketRestatementBody,
  WithdrawalBody,
} from '../../http/request-view-bodies.js';

const NAME = (account: string): string => `(select a.display_name from account a where a.id = ${account})`;

/** Requests, pauses, referrals, the ends before the end, and every deadline that moved, as one column of ticket `t`. */
export const REQUEST_PARTS_SQL = `json_build_object(
  'requests', (select json_agg(json_build_object('id', q.id, 'kind', q.kind, 'unitId', q.unit_id,
    'by', ${NAME('q.account_id')}, 'at', q.at, 'reasonCode', q.reason_code, 'reason', q.reason,
    'workingDays', q.working_days, 'attachmentIds', q.attachment_ids, 'rulerUnitId', q.ruler_unit_id,
    'ruledAt', q.ruled_at, 'ruledBy', ${NAME('q.ruled_by')}, 'decision', q.decision, 'rulingReason', q.ruling_reason,
    'revokedAt', q.revoked_at, 'revokedBy', ${NAME('q.revoked_by')}, 'revokeReason', q.revoke_reason) order by q.at)
    from ruling_request q where q.ticket_id = t.id),
  'raises', (select json_agg(json_build_object('requestId', x.request_id, 'fromUnitId', x.from_unit_id,
    'toUnitId', x.to_unit_id, 'at', x.at) order by x.at) from request_raise x where x.ticket_id = t.id),
  'pauses', (select json_agg(json_build_object('id', s.id, 'hopId', s.hop_id, 'unitId', s.unit_id,
    'by', ${NAME('s.account_id')}, 'at', s.at, 'reasonCode', s.reason_code, 'thirdParty', s.third_party,
    'reason', s.reason, 'untilAt', s.until_at, 'endedAt', s.ended_at, 'endedBy', ${NAME('s.ended_by')},
    'endedHow', s.ended_how, 'endNote', s.end_note) order by s.at) from pause s where s.ticket_id = t.id),
  'referrals', (select json_agg(json_build_object('id', f.id, 'unitId', f.unit_id, 'by', ${NAME('f.account_id')},
    'at', f.at, 'bodyCode', f.body_code, 'bodyName', f.body_name, 'referredOn', f.referred_on,
    'referenceNo', f.reference_no, 'note', f.note, 'attachmentIds', f.attachment_ids, 'repliedAt', f.replied_at,
    'repliedBy', ${NAME('f.replied_by')}, 'reply', f.reply, 'replyAttachmentIds', f.reply_attachment_ids,
    'endedAt', f.ended_at) order by f.at) from referral f where f.ticket_id = t.id),
  'withdrawal', (select json_build_object('unitId', w.unit_id, 'by', ${NAME('w.account_id')}, 'at', w.at,
    'toldBy', w.told_by, 'toldAt', w.told_at, 'words', w.words) from withdrawal w where w.ticket_id = t.id),
  'declination', (select json_build_object('unitId', d.unit_id, 'by', ${NAME('d.account_id')}, 'at', d.at,
    'reasonCode', d.reason_code, 'reason', d.reason, 'guidedTo', d.guided_to, 'guidedContact', d.guided_contact)
    from declination d where d.ticket_id = t.id order by d.at desc limit 1),
  'restatements', (select json_agg(json_build_object('clockId', r.clock_id, 'at', r.at, 'by', ${NAME('r.by')},
    'reason', r.reason, 'fromDueAt', r.from_due_at, 'toDueAt', r.to_due_at) order by r.at, r.id)
    from clock_restatement r where r.ticket_id = t.id))`;

type Told<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};
type InUnit<T> = Omit<Told<T>, 'unit'> & { readonly unitId: string };

interface RequestJson extends Omit<
  InUnit<RequestBody>,
  'ruler' | 'dueAt' | 'raises' | 'ruling' | 'revocation'
> {
  readonly rulerUnitId: string;
  readonly ruledAt: string | null;
  readonly ruledBy: string | null;
  readonly decision: 'granted' | 'refused' | 'lapsed' | null;
  readonly rulingReason: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly revokeReason: string | null;
}

interface RaiseJson {
  readonly requestId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly at: string;
}

/** Instants are ISO texts, an empty list is null. */
export interface RequestPartsJson {
  readonly requests: readonly RequestJson[] | null;
  readonly raises: readonly RaiseJson[] | null;
  readonly pauses: readonly InUnit<PauseBody>[] | null;
  readonly referrals: readonly Omit<InUnit<ReferralBody>, 'dueAt'>[] | null;
  readonly withdrawal: InUnit<WithdrawalBody> | null;
  readonly declination: InUnit<DeclinationBody> | null;
  readonly restatements: readonly Told<TicketRestatementBody>[] | null;
}

/** Of a ticket just opened. */
export const NO_REQUEST_PARTS: RequestPartsJson = {
  requests: null,
  raises: null,
  pauses: null,
  referrals: null,
  withdrawal: null,
  declination: null,
  restatements: null,
};

// Sweeps and machine imports carry no person.
const SYSTEM = '系统';
const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

interface PartsRow {
  readonly request_parts: RequestPartsJson;
  readonly clocks: readonly { readonly subject_id: string | null; readonly due_at: string }[] | null;
}

/** The records of requests as the ticket page shows them. */
export class RequestParts {
  constructor(private readonly units: UnitTree) {}

  /** @param keptFrom the reader may not read the worker's words */
  of(row: PartsRow, keptFrom: boolean): RequestPartsBody {
    const json = row.request_parts;
    const dueOf = new Map((row.clocks ?? []).map((one) => [one.subject_id, new Date(one.due_at)]));
    return {
      requests: (json.requests ?? []).map((one) => this.request(one, json.raises ?? [], dueOf)),
      pauses: (json.pauses ?? []).map(({ unitId, ...one }) => ({
        ...one,
        unit: this.units.brief(unitId),
        at: new Date(one.at),
        untilAt: new Date(one.untilAt),
        endedAt: instant(one.endedAt),
      })),
      referrals: (json.referrals ?? []).map(({ unitId, ...one }) => ({
        ...one,
        unit: this.units.brief(unitId),
        at: new Date(one.at),
        dueAt: dueOf.get(one.id) ?? null,
        repliedAt: instant(one.repliedAt),
        endedAt: instant(one.endedAt),
      })),
      withdrawal: this.withdrawal(json.withdrawal, keptFrom),
      declination: this.declination(json.declination),
      restatements: (json.restatements ?? []).map((one) => ({
        ...one,
        by: one.by ?? SYSTEM,
        at: new Date(one.at),
        fromDueAt: new Date(one.fromDueAt),
        toDueAt: new Date(one.toDueAt),
      })),
    };
  }

  /** How often, and to whom, a request went up because nobody ruled in time. */
  raisesOf({ raises }: Pick<RequestPartsJson, 'raises'>, requestId: string): RequestBody['raises'] {
    return (raises ?? [])
      .filter((raise) => raise.requestId === requestId)
      .map(({ fromUnitId, toUnitId, at }) => ({
        fromUnit: this.units.brief(fromUnitId),
        toUnit: this.units.brief(toUnitId),
        at: new Date(at),
      }));
  }

  private withdrawal(json: RequestPartsJson['withdrawal'], keptFrom: boolean): WithdrawalBody | null {
    if (!json) return null;
    const { unitId, ...rest } = json;
    const said = keptFrom ? { ...rest, words: '' } : rest;
    return { ...said, unit: this.units.brief(unitId), at: new Date(json.at), toldAt: new Date(json.toldAt) };
  }

  private declination(json: RequestPartsJson['declination']): DeclinationBody | null {
    if (!json) return null;
    const { unitId, ...rest } = json;
    return { ...rest, unit: this.units.brief(unitId), at: new Date(json.at) };
  }

  private request(
    one: RequestJson,
    raises: readonly RaiseJson[],
    dueOf: ReadonlyMap<string | null, Date>,
  ): RequestBody {
    const { ruledAt, decision, revokedAt } = one;
    return {
      id: one.id,
      kind: one.kind,
      unit: this.units.brief(one.unitId),
      by: one.by,
      at: new Date(one.at),
      reasonCode: one.reasonCode,
      reason: one.reason,
      workingDays: one.workingDays,
      attachmentIds: one.attachmentIds,
      ruler: this.units.brief(one.rulerUnitId),
      dueAt: dueOf.get(one.id) ?? null,
      raises: this.raisesOf({ raises }, one.id),
      ruling:
        ruledAt && decision
          ? {
              by: one.ruledBy ?? SYSTEM,
              at: new Date(ruledAt),
              decision,
              reason: one.rulingReason ?? '',
              toUnit: null,
            }
          : null,
      revocation: revokedAt
        ? { by: one.revokedBy ?? SYSTEM, at: new Date(revokedAt), reason: one.revokeReason ?? '' }
        : null,
    };
  }
}
