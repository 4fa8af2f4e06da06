import type { TicketVerb } from '../api/contract';

export interface Endpoint {
  method: 'POST';
  path: (ticketId: string, part?: string) => string;
}

const post = (tail: string): Endpoint => ({ method: 'POST', path: (id) => `/tickets/${id}/${tail}` });

/** Where each verb is sent. A ruling names the return request it decides, so its path has a part. */
export const ENDPOINTS: Record<TicketVerb, Endpoint> = {
  dispatch: post('dispatch'),
  recall: post('recall'),
  sign: post('sign'),
  'log-worker-contact': post('worker-contacts'),
  'pass-down': post('pass-down'),
  'request-return': post('returns'),
  'rule-return': {
    method: 'POST',
    path: (id, returnId = '') => `/tickets/${id}/returns/${returnId}/ruling`,
  },
  report: post('reports'),
  review: post('reviews'),
  'record-call-back': post('call-backs'),
  close: post('close'),
  'reveal-identity': post('identity'),
};
