import { type Actor, actsFor, overrules, type Permission } from '@hotline/organization';
import { custody, type TicketFacts } from '../facts.js';
import { openParts } from '../support.js';
import { openRequest, type RequestKind } from '../request-facts.js';

interface InWhoseName {
  readonly zh: string;
  readonly en: string;
  readonly holds: (facts: TicketFacts, actor: Actor, permission: Permission) => boolean;
}

type Holds = InWhoseName['holds'];

/** Strictly above: nobody urges or supervises itself. */
const aboveTurn: Holds = ({ turn }, actor, permission) =>
  !!turn && !actsFor(actor, permission, turn.unit.id) && overrules(actor, permission, turn.unit.path);
/** The unit a request went to; never the person who asked, also where that person works for this unit. */
const rules =
  (kind: RequestKind): InWhoseName['holds'] =>
  (facts, actor, permission) => {
    const request = openRequest(facts, kind);
    return (
      !!request && request.accountId !== actor.accountId && actsFor(actor, permission, request.rulerUnitId)
    );
  };

/** In whose name a verb is done. */
export const WHO = {
  'turn-unit': {
    zh: '轮到的单位',
    en: 'the unit whose turn it is',
    holds: (facts, actor, permission) => !!facts.turn && actsFor(actor, permission, facts.turn.unit.id),
  },
  'above-turn-unit': {
    zh: '轮到的单位或其上级',
    en: 'the unit whose turn it is, or one above it',
    holds: (facts, actor, permission) => !!facts.turn && overrules(actor, permission, facts.turn.unit.path),
  },
  'custody-unit': {
    zh: '主办单位',
    en: 'the accountable unit',
    holds: (facts, actor, permission) => actsFor(actor, permission, custody(facts).toUnitId),
  },
  'above-custody': {
    zh: '主办单位的上级',
    en: 'a unit above the accountable one',
    holds: (facts, actor, permission) =>
      !actsFor(actor, permission, custody(facts).toUnitId) &&
      overrules(actor, permission, custody(facts).toPath),
  },
  'custody-or-above': {
    zh: '主办单位或其上级',
    en: 'the accountable unit or one above it',
    holds: (facts, actor, permission) => overrules(actor, permission, custody(facts).toPath),
  },
  'ruling-unit': {
    zh: '裁定单位',
    en: 'the unit asked to rule',
    holds: (facts, actor, permission) =>
      !!facts.openReturn && actsFor(actor, permission, facts.openReturn.rulerUnitId),
  },
  // Hops sent on by the system carry no sender: the last person who sent the ticket on its way may call it back.
  sender: {
    zh: '派单人',
    en: 'the person who sent it',
    holds: (facts, actor) => facts.hops.filter((hop) => hop.sentBy).at(-1)?.sentBy === actor.accountId,
  },
  'superior-of-turn': {
    zh: '轮到的单位的上级',
    en: 'a unit above the one whose turn it is',
    holds: aboveTurn,
  },
  'superior-or-intake': {
    zh: '轮到的单位的上级，或受理单位',
    en: 'a unit above the one whose turn it is, or the unit that took the case',
    holds: (facts, actor, permission) =>
      aboveTurn(facts, actor, permission) ||
      (!!facts.turn && facts.turn.unit.id !== facts.intake.id && actsFor(actor, permission, facts.intake.id)),
  },
  'ordered-unit': {
    zh: '被催办、督办的单位',
    en: 'the unit an open order is addressed to',
    holds: (facts, actor, permission) =>
      facts.orders.some((one) => one.open && actsFor(actor, permission, one.toUnitId)),
  },
  'order-giver': {
    zh: '下达督办的单位',
    en: 'the unit that gave the order',
    holds: (facts, actor, permission) =>
      facts.orders.some((one) => !one.ended && actsFor(actor, permission, one.fromUnitId)),
  },
  'receipt-unit': {
    zh: '被告知的值班单位',
    en: 'the unit whose duty leader was told',
    holds: (facts, actor, permission) =>
      facts.openClocks.some((one) => one.kind === 'receipt' && actsFor(actor, permission, one.unitId)),
  },
  'intake-or-custody': {
    zh: '受理单位或主办单位',
    en: 'the unit that took the case, or the accountable one',
    holds: (facts, actor, permission) =>
      actsFor(actor, permission, facts.intake.id) || actsFor(actor, permission, custody(facts).toUnitId),
  },
  'intake-unit': {
    zh: '受理单位',
    en: 'the unit that took the case',
    holds: (facts, actor, permission) => actsFor(actor, permission, facts.intake.id),
  },
  'custody-or-intake': {
    zh: '主办单位或受理单位',
    en: 'the accountable unit or the one that took the case',
    holds: (facts, actor, permission) =>
      actsFor(actor, permission, custody(facts).toUnitId) || actsFor(actor, permission, facts.intake.id),
  },
  'extension-ruler': {
    zh: '被请求延期的上级（不得为申请人本人）',
    en: 'the superior asked for the extension, another person than who asked',
    holds: rules('extension'),
  },
  'exclusion-ruler': {
    zh: '被请求剔除的上级（不得为申请人本人）',
    en: 'the superior asked for the exclusion, another person than who asked',
    holds: rules('exclusion'),
  },
  'hearing-desk': {
    zh: '受理单位坐席，或主办单位承办人',
    en: 'an agent of the unit that took the case, or a handler of the accountable one',
    holds: (facts, actor) =>
      actsFor(actor, 'ticket.call-back', facts.intake.id) ||
      actsFor(actor, 'ticket.handle', custody(facts).toUnitId),
  },
  'referring-unit': {
    zh: '转交的单位或主办单位',
    en: 'the unit that referred it, or the accountable one',
    holds: (facts, actor, permission) =>
      actsFor(actor, permission, custody(facts).toUnitId) ||
      facts.referrals.some((one) => one.open && actsFor(actor, permission, one.unitId)),
  },
  'once-in-custody': {
    zh: '经手过的单位',
    en: 'a unit that has had it',
    holds: (facts, actor, permission) =>
      facts.hops.some((hop) => !hop.recalledAt && actsFor(actor, permission, hop.toUnitId)),
  },
  'support-unit': {
    zh: '协办单位',
    en: 'a unit asked for a part of it',
    holds: (facts, actor, permission) =>
      facts.supports.some((part) => actsFor(actor, permission, part.unitId)),
  },
  'in-on-the-case': {
    zh: '经手过的单位，或正在协办的单位',
    en: 'a unit that has had it, or one that supports it now',
    holds: (facts, actor, permission) =>
      facts.hops.some((hop) => !hop.recalledAt && actsFor(actor, permission, hop.toUnitId)) ||
      openParts(facts).some((part) => part.signedAt && actsFor(actor, permission, part.unitId)),
  },
  reader: {
    zh: '能看到工单的人',
    en: 'whoever sees the ticket',
    holds: () => true,
  },
} as const satisfies Record<string, InWhoseName>;

export type Who = keyof typeof WHO;
