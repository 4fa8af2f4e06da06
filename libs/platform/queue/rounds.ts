interface Waiting<T> {
  item: T;
  done: () => void;
  failed: (error: unknown) => void;
}

// While one waits for its commit to reach the disk the other works.
const AT_ONCE = 2;

/**
 * Does together what comes together: what arrives while rounds are under way is done in the next one, in one transaction
 * instead of one each. Nobody waits when nothing is under way. Where a round fails each of its items is done again by
 * itself, so that one bad item harms no other; `together` must therefore be all or nothing.
 */
export class Rounds<T> {
  private waiting: Waiting<T>[] = [];
  private underWay = 0;

  constructor(
    private readonly together: (items: T[]) => Promise<void>,
    /** Items with the same key never share a round: the second is to see what the first has done. */
    private readonly keyOf: (item: T) => string,
  ) {}

  join(item: T): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (this.underWay < AT_ONCE) void this.begin();
    });
  }

  private async begin(): Promise<void> {
    this.underWay += 1;
    while (this.waiting.length > 0) await this.round(this.take());
    this.underWay -= 1;
  }

  private take(): Waiting<T>[] {
    const round = new Map<string, Waiting<T>>();
    const later: Waiting<T>[] = [];
    for (const one of this.waiting) {
      const key = this.keyOf(one.item);
      if (round.has(key)) later.push(one);
      else round.set(key, one);
    }
    this.waiting = later;
    return [...round.values()];
  }

  private async round(entries: Waiting<T>[]): Promise<void> {
    try {
      await this.together(entries.map(({ item }) => item));
      for (const { done } of entries) done();
    } catch (error) {
      if (entries.length > 1) await Promise.all(entries.map((entry) => this.round([entry])));
      else for (const { failed } of entries) failed(error);
    }
  }
}
