import { DispatchTicket } from '../../libs/dispatch/use-cases/dispatch-ticket.js';
import { ArchiveTicket, CloseTicket, RecordCallBack } from '@hotline/follow-up';
import { LinkTicket, UnlinkTicket } from '@hotline/grouping';
import {
  LogWorkerContact,
  PassDown,
  ReportHop,
  RequestReturn,
  ReviewReport,
  RuleReturn,
  SignHop,
} from '@hotline/handling';
import { DECLINE_REASONS } from '@hotline/ticket';
import { DeclineTicket } from '../../libs/handling/use-cases/decline-ticket.js';
import { WithdrawTicket } from '../../libs/handling/use-cases/withdraw-ticket.js';
import { RaiseTicket } from '../../libs/supervision/use-cases/raise-ticket.js';
import { newId } from '@hotline/kernel';
import { ACTS_BESIDE } from './acts-beside.js';
import { ACTS_TOGETHER } from './acts-together.js';
import type { Act, Attempt } from './attempt.js';

const SAYS = ['nothing', 'satisfied', 'dissatisfied'] as const;
const said = ({ choice }: Attempt) => SAYS[choice % SAYS.length] ?? 'nothing';
const proposedBy = ({ choice, unit }: Attempt) => (choice % 2 === 0 ? unit : null);
const ruling = ({ choice, unit }: Attempt) => ({
  granted: choice % 3 !== 0,
  owner: choice % 3 === 1 ? unit : null,
});
const RESULT = {
  outcome: 'negotiated',
  amountRecovered: null,
  peopleHelped: null,
  narrative: '已协商解决。',
  workerContactId: null,
  attachmentIds: [],
} as const;
const SILENCE = { solved: null, handlingRating: null, callRating: null, reason: null, note: null } as const;

