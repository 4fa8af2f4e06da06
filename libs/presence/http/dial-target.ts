import { refuse } from '@hotline/kernel';
import type { DialTarget } from '../use-cases/dial.js';
import type { DialBody } from './change-bodies.js';

/** @throws Refused `invalid-input` unless exactly one thing is to be called about */
export function targetOf({ callBackOf, missedCall }: DialBody): DialTarget {
  if (callBackOf !== undefined && missedCall === undefined)
    return { subject: 'ticket', subjectId: callBackOf };
  if (missedCall !== undefined && callBackOf === undefined)
    return { subject: 'missed-call', subjectId: missedCall };
  return refuse('invalid-input', { field: 'callBackOf' });
}
