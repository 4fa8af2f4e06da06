import { type CallEvent } from '../call-event/call-event.js';
import { Family } from '../store/family.js';
import { LegFamilies, legsOf } from '../store/leg-families.js';

/** A call with all the legs that were ever named with it, and when (by the clock of reading) something last came of it. */
export interface Shelved {
  readonly family: Family;
  touchedUs: number;
  /** looked at, and not over: only something new can change that */
  asleep: boolean;
}

/** The calls of a recording of which something may still come. */
export class CallShelf {
  readonly #calls = new Map<string, Shelved>();
  readonly #legs = new LegFamilies();

  get size(): number {
    return this.#calls.size;
  }

  has(event: CallEvent): boolean {
    return legsOf(event).some((leg) => this.#legs.get(leg) !== undefined);
  }

  /** @param others legs of the same call that the event does not name */
  put(event: CallEvent, clockUs: number, others: readonly string[] = []): void {
    const { family: key, merged } = this.#legs.join([...legsOf(event), ...others]);
    const call = this.#calls.get(key) ?? { family: new Family(key), touchedUs: clockUs, asleep: false };
    this.#calls.set(key, call);
    for (const other of merged) {
      const absorbed = this.#calls.get(other);
      if (absorbed) call.family.absorb(absorbed.family);
      this.#calls.delete(other);
    }
    call.family.add(event);
    call.touchedUs = clockUs;
    call.asleep = false;
  }

  /** @returns calls of which nothing has come since that time and which were not looked at since; those before `lostUs` again */
  quiet(sinceUs: number, lostUs: number): Shelved[] {
    return [...this.#calls.values()].filter(
      ({ asleep, touchedUs }) => touchedUs <= (asleep ? lostUs : sinceUs),
    );
  }

  /** All that are left. */
  rest(): Shelved[] {
    return [...this.#calls.values()];
  }

  /** @returns the legs of the call that is taken away */
  take({ family: { key } }: Shelved): string[] {
    const legs = [...this.#legs.legs(key)];
    this.#legs.forget(key);
    this.#calls.delete(key);
    return legs;
  }
}
