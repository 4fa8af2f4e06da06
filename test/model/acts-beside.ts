import {
  AssignTicket,
  HandOverWork,
  PauseTicket,
  RequestExclusion,
  RequestExtension,
  ResumeTicket,
  RuleRequest,
} from '@hotline/handling';
import { newId, refuse } from '@hotline/kernel';
import { RecordReferralReply } from '../../libs/handling/use-cases/record-referral-reply.js';
import { ReferTicket } from '../../libs/handling/use-cases/refer-ticket.js';
import { RevokeExclusion } from '../../libs/handling/use-cases/revoke-exclusion.js';
import { AnswerOrder } from '../../libs/supervision/use-cases/answer-order.js';
import { EndOrder } from '../../libs/supervision/use-cases/end-order.js';
import { SuperviseTicket } from '../../libs/supervision/use-cases/supervise-ticket.js';
import { UrgeTicket } from '../../libs/supervision/use-cases/urge-ticket.js';
import { type Act, type Attempt, picked } from './attempt.js';
import type { PlainPerson } from './plain-tree.js';
import type { World } from './world.js';

const says = { mask: false } as const;
const granted = ({ choice }: Attempt): boolean => choice % 3 !== 0;

async function openRequest({ house }: World, { ticket }: Attempt, kind: 'extension' | 'exclusion') {
  const { requests } = await house.facts(ticket.id);
  return requests.find((one) => one.kind === kind && one.decision === null)?.id ?? newId();
}

const ruling = (kind: 'extension' | 'exclusion'): Act => ({
  plain: (attempt) => attempt.ticket.ruleRequest(attempt.person, kind, granted(attempt)),
  real: async (attempt, world, version) =>
    world.house.get(RuleRequest).run(attempt.person.actor, attempt.ticket.id, version, kind, {
      requestId: await openRequest(world, attempt, kind),
      decision: granted(attempt) ? 'granted' : 'refused',
      reason: '按规定裁定',
    }),
});

