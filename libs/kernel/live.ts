/** Ids and versions only: a screen patches one row and asks the API for what it may see. */
export type LiveMessage =
  | { kind: 'ticket'; id: string; version: number; state: string; turnUnitId: string | null; path: string }
  | { kind: 'notice'; unitId: string; path: string }
  | { kind: 'numbers'; asOf: string }
  /** The list of whom to call back has changed below this path. */
  | { kind: 'missed-calls'; path: string }
  /** The union tree has changed: who may see what is to be asked again. */
  | { kind: 'units' }
  /** What a call does at one person's telephone; for that person alone. */
  | {
      kind: 'call';
      accountId: string;
      callId: string;
      visitId: string | null;
      direction: 'in' | 'out' | 'internal';
      state: CallState;
      at: string;
    }
  /** Somebody's presence has changed; for that person and for who watches over his unit. */
  | { kind: 'presence'; accountId: string; version: number; path: string };

/** As the switchboard tells it: rung, dialling the other side, missed, taken, on hold, back, talk over, the other side gone. */
export type CallState =
  'offered' | 'dialling' | 'missed' | 'answered' | 'held' | 'resumed' | 'talk_ended' | 'ended';

/** Best effort and after commit; a client that missed something finds it by its next read. */
export abstract class Live {
  abstract publish(message: LiveMessage): void;
  abstract subscribe(listener: (message: LiveMessage) => void): () => void;
}
