import type { NewDeclination } from '../data/record-store.js';
import type { ReferralOrder } from '../use-cases/refer-ticket.js';
import type { WithdrawalSaid } from '../use-cases/withdraw-ticket.js';
import type { DeclineTicketBody, ReferTicketBody, WithdrawTicketBody } from './record-bodies.js';

export const withdrawalOf = (body: WithdrawTicketBody): WithdrawalSaid => ({
  toldBy: body.toldBy,
  toldAt: new Date(body.toldAt),
  words: body.words,
  workerContactId: body.workerContactId ?? null,
});

export const declinationOf = (body: DeclineTicketBody): Omit<NewDeclination, 'id'> => ({
  reasonCode: body.reasonCode,
  reason: body.reason,
  guidedTo: body.guidedTo ?? null,
  guidedContact: body.guidedContact ?? null,
});

export const referralOf = (body: ReferTicketBody): ReferralOrder => ({
  bodyCode: body.bodyCode,
  bodyName: body.bodyName ?? null,
  referredOn: body.referredOn,
  referenceNo: body.referenceNo ?? null,
  replyDueOn: body.replyDueOn ?? null,
  note: body.note,
  attachmentIds: body.attachmentIds ?? [],
});
