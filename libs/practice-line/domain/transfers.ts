import { closeTalk, release } from './agent-journey.js';
import type { Board, Call } from './board.js';
import { askForAgent } from './caller-journey.js';
import { goodbye, queueOf } from './caller-events.js';
import { bridgeFields, legFields } from './frames.js';

/** Hands the caller to another queue without a word (REFER): the same `Uniqueid` joins a second time. */
export function transferBlind(board: Board, call: Call, target: string): void {
  const talk = call.talk;
  if (!talk) return;
  const from = queueOf(call);
  const waited = Math.floor((talk.at - call.joinedAt) / 1000);
  board.emit('BlindTransfer', [
    ['Result', 'Success'],
    ...legFields(talk.leg, 'Transferer'),
    ...legFields(call.leg, 'Transferee'),
    ...bridgeFields(talk.bridgeId, 2),
    ['IsExternal', 'Yes'],
    ['Context', 'agents'],
    ['Extension', target],
  ]);
  const talked = closeTalk(board, call, 'transfer');
  board.note(
    call.leg.uniqueid,
    from,
    talk.member.name,
    'BLINDTRANSFER',
    target,
    'agents',
    waited,
    talked,
    call.positionAtJoin,
  );
  delete call.queue;
  release(board, talk.member, talk.leg, [16, 'Normal Clearing']);
  board.onFree(talk.member);
  call.leg.exten = target;
  if (board.queue(target)) askForAgent(board, call, target);
  else goodbye(board, call);
}
