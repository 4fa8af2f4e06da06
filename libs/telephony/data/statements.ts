/**
 * Statements of one transaction that are sent one behind the other without waiting for answers; the database runs them in
 * their order. Nothing may be rolled back over one that is still under way.
 */
export class Statements {
  private readonly sent: Promise<unknown>[] = [];

  send<T>(statement: Promise<T>): Promise<T> {
    this.sent.push(statement);
    // Whoever waits for the end hears of it.
    statement.catch(() => undefined);
    return statement;
  }

  /** @throws what the first of them threw that failed, when all have ended */
  async ended(): Promise<void> {
    for (const end of await Promise.allSettled(this.sent))
      if (end.status === 'rejected') throw end.reason as Error;
  }
}
