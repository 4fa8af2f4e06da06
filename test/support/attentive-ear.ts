import type { FeedState, LineListener } from '@hotline/telephony';

/** Remembers what a feed brings and wakes whoever waits for a condition. */
export class AttentiveEar<Item, Counts> implements LineListener<Item, Counts> {
  readonly states: FeedState[] = [];
  readonly items: Item[] = [];
  fault: string | null = null;
  bytes = Buffer.alloc(0);
  private waiting: { wanted: () => boolean; done: () => void }[] = [];

  received(bytes: Buffer, items: readonly Item[], counts: Readonly<Counts>): number {
    void counts;
    this.bytes = Buffer.concat([this.bytes, bytes]);
    this.items.push(...items);
    this.look();
    return 0;
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  state(state: FeedState, fault: string | null): void {
    this.states.push(state);
    if (fault) this.fault = fault;
    this.look();
  }

  times(state: FeedState): number {
    return this.states.filter((one) => one === state).length;
  }

  until(wanted: () => boolean): Promise<void> {
    return wanted() ? Promise.resolve() : new Promise((done) => this.waiting.push({ wanted, done }));
  }

  private look(): void {
    for (const one of this.waiting.filter(({ wanted }) => wanted())) one.done();
    this.waiting = this.waiting.filter(({ wanted }) => !wanted());
  }
}
