/** Ids and versions only: a screen patches one row and asks the API for what it may see. */
export type LiveMessage =
  | { kind: 'ticket'; id: string; version: number; state: string; turnUnitId: string | null; path: string }
  | { kind: 'notice'; unitId: string; path: string }
  | { kind: 'numbers'; asOf: string }
  /** The union tree has changed: who may see what is to be asked again. */
  | { kind: 'units' };

/** Best effort and after commit; a client that missed something finds it by its next read. */
export abstract class Live {
  abstract publish(message: LiveMessage): void;
  abstract subscribe(listener: (message: LiveMessage) => void): () => void;
}
