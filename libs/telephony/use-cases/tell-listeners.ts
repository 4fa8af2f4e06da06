import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import { apart } from '@hotline/platform';
import type { CallChange, CallSource } from '../domain/call-change.js';
import { isPassing } from '../data/passing-fault.js';
import { CallListeners } from './call-listeners.js';

/** Tells the rooms above within the batch. A room that fails loses its own part, never the batch. */
@Injectable()
export class TellListeners {
  constructor(private readonly listeners: CallListeners) {}

  /** @returns a word for the health page where a room failed */
  async tell(tx: Transaction, source: CallSource, changes: readonly CallChange[]): Promise<string | null> {
    if (changes.length === 0) return null;
    try {
      await apart(tx, () => this.listeners.tell(tx, source, changes));
      return null;
    } catch (fault) {
      if (isPassing(fault)) throw fault;
      return 'listener-failed';
    }
  }
}
