/** Engines keep a short piece of a text as a copy, and a longer one as a pointer into the whole. */
const COPIED = 12;
const MOST = 10_000;

/**
 * Texts that come again and again, each kept once. Cut out of what came over the wire, each of them alone would keep all of
 * that in memory for as long as its call is at hand.
 */
export class OwnTexts {
  private readonly known = new Map<string, string>();

  of(text: string): string {
    if (text.length <= COPIED) return text;
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= MOST) this.known.clear();
    const own = Array.from({ length: text.length }, (_, at) => text.charAt(at)).join('');
    this.known.set(own, own);
    return own;
  }
}
