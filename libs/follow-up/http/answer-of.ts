import type { CallBackAnswer } from '../domain/answer.js';
import type { RecordCallBackBody } from './bodies.js';

/** What was left out was not said. */
export const answerOf = (body: RecordCallBackBody): CallBackAnswer => ({
  reached: body.reached,
  notReachedReason: body.notReachedReason ?? null,
  solved: body.solved ?? null,
  handlingRating: body.handlingRating ?? null,
  callRating: body.callRating ?? null,
  reason: body.reason ?? null,
  note: body.note ?? null,
});
