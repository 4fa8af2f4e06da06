import { type Tally, TallyBook } from '../definitions/tally.js';
import { type VisitRow } from '../fold/rows.js';

/** A sum of whole microseconds (or seconds) with its count: exact in any order of adding. */
export class Mean {
  #sum = 0;
  #count = 0;

  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
  }
  get sum(): number {
    return this.#sum;
  }
  get value(): number | null {
    return this.#count > 0 ? this.#sum / this.#count : null;
  }
}

/** What the visits of one queue come to. Of a visit nothing is kept but the length of its wait. */
export class QueueSums {
  readonly ended = { caller: 0, agent: 0, transfer: 0 };
  readonly transferred = { blind: 0, attended: 0 };
  readonly wholeWaits = new Mean();
  readonly talks = new Mean();
  callbacks = 0;
  /** waits of which only whole seconds are known */
  blurred = 0;
  lost = 0;
  readonly #book = new TallyBook();

  add(visit: VisitRow): void {
    this.#book.visit(visit);
    const { endedBy, transfer, outcome, wait, waitS, talk } = visit;
    if (endedBy !== null && endedBy !== 'system') this.ended[endedBy] += 1;
    if (transfer !== null) this.transferred[transfer] += 1;
    if (visit.callbackRequested) this.callbacks += 1;
    if (wait?.known === 'second') this.blurred += 1;
    if (outcome === 'lost') this.lost += 1;
    if (outcome !== 'answered') return;
    if (waitS !== null) this.wholeWaits.add(waitS);
    if (talk) this.talks.add(talk.us);
  }

  /** Of visits alone: calls are counted over all queues. */
  get tally(): Tally {
    return this.#book.tally;
  }
}
