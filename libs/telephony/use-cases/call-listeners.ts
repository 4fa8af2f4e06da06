import { Injectable } from '@nestjs/common';
import type { Transaction } from '@hotline/kernel';
import type { CallChange, CallSource } from '../domain/call-change.js';

/** A room above that acts on calls: presence, missed calls, the wallboard. Must be safe to hear the same thing twice. */
export interface CallListener {
  heard(tx: Transaction, source: CallSource, changes: readonly CallChange[]): Promise<void>;
}

/** Rooms above enter themselves here when they start, so that telephony need not know them. */
@Injectable()
export class CallListeners {
  private readonly listeners: CallListener[] = [];

  add(listener: CallListener): void {
    this.listeners.push(listener);
  }

  async tell(tx: Transaction, source: CallSource, changes: readonly CallChange[]): Promise<void> {
    if (changes.length === 0) return;
    for (const listener of this.listeners) await listener.heard(tx, source, changes);
  }
}
