/** What a sender says about a delivery besides its body (the headers of Standard Webhooks). */
export interface HookProof {
  /** of the delivery, the same for each try */
  readonly nonce: string;
  /** seconds since the epoch, of this try */
  readonly atS: number;
  /** base64 of the codes; more than one while a secret is changed */
  readonly codes: readonly string[];
  /** what was signed, before the body */
  readonly prefix: string;
}

/** ±5 minutes: longer than any clock that follows a time server is off, shorter than a copied delivery is of use. */
export const WINDOW_S = 300;
const MOST_CODES = 5;

/** @returns null where the headers are not complete or not well formed */
export function proofOf(id: unknown, timestamp: unknown, signature: unknown): HookProof | null {
  if (typeof id !== 'string' || !/^[A-Za-z0-9_.:-]{8,128}$/.test(id)) return null;
  if (typeof timestamp !== 'string' || !/^\d{10}$/.test(timestamp)) return null;
  if (typeof signature !== 'string' || signature.length > 1_000) return null;
  const codes = signature
    .split(' ')
    .flatMap((part) => /^v1,([A-Za-z0-9+/]{43}=)$/.exec(part)?.[1] ?? [])
    .slice(0, MOST_CODES);
  if (codes.length === 0) return null;
  return { nonce: id, atS: Number(timestamp), codes, prefix: `${id}.${timestamp}.` };
}

export const isTimely = ({ atS }: HookProof, now: Date): boolean =>
  Math.abs(now.getTime() / 1000 - atS) <= WINDOW_S;
