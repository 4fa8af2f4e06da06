interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** What is still to happen, by time; entries of one moment run in the order in which they were made. */
export class Agenda {
  private readonly entries: Entry[] = [];
  private made = 0;

  /** @returns a function that takes the entry back; taking back what has run does nothing */
  at(at: number, run: () => void): () => void {
    const entry = { at, order: (this.made += 1), run };
    const place = this.entries.findIndex((other) => other.at > at);
    this.entries.splice(place === -1 ? this.entries.length : place, 0, entry);
    return () => {
      const index = this.entries.indexOf(entry);
      if (index !== -1) this.entries.splice(index, 1);
    };
  }

  /** The next entry that is due by `now`, taken off the agenda. */
  due(now: number): Entry | undefined {
    const first = this.entries[0];
    return first && first.at <= now ? this.entries.shift() : undefined;
  }

  clear(): void {
    this.entries.length = 0;
  }
}
