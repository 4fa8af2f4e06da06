/** Where the verbs of requests and records are posted; a ruling, a revocation and a reply name their record. */
export interface RequestPaths {
  'request-extension': `/tickets/${string}/extensions`;
  'rule-extension': `/tickets/${string}/extensions/${string}/ruling`;
  pause: `/tickets/${string}/pauses`;
  resume: `/tickets/${string}/resume`;
  'request-exclusion': `/tickets/${string}/exclusions`;
  'rule-exclusion': `/tickets/${string}/exclusions/${string}/ruling`;
  'revoke-exclusion': `/tickets/${string}/exclusions/${string}/revocation`;
  withdraw: `/tickets/${string}/withdrawal`;
  decline: `/tickets/${string}/decline`;
  refer: `/tickets/${string}/referrals`;
  'record-referral-reply': `/tickets/${string}/referrals/${string}/reply`;
  assign: `/tickets/${string}/assign`;
}

export const REQUEST_ENDPOINTS: {
  [V in keyof RequestPaths]: (ticketId: string, part?: string) => RequestPaths[V];
} = {
  'request-extension': (id) => `/tickets/${id}/extensions`,
  'rule-extension': (id, requestId = '') => `/tickets/${id}/extensions/${requestId}/ruling`,
  pause: (id) => `/tickets/${id}/pauses`,
  resume: (id) => `/tickets/${id}/resume`,
  'request-exclusion': (id) => `/tickets/${id}/exclusions`,
  'rule-exclusion': (id, requestId = '') => `/tickets/${id}/exclusions/${requestId}/ruling`,
  'revoke-exclusion': (id, requestId = '') => `/tickets/${id}/exclusions/${requestId}/revocation`,
  withdraw: (id) => `/tickets/${id}/withdrawal`,
  decline: (id) => `/tickets/${id}/decline`,
  refer: (id) => `/tickets/${id}/referrals`,
  'record-referral-reply': (id, referralId = '') => `/tickets/${id}/referrals/${referralId}/reply`,
  assign: (id) => `/tickets/${id}/assign`,
};
