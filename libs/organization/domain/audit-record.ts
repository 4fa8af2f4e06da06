import type { Instant } from '@hotline/kernel';

/** Ids, codes, counts and times; never personal data. */
export type AuditFacts = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** Who did what to which object, and why; appended in the transaction of the act itself. */
export interface AuditEntry {
  /** Null for an unknown person, such as a failed sign-in. */
  readonly actorId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly reason?: string | null;
  readonly facts?: AuditFacts;
}

/** The text a record's mac covers: the same for the same content, whatever order the database keeps the facts in. */
export function canonicalRecord(entry: AuditEntry, at: Instant): string {
  const facts = Object.entries(entry.facts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    at.toISOString(),
    entry.actorId,
    entry.action,
    entry.objectKind,
    entry.objectId,
    entry.reason ?? null,
    facts,
  ]);
}
