import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HookProof } from '../domain/webhook/proof.js';

/** Secrets of Standard Webhooks libraries are base64 behind a prefix; any other is taken as it is written. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8');

/** The code of one delivery: HMAC-SHA256 over nonce, time and the body as it came, in base64. */
export function hookCode(secret: string, { prefix }: Pick<HookProof, 'prefix'>, body: Buffer): string {
  return createHmac('sha256', keyOf(secret)).update(prefix).update(body).digest('base64');
}

/** Compares every code given, each in constant time, so that the answer's time tells nothing of a secret. */
export function isSigned(secret: string, proof: HookProof, body: Buffer): boolean {
  const wanted = Buffer.from(hookCode(secret, proof, body));
  let found = false;
  for (const code of proof.codes) {
    const given = Buffer.from(code);
    if (given.length === wanted.length && timingSafeEqual(given, wanted)) found = true;
  }
  return found;
}