/** Every verb, on paper and in the product. */
export const ACTS: Readonly<Record<string, Act>> = {
  ...ACTS_TOGETHER,
  ...ACTS_BESIDE,
  dispatch: {
    plain: ({ ticket, person, unit }) => ticket.dispatch(person, unit, null),
    real: ({ ticket, person, unit }, { house }, version) =>
      house.get(DispatchTicket).run(person.actor, { ticketId: ticket.id, version, unitId: unit.id }),
  },
  'dispatch-to-two': {
    plain: ({ ticket, person, unit, second }) => ticket.dispatch(person, unit, second),
    real: ({ ticket, person, unit, second }, { house }, version) =>
      house.get(DispatchTicket).run(person.actor, {
        ticketId: ticket.id,
        version,
        unitId: unit.id,
        support: [{ unitId: second.id, asked: '核实用工情况', dueAt: null }],
      }),
  },
  sign: {
    plain: ({ ticket, person }) => ticket.sign(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(SignHop).run(person.actor, ticket.id, version),
  },
  contact: {
    plain: ({ ticket, person }) => ticket.contact(person),
    real: ({ ticket, person }, { house }, version) =>
      house
        .get(LogWorkerContact)
        .run(person.actor, ticket.id, version, { means: 'call', reached: true, note: '已联系' }),
  },
  'pass-down': {
    plain: ({ ticket, person, unit }) => ticket.passDown(person, unit),
    real: ({ ticket, person, unit }, { house }, version) =>
      house.get(PassDown).run(person.actor, ticket.id, version, { unitId: unit.id, note: null }),
  },
  'request-return': {
    plain: (attempt) => attempt.ticket.requestReturn(attempt.person, proposedBy(attempt)),
    real: (attempt, { house }, version) =>
      house.get(RequestReturn).run(attempt.person.actor, attempt.ticket.id, version, {
        reasonCode: 'wrong-duty',
        clause: null,
        reason: '不属本单位职责',
        proposedUnitId: proposedBy(attempt)?.id ?? null,
      }),
  },
  'rule-return': {
    plain: (attempt) => {
      const { granted, owner } = ruling(attempt);
      return attempt.ticket.ruleReturn(attempt.person, granted, owner);
    },
    real: async (attempt, { house }, version) => {
      const { granted, owner } = ruling(attempt);
      const { openReturn } = await house.facts(attempt.ticket.id);
      return house.get(RuleReturn).run(attempt.person.actor, attempt.ticket.id, version, {
        returnId: openReturn?.id ?? newId(),
        decision: granted ? 'granted' : 'refused',
        reason: '按职责裁定',
        toUnitId: owner?.id ?? null,
      });
    },
  },
  report: {
    plain: ({ ticket, person }) => ticket.report(person, false),
    real: ({ ticket, person }, { house }, version) =>
      house.get(ReportHop).run(person.actor, ticket.id, version, RESULT),
  },
  'report-waiving': {
    plain: ({ ticket, person }) =>
      ticket.parts.some((part) => part.open) ? ticket.report(person, true) : 'refused',
    real: async ({ ticket, person }, { house }, version) => {
      const { supports } = await house.facts(ticket.id);
      const open = supports.filter((part) => part.ending === null);
      // Without an open part there is nothing to waive, and a waiver of nothing is no report.
      const ids = open.length > 0 ? open.map((part) => part.id) : [newId()];
      const waivers = ids.map((supportId) => ({ supportId, reason: '不影响结论' }));
      return house.get(ReportHop).run(person.actor, ticket.id, version, RESULT, waivers);
    },
  },
  review: {
    plain: ({ ticket, person, choice }) => ticket.review(person, choice % 3 !== 0),
    real: ({ ticket, person, choice }, { house }, version) =>
      house.get(ReviewReport).run(person.actor, ticket.id, version, {
        decision: choice % 3 !== 0 ? 'accept' : 'redo',
        reason: '理由',
      }),
  },
  'call-back': {
    plain: (attempt) => attempt.ticket.callBack(attempt.person, said(attempt)),
    real: (attempt, { house }, version) => {
      const rating = said(attempt);
      const answer =
        rating === 'nothing'
          ? ({ ...SILENCE, reached: false, notReachedReason: 'no-answer' } as const)
          : ({
              reached: true,
              notReachedReason: null,
              solved: 'yes',
              handlingRating: rating,
              callRating: 'satisfied',
              reason: '如实记录',
              note: null,
            } as const);
      return house.get(RecordCallBack).run(attempt.person.actor, attempt.ticket.id, version, answer);
    },
  },
  close: {
    plain: ({ ticket, person }) => ticket.close(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(CloseTicket).run(person.actor, ticket.id, version, null),
  },
  archive: {
    plain: ({ ticket, person }) => ticket.archive(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(ArchiveTicket).run(person.actor, ticket.id, version),
  },
  raise: {
    plain: ({ ticket, person }) => ticket.raise(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(RaiseTicket).run(person.actor, ticket.id, version, { reason: '久拖不决', mask: false }),
  },
  withdraw: {
    plain: ({ ticket, person, choice }) => (choice === 0 ? ticket.withdraw(person) : 'refused'),
    real: ({ ticket, person, choice }, { house }, version) =>
      house.get(WithdrawTicket).run(person.actor, ticket.id, version, {
        toldBy: 'worker',
        // Most of the time said of a day before the case: otherwise nothing would live to be reported.
        toldAt: choice === 0 ? house.clock.now() : new Date(0),
        words: '问题已自行解决',
        workerContactId: null,
      }),
  },
  decline: {
    plain: ({ ticket, person }) => ticket.decline(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(DeclineTicket).run(person.actor, ticket.id, version, {
        reasonCode: DECLINE_REASONS[0]?.code ?? '',
        reason: '不属工会职责',
        guidedTo: null,
        guidedContact: null,
      }),
  },
  link: {
    plain: ({ ticket, person, other }) => ticket.link(person, other),
    real: ({ ticket, person, other }, { house }, version) =>
      house.get(LinkTicket).run(person.actor, ticket.id, version, {
        masterTicketId: other.id,
        kind: 'repeat',
        reason: '同一诉求',
      }),
  },
  unlink: {
    plain: ({ ticket, person }) => ticket.unlink(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(UnlinkTicket).run(person.actor, ticket.id, version, '并错了'),
  },
};
