import { newId } from '@hotline/kernel';
import { AskSupport, ReportSupport, SignSupport } from '@hotline/support';
import { InsistSupport, WithdrawSupport } from '../../libs/support/use-cases/answer-decline.js';
import { DeclineSupport } from '../../libs/support/use-cases/decline-support.js';
import { LogSupportContact } from '../../libs/support/use-cases/log-support-contact.js';
import { PassSupport } from '../../libs/support/use-cases/pass-support.js';
import { RecordIdentityConsent } from '../../libs/support/use-cases/record-identity-consent.js';
import { RecuseFromTicket } from '../../libs/support/use-cases/recuse-from-ticket.js';
import { WaiveSupport } from '../../libs/support/use-cases/waive-support.js';
import { type Act, type Attempt, picked } from './attempt.js';
import type { PlainPart } from './plain-slip.js';
import type { World } from './world.js';

const partOf = ({ ticket, choice }: Attempt): PlainPart | undefined =>
  picked(
    ticket.parts.filter((part) => part.open),
    choice,
  );

/** An open part is known by its unit: no unit has two of one ticket. */
async function at(attempt: Attempt, { house }: World, version: number) {
  const { supports } = await house.facts(attempt.ticket.id);
  const unitId = partOf(attempt)?.unit.id;
  const found = supports.find((part) => part.ending === null && part.unitId === unitId);
  return { ticketId: attempt.ticket.id, partId: found?.id ?? newId(), version };
}

const recusal = { accountId: null, unitId: null, reason: '与被投诉单位负责人系亲属' };

/** Working together, on paper and in the product. */
export const ACTS_TOGETHER: Readonly<Record<string, Act>> = {
  'ask-support': {
    plain: ({ ticket, person, unit }) => ticket.askSupport(person, unit),
    real: ({ ticket, person, unit }, { house }, version) =>
      house
        .get(AskSupport)
        .run(person.actor, ticket.id, version, { unitId: unit.id, asked: '核实', dueAt: null }),
  },
  'sign-support': {
    plain: (attempt) => attempt.ticket.signPart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house.get(SignSupport).run(attempt.person.actor, await at(attempt, world, version)),
  },
  'pass-support': {
    plain: (attempt) => attempt.ticket.passPart(attempt.person, partOf(attempt)?.no, attempt.unit),
    real: async (attempt, world, version) =>
      world.house
        .get(PassSupport)
        .run(attempt.person.actor, await at(attempt, world, version), attempt.unit.id),
  },
  'contact-for-support': {
    plain: (attempt) => attempt.ticket.contactForPart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house.get(LogSupportContact).run(attempt.person.actor, await at(attempt, world, version), {
        means: 'call',
        reached: true,
        note: '已联系',
      }),
  },
  'report-support': {
    plain: (attempt) => attempt.ticket.reportPart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house.get(ReportSupport).run(attempt.person.actor, await at(attempt, world, version), {
        outcome: 'mediated',
        narrative: '已核实。',
        attachmentIds: [],
      }),
  },
  'decline-support': {
    plain: (attempt) => attempt.ticket.declinePart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house
        .get(DeclineSupport)
        .run(attempt.person.actor, await at(attempt, world, version), '无力承担'),
  },
  'insist-support': {
    plain: (attempt) => attempt.ticket.insistOnPart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house.get(InsistSupport).run(attempt.person.actor, await at(attempt, world, version), '仍请协办'),
  },
  'withdraw-support': {
    plain: (attempt) => attempt.ticket.withdrawPart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house
        .get(WithdrawSupport)
        .run(attempt.person.actor, await at(attempt, world, version), '不再需要'),
  },
  'waive-support': {
    plain: (attempt) => attempt.ticket.waivePart(attempt.person, partOf(attempt)?.no),
    real: async (attempt, world, version) =>
      world.house
        .get(WaiveSupport)
        .run(attempt.person.actor, await at(attempt, world, version), '不影响结论'),
  },
  'record-consent': {
    plain: ({ ticket, person, choice }) => ticket.recordConsent(person, choice % 3 !== 0),
    real: ({ ticket, person, choice }, { house }, version) =>
      house
        .get(RecordIdentityConsent)
        .run(person.actor, ticket.id, version, { agreed: choice % 3 !== 0, means: 'call', note: null }),
  },
  'recuse-oneself': {
    plain: ({ ticket, person }) => ticket.recuseSelf(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(RecuseFromTicket).run(person.actor, ticket.id, version, recusal),
  },
  'recuse-unit': {
    plain: ({ ticket, person, unit }) => ticket.recuseUnit(person, unit),
    real: ({ ticket, person, unit }, { house }, version) =>
      house.get(RecuseFromTicket).run(person.actor, ticket.id, version, { ...recusal, unitId: unit.id }),
  },
};
