import { ARCHIVE_VERBS } from './archive-verbs.js';
import { CUSTODY_VERBS } from './custody-verbs.js';
import { GROUP_VERBS } from './group-verbs.js';
import { LEGAL_VERBS } from './legal-verbs.js';
import { ORDER_VERBS } from './order-verbs.js';
import { REQUEST_VERBS } from './request-verbs.js';
import type { Rule } from './rule.js';
import { SAFEGUARD_VERBS } from './safeguard-verbs.js';
import { SUPPORT_VERBS } from './support-verbs.js';

const TABLE = {
  ...CUSTODY_VERBS,
  ...REQUEST_VERBS,
  ...GROUP_VERBS,
  ...SUPPORT_VERBS,
  ...SAFEGUARD_VERBS,
  ...ARCHIVE_VERBS,
  ...LEGAL_VERBS,
  ...ORDER_VERBS,
} as const;

export type TicketVerb = keyof typeof TABLE;

/**
 * One table for the rule, the rights, the verbs the console offers, the generated docs/lifecycle.md and the tests. Each
 * chapter keeps its rows in a file of its own.
 */
export const LIFECYCLE: Readonly<Record<TicketVerb, Rule>> = TABLE;

export const TICKET_VERBS = Object.keys(TABLE) as TicketVerb[];
