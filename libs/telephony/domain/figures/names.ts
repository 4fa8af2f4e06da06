import { nameKey } from '../call-event/queue-name.js';

interface Heard {
  name: string;
  firstUs: number;
  sure: boolean;
}

/** Names in the order they were first heard in time, each as the switchboard itself spells it. */
export class NameBook {
  readonly #names = new Map<string, Heard>();

  /** @param sure the switchboard's own spelling, not the dialplan's */
  hear(name: string, atUs: number, sure: boolean): void {
    const key = nameKey(name);
    const known = this.#names.get(key);
    if (!known) {
      this.#names.set(key, { name, firstUs: atUs, sure });
      return;
    }
    known.firstUs = Math.min(known.firstUs, atUs);
    if (!sure || known.sure) return;
    known.name = name;
    known.sure = true;
  }

  has(name: string): boolean {
    return this.#names.has(nameKey(name));
  }

  /** @returns key and name, the first heard first */
  all(): { key: string; name: string }[] {
    return [...this.#names]
      .sort(([a, one], [b, other]) => one.firstUs - other.firstUs || (a < b ? -1 : 1))
      .map(([key, { name }]) => ({ key, name }));
  }
}
