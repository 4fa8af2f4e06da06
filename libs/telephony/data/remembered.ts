/** What was made of the newest so many keys: sealing and hashing cost more than finding again. */
export class Remembered<V> {
  private readonly known = new Map<string, V>();

  constructor(private readonly most = 5_000) {}

  of(key: string, make: (key: string) => V): V {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    if (this.known.size >= this.most) {
      const [oldest = ''] = this.known.keys();
      this.known.delete(oldest);
    }
    const made = make(key);
    this.known.set(key, made);
    return made;
  }
}