/** Records of one kind were made one after the other, so their ids stand in the order of the paper's numbers. */
const byAge = <T extends { readonly id: string }>(records: readonly T[]): T[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

const referralOf = ({ ticket, choice }: Attempt) =>
  picked(
    ticket.referrals.filter((one) => one.open),
    choice,
  );
const orderOf = ({ ticket, choice }: Attempt) =>
  picked(
    ticket.orders.filter((one) => one.state !== 'ended'),
    choice,
  );

async function realOrder({ house }: World, attempt: Attempt): Promise<string> {
  const { orders } = await house.facts(attempt.ticket.id);
  const one = orderOf(attempt);
  const own = byAge(orders.filter(({ kind }) => kind !== 'raise'));
  return (one && own[attempt.ticket.orders.indexOf(one)]?.id) ?? newId();
}

/** The colleague of whoever has it in hand. */
const colleague = ({ ticket, handlers }: Attempt): PlainPerson | undefined =>
  handlers.find(({ id }) => id !== ticket.assignee);
const administers = ({ person, ticket }: Attempt): boolean =>
  person.posts.some(({ role, unit }) => role === 'administrator' && ticket.holder.path.startsWith(unit.path));

/** Requests, pauses, referrals, orders and who has it in hand, on paper and in the product. */
export const ACTS_BESIDE: Readonly<Record<string, Act>> = {
  'request-extension': {
    plain: ({ ticket, person }) => ticket.requestExtension(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(RequestExtension).run(person.actor, ticket.id, version, {
        reasonCode: 'long-history',
        reason: '案情复杂',
        workingDays: 1,
        attachmentIds: [],
      }),
  },
  'rule-extension': ruling('extension'),
  'request-exclusion': {
    plain: ({ ticket, person }) => ticket.requestExclusion(person),
    real: async ({ ticket, person }, world, version) =>
      world.house.get(RequestExclusion).run(person.actor, ticket.id, version, {
        reasonCode: 'force-majeure',
        reason: '洪水',
        attachmentIds: [await world.upload(person)],
      }),
  },
  'rule-exclusion': ruling('exclusion'),
  'revoke-exclusion': {
    plain: ({ ticket, person }) => ticket.revokeExclusion(person),
    real: async ({ ticket, person }, { house }, version) => {
      const { requests } = await house.facts(ticket.id);
      const standing = requests.find(
        (one) => one.kind === 'exclusion' && one.decision === 'granted' && !one.revoked,
      );
      const requestId = standing?.id ?? newId();
      return house
        .get(RevokeExclusion)
        .run(person.actor, ticket.id, version, { requestId, reason: '证据不实' });
    },
  },
  pause: {
    plain: ({ ticket, person }) => ticket.pause(person),
    real: ({ ticket, person, choice }, { house }, version) =>
      house.get(PauseTicket).run(person.actor, ticket.id, version, {
        reasonCode: 'awaiting-court',
        thirdParty: '区人民法院',
        reason: '等待判决',
        workingDays: 1 + (choice % 3),
      }),
  },
  resume: {
    plain: ({ ticket, person }) => ticket.resume(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(ResumeTicket).run(person.actor, ticket.id, version, '恢复办理'),
  },
  refer: {
    plain: ({ ticket, person }) => ticket.refer(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(ReferTicket).run(person.actor, ticket.id, version, {
        bodyCode: 'labour-inspection',
        bodyName: null,
        referredOn: '2026-03-10',
        referenceNo: null,
        note: '转请核查',
        attachmentIds: [],
        replyDueOn: null,
      }),
  },
  'record-referral-reply': {
    plain: (attempt) => attempt.ticket.reply(attempt.person, referralOf(attempt)?.no),
    real: async (attempt, { house }, version) => {
      const { referrals } = await house.facts(attempt.ticket.id);
      const one = referralOf(attempt);
      const found = one && byAge(referrals)[attempt.ticket.referrals.indexOf(one)];
      const said = { referralId: found?.id ?? newId(), reply: '已责令改正', attachmentIds: [] };
      return house.get(RecordReferralReply).run(attempt.person.actor, attempt.ticket.id, version, said);
    },
  },
  urge: {
    plain: ({ ticket, person }) => ticket.urge(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(UrgeTicket).run(person.actor, ticket.id, version, { text: '请抓紧', ...says }),
  },
  supervise: {
    plain: ({ ticket, person }) => ticket.supervise(person),
    real: ({ ticket, person }, { house }, version) =>
      house.get(SuperviseTicket).run(person.actor, ticket.id, version, {
        text: '请报告进展',
        within: { amount: 1, unit: 'working-days' },
        ...says,
      }),
  },
  'answer-order': {
    plain: (attempt) => attempt.ticket.answerOrder(attempt.person, orderOf(attempt)?.no),
    real: async (attempt, world, version) => {
      const orderId = await realOrder(world, attempt);
      return world.house
        .get(AnswerOrder)
        .run(attempt.person.actor, attempt.ticket.id, version, { orderId, answer: '正在办理', ...says });
    },
  },
  'end-order': {
    plain: (attempt) => attempt.ticket.endOrder(attempt.person, orderOf(attempt)?.no),
    real: async (attempt, world, version) => {
      const orderId = await realOrder(world, attempt);
      return world.house
        .get(EndOrder)
        .run(attempt.person.actor, attempt.ticket.id, version, { orderId, reason: '已了解', ...says });
    },
  },
  assign: {
    plain: ({ ticket, person, handlers, choice }) => ticket.assign(person, picked(handlers, choice)),
    real: ({ ticket, person, handlers, choice }, { house }, version) =>
      house.get(AssignTicket).run(person.actor, ticket.id, version, {
        assigneeId: picked(handlers, choice)?.id ?? newId(),
        note: null,
      }),
  },
  'hand-over': {
    plain: (attempt) =>
      attempt.ticket.assignee && attempt.ticket.open && colleague(attempt) && administers(attempt)
        ? 'allowed'
        : 'refused',
    real: ({ ticket, person, ...rest }, { house }) => {
      const leaver = ticket.open ? ticket.assignee : null;
      const to = leaver ? colleague({ ticket, person, ...rest })?.id : undefined;
      const order = { unitId: ticket.holder.id, toAccountId: to ?? newId(), reason: '调离' };
      return house.get(HandOverWork).run(person.actor, leaver ?? newId(), order);
    },
    spread: (attempt, { tickets }) => {
      const { assignee, holder } = attempt.ticket;
      const to = colleague(attempt)?.id ?? null;
      const his = tickets.filter((one) => one.open && one.assignee === assignee && one.holder === holder);
      for (const one of his) one.assignee = to;
    },
  },
  /** Nobody does anything until the next thing happens by itself. */
  wait: {
    plain: ({ ticket }) => (ticket.open && ticket.nextByItself() ? 'allowed' : 'refused'),
    real: async ({ ticket }, { house }) => {
      const next = ticket.open ? ticket.nextByItself() : null;
      if (!next) return refuse('wrong-state');
      if (next >= house.clock.now()) house.clock.set(new Date(next.getTime() + 1).toISOString());
    },
  },
};
