import { cancelRing, endTalk, offer } from './agent-journey.js';
import type { Board, Call, CallerPlan } from './board.js';
import { exitEvent, goodbye, leaveEvent, positionOf, queueOf, softHangUp } from './caller-events.js';
import { legFields } from './frames.js';

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** A call reaches the number: voice menu first, then the queue of its plan. */
export function arrive(board: Board, plan: CallerPlan): Call {
  const leg = board.newLeg('trunk', plan.number, 4);
  const call: Call = { leg, plan, takeBack: new Set(), joinedAt: 0, positionAtJoin: 0, onHold: false };
  board.calls.set(leg.uniqueid, call);
  board.userEvent('HotlineArrive', leg, [
    ['CallLinkedid', leg.linkedid],
    ['Caller', plan.number],
    ['Dnis', board.settings.number],
  ]);
  leg.priority = 2;
  board.setState(leg, 6);
  if (plan.ivrPatienceMs !== undefined && plan.ivrPatienceMs < board.settings.ivrMs)
    board.later(call, plan.ivrPatienceMs, () => callerHangsUp(board, call));
  else board.later(call, board.settings.ivrMs, () => askForAgent(board, call, plan.queue));
  return call;
}

/** The caller wants a person. A full queue takes nobody: then there is no queue event at all. */
export function askForAgent(board: Board, call: Call, queueName: string): void {
  const queue = board.queue(queueName);
  if (!queue) return goodbye(board, call);
  call.leg.priority = 5;
  board.userEvent('HotlineToQueue', call.leg, [['Queue', queueName]]);
  const waiting = board.waiting(queueName).length;
  if (waiting >= queue.mostWaiting) {
    exitEvent(board, call, queueName, 'FULL');
    return goodbye(board, call);
  }
  call.queue = queue;
  call.joinedAt = board.time;
  call.positionAtJoin = waiting + 1;
  call.leg.application = 'Queue';
  board.emit('QueueCallerJoin', [
    ...legFields(call.leg),
    ['Queue', queueName],
    ['Position', waiting + 1],
    ['Count', waiting + 1],
  ]);
  board.emit('MusicOnHoldStart', [...legFields(call.leg), ['Class', 'default']]);
  board.note(call.leg.uniqueid, queueName, 'NONE', 'ENTERQUEUE', '', call.plan.number, waiting + 1);
  waitTimers(board, call);
  offer(board, queueName);
}

function waitTimers(board: Board, call: Call): void {
  const { plan, queue } = call;
  if (!queue) return;
  board.later(call, plan.patienceMs, () => callerHangsUp(board, call));
  board.later(call, queue.limitMs, () => leaveByLimit(board, call));
  if (plan.keyMs !== undefined) board.later(call, plan.keyMs, () => leaveByKey(board, call));
}

/** The caller puts the receiver down, wherever he is. */
export function callerHangsUp(board: Board, call: Call): void {
  if (call.talk) return endTalk(board, call, 'caller');
  board.forget(call);
  board.emit('HangupRequest', legFields(call.leg));
  if (call.queue) abandon(board, call);
  softHangUp(board, call, 0, 'Unknown');
}

function abandon(board: Board, call: Call): void {
  const position = positionOf(board, call);
  const waited = seconds(board.time - call.joinedAt);
  board.emit('MusicOnHoldStop', legFields(call.leg));
  const rung = cancelRing(board, call);
  abandonEvent(board, call, position, waited);
  leaveEvent(board, call, position);
  board.note(call.leg.uniqueid, queueOf(call), 'NONE', 'ABANDON', position, call.positionAtJoin, waited);
  const queue = queueOf(call);
  delete call.queue;
  rung?.();
  offer(board, queue);
}

function leaveByLimit(board: Board, call: Call): void {
  board.forget(call);
  const position = positionOf(board, call);
  const waited = seconds(board.time - call.joinedAt);
  const queue = queueOf(call);
  const rung = cancelRing(board, call);
  abandonEvent(board, call, position, waited);
  board.emit('MusicOnHoldStop', legFields(call.leg));
  leaveEvent(board, call, position);
  board.note(call.leg.uniqueid, queue, 'NONE', 'EXITWITHTIMEOUT', position, call.positionAtJoin, waited);
  exitEvent(board, call, queue, 'TIMEOUT');
  delete call.queue;
  rung?.();
  goodbye(board, call);
}

function leaveByKey(board: Board, call: Call): void {
  if (call.ring) return board.later(call, 1_000, () => leaveByKey(board, call));
  board.forget(call);
  const position = positionOf(board, call);
  const queue = queueOf(call);
  board.emit('MusicOnHoldStop', legFields(call.leg));
  leaveEvent(board, call, position);
  const waited = seconds(board.time - call.joinedAt);
  board.note(call.leg.uniqueid, queue, 'NONE', 'EXITWITHKEY', 1, position, call.positionAtJoin, waited);
  call.leg.context = 'queue-exit-key';
  call.leg.exten = '1';
  board.userEvent('HotlineCallback', call.leg, [
    ['Caller', call.plan.number],
    ['Queue', queue],
  ]);
  delete call.queue;
  goodbye(board, call);
}

function abandonEvent(board: Board, call: Call, position: number, waited: number): void {
  const counters = board.counters.get(queueOf(call));
  if (counters) counters.abandoned += 1;
  board.emit('QueueCallerAbandon', [
    ...legFields(call.leg),
    ['Queue', queueOf(call)],
    ['Position', position],
    ['OriginalPosition', call.positionAtJoin],
    ['HoldTime', waited],
  ]);
}
