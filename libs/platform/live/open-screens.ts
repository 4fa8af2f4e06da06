/** Who has a screen of this process open. Whoever cares whether a person is at his desk asks it. */
export class OpenScreens {
  private readonly open = new Map<string, number>();

  /** @returns to be called when the screen is closed */
  opened(accountId: string): () => void {
    this.open.set(accountId, (this.open.get(accountId) ?? 0) + 1);
    let closed = false;
    return () => {
      if (closed) return;
      closed = true;
      const left = (this.open.get(accountId) ?? 1) - 1;
      if (left > 0) this.open.set(accountId, left);
      else this.open.delete(accountId);
    };
  }

  accounts(): string[] {
    return [...this.open.keys()];
  }
}
