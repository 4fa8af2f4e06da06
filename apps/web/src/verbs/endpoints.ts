import type { TicketVerb } from '../api/contract';
import type { Body } from '../api/routes';
import { REQUEST_ENDPOINTS, type RequestPaths } from './request-endpoints';

interface VerbPaths extends RequestPaths {
  dispatch: `/tickets/${string}/dispatch`;
  recall: `/tickets/${string}/recall`;
  sign: `/tickets/${string}/sign`;
  'log-worker-contact': `/tickets/${string}/worker-contacts`;
  'pass-down': `/tickets/${string}/pass-down`;
  'request-return': `/tickets/${string}/returns`;
  'rule-return': `/tickets/${string}/returns/${string}/ruling`;
  report: `/tickets/${string}/reports`;
  review: `/tickets/${string}/reviews`;
  'record-call-back': `/tickets/${string}/call-backs`;
  close: `/tickets/${string}/close`;
  archive: `/tickets/${string}/archive`;
  'check-quality': `/tickets/${string}/quality-checks`;
  'link-to-group': `/tickets/${string}/link`;
  'unlink-from-group': `/tickets/${string}/unlink`;
  'save-legal-facts': `/tickets/${string}/legal-facts`;
  'mark-as-petition': `/tickets/${string}/petition`;
  'record-petition-stage': `/tickets/${string}/petition/acts`;
  'ask-support': `/tickets/${string}/supports`;
  'sign-support': `/tickets/${string}/supports/${string}/sign`;
  'pass-support': `/tickets/${string}/supports/${string}/pass`;
  'contact-for-support': `/tickets/${string}/supports/${string}/worker-contacts`;
  'report-support': `/tickets/${string}/supports/${string}/report`;
  'decline-support': `/tickets/${string}/supports/${string}/decline`;
  'insist-support': `/tickets/${string}/supports/${string}/insist`;
  'withdraw-support': `/tickets/${string}/supports/${string}/withdraw`;
  'waive-support': `/tickets/${string}/supports/${string}/waive`;
  'record-consent': `/tickets/${string}/identity-consent`;
  recuse: `/tickets/${string}/recusals`;
  urge: `/tickets/${string}/urges`;
  supervise: `/tickets/${string}/supervisions`;
  raise: `/tickets/${string}/raise`;
  'answer-order': `/tickets/${string}/orders/${string}/answer`;
  'end-order': `/tickets/${string}/orders/${string}/end`;
  'take-over-ladder': `/tickets/${string}/ladder/take-over`;
  'confirm-receipt': `/tickets/${string}/receipts/${string}/confirm`;
  'record-transfer': `/tickets/${string}/specialist-transfers`;
  'reveal-identity': `/tickets/${string}/identity`;
}

/** Looked up once for each verb: asked again for every generic use it would be too much for the compiler. */
type VerbBodies = { [V in TicketVerb]: Body<'POST', VerbPaths[V]> };
/** What the server asks for with each verb. */
export type VerbBody<V extends TicketVerb> = VerbBodies[V];

/** Where each verb is posted. A ruling names the return request it decides, so its path has a part. */
export const ENDPOINTS: { [V in TicketVerb]: (ticketId: string, part?: string) => VerbPaths[V] } = {
  ...REQUEST_ENDPOINTS,
  dispatch: (id) => `/tickets/${id}/dispatch`,
  recall: (id) => `/tickets/${id}/recall`,
  sign: (id) => `/tickets/${id}/sign`,
  'log-worker-contact': (id) => `/tickets/${id}/worker-contacts`,
  'pass-down': (id) => `/tickets/${id}/pass-down`,
  'request-return': (id) => `/tickets/${id}/returns`,
  'rule-return': (id, returnId = '') => `/tickets/${id}/returns/${returnId}/ruling`,
  report: (id) => `/tickets/${id}/reports`,
  review: (id) => `/tickets/${id}/reviews`,
  'record-call-back': (id) => `/tickets/${id}/call-backs`,
  close: (id) => `/tickets/${id}/close`,
  'link-to-group': (id) => `/tickets/${id}/link`,
  'unlink-from-group': (id) => `/tickets/${id}/unlink`,
  'check-quality': (id) => `/tickets/${id}/quality-checks`,
  archive: (id) => `/tickets/${id}/archive`,
  'save-legal-facts': (id) => `/tickets/${id}/legal-facts`,
  'mark-as-petition': (id) => `/tickets/${id}/petition`,
  'record-petition-stage': (id) => `/tickets/${id}/petition/acts`,
  'ask-support': (id) => `/tickets/${id}/supports`,
  'sign-support': (id, part = '') => `/tickets/${id}/supports/${part}/sign`,
  'pass-support': (id, part = '') => `/tickets/${id}/supports/${part}/pass`,
  'contact-for-support': (id, part = '') => `/tickets/${id}/supports/${part}/worker-contacts`,
  'report-support': (id, part = '') => `/tickets/${id}/supports/${part}/report`,
  'decline-support': (id, part = '') => `/tickets/${id}/supports/${part}/decline`,
  'insist-support': (id, part = '') => `/tickets/${id}/supports/${part}/insist`,
  'withdraw-support': (id, part = '') => `/tickets/${id}/supports/${part}/withdraw`,
  'waive-support': (id, part = '') => `/tickets/${id}/supports/${part}/waive`,
  'record-consent': (id) => `/tickets/${id}/identity-consent`,
  recuse: (id) => `/tickets/${id}/recusals`,
  urge: (id) => `/tickets/${id}/urges`,
  supervise: (id) => `/tickets/${id}/supervisions`,
  raise: (id) => `/tickets/${id}/raise`,
  'answer-order': (id, orderId = '') => `/tickets/${id}/orders/${orderId}/answer`,
  'end-order': (id, orderId = '') => `/tickets/${id}/orders/${orderId}/end`,
  'take-over-ladder': (id) => `/tickets/${id}/ladder/take-over`,
  'confirm-receipt': (id, receiptId = '') => `/tickets/${id}/receipts/${receiptId}/confirm`,
  'record-transfer': (id) => `/tickets/${id}/specialist-transfers`,
  'reveal-identity': (id) => `/tickets/${id}/identity`,
};
