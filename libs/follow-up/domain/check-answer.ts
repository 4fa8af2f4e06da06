import type { Refusal } from '@hotline/kernel';
import type { CallBackAnswer } from './answer.js';

const SAID = ['solved', 'handlingRating', 'callRating'] as const;

/**
 * Is this the record of one call-back? Silence is never an answer: an attempt that reached nobody carries none, one
 * that reached the worker carries all three, with "not rated" said and not assumed.
 */
export function checkAnswer(answer: CallBackAnswer): Refusal | null {
  if (!answer.reached) {
    const said = SAID.find((field) => answer[field] !== null);
    if (said) return { code: 'rating-without-contact', field: said };
    return answer.notReachedReason ? null : { code: 'invalid-input', field: 'notReachedReason' };
  }
  if (answer.notReachedReason) return { code: 'invalid-input', field: 'notReachedReason' };
  const missing = SAID.find((field) => answer[field] === null);
  if (missing) return { code: 'invalid-input', field: missing };
  const why = answer.handlingRating === 'dissatisfied' && !answer.reason;
  return why ? { code: 'reason-required', field: 'reason' } : null;
}
