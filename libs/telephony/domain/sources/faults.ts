/**
 * Why a feed does not work, as a code that screens put into words with what to do about it. The switchboard's own words and
 * those of the operating system never leave the log: they may be in any language and name any machine.
 */
export const FEED_FAULTS = [
  'secret-refused',
  'address-refused',
  'unknown-host',
  'unreachable',
  'tls-failed',
  'no-answer',
  'line-closed',
  'no-rights',
  'no-call-centre',
  'log-missing',
  'log-shrunk',
  'log-unreadable',
  'log-unreachable',
  'log-login-refused',
  'log-denied',
  'log-table-missing',
  'log-columns',
  'log-clock',
  'broken',
  'signature-refused',
  'delivery-late',
  'delivery-replayed',
  'record-unreadable',
  'record-unknown',
  'fields-unknown',
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

const SIGNS: readonly (readonly [RegExp, FeedFault])[] = [
  [/^Access Denied/, 'address-refused'],
  [/callcenter_config Command not found/, 'no-call-centre'],
  [/^shrunk$/, 'log-shrunk'],
  [/^missing$/, 'log-missing'],
  [/EACCES|EISDIR|EPERM|ENOENT/, 'log-unreadable'],
  [/ENOTFOUND|EAI_AGAIN/, 'unknown-host'],
  [/no connection within|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT/, 'unreachable'],
  [/certificate|SSL|TLS|handshake|ERR_TLS|self.signed|EPROTO/i, 'tls-failed'],
  [/no answer to|does not answer/, 'no-answer'],
  [/closed the line|ECONNRESET|EPIPE|closed by us/, 'line-closed'],
  [/permission/i, 'no-rights'],
];

/**
 * @param refused the switchboard did not take the account or its secret
 * @param words what went wrong, in the words of whoever noticed it
 */
export function faultOf(refused: boolean, words: string): FeedFault {
  if (refused) return 'secret-refused';
  return SIGNS.find(([sign]) => sign.test(words))?.[1] ?? 'broken';
}
