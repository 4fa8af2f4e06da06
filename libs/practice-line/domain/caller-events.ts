import type { Board, Call } from './board.js';
import { legFields } from './frames.js';

/** How long the line stays open after the dialplan has said its last word. */
const GOODBYE_MS = 1_500;

export function leaveEvent(board: Board, call: Call, position: number): void {
  board.emit('QueueCallerLeave', [
    ...legFields(call.leg),
    ['Queue', queueOf(call)],
    ['Position', position],
    ['Count', Math.max(0, board.waiting(queueOf(call)).length - 1)],
  ]);
}

export function exitEvent(board: Board, call: Call, queue: string, status: string): void {
  board.userEvent('HotlineQueueExit', call.leg, [
    ['Queue', queue],
    ['QueueStatus', status],
  ]);
}

/** The dialplan's last announcement, then the line is closed. */
export function goodbye(board: Board, call: Call): void {
  board.forget(call);
  call.leg.application = 'Playback';
  board.later(call, GOODBYE_MS, () => softHangUp(board, call, 16, 'Normal Clearing'));
}

export function softHangUp(board: Board, call: Call, cause: number, words: string): void {
  board.forget(call);
  board.calls.delete(call.leg.uniqueid);
  board.emit('SoftHangupRequest', [...legFields(call.leg), ['Cause', cause]]);
  board.hangUp(call.leg, cause, words);
}

export function positionOf(board: Board, call: Call): number {
  return board.waiting(queueOf(call)).indexOf(call) + 1 || 1;
}

export const queueOf = (call: Call): string => call.queue?.name ?? call.plan.queue;
