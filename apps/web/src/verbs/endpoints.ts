import type { TicketVerb } from '../api/contract';
import type { Body } from '../api/routes';

interface VerbPaths {
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
  'link-to-group': `/tickets/${string}/link`;
  'unlink-from-group': `/tickets/${string}/unlink`;
  'save-legal-facts': `/tickets/${string}/legal-facts`;
  'mark-as-petition': `/tickets/${string}/petition`;
  'record-petition-stage': `/tickets/${string}/petition/acts`;
  'reveal-identity': `/tickets/${string}/identity`;
}

/** What the server asks for with each verb. */
export type VerbBody<V extends TicketVerb> = Body<'POST', VerbPaths[V]>;

/** Where each verb is posted. A ruling names the return request it decides, so its path has a part. */
export const ENDPOINTS: { [V in TicketVerb]: (ticketId: string, part?: string) => VerbPaths[V] } = {
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
  archive: (id) => `/tickets/${id}/archive`,
  'save-legal-facts': (id) => `/tickets/${id}/legal-facts`,
  'mark-as-petition': (id) => `/tickets/${id}/petition`,
  'record-petition-stage': (id) => `/tickets/${id}/petition/acts`,
  'reveal-identity': (id) => `/tickets/${id}/identity`,
};
