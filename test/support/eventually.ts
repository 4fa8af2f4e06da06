const PAUSE_MS = 25;

/** Waits until `look` gives a value that is neither null nor false; fails with the question after `withinMs`. */
export async function eventually<T>(
  question: string,
  look: () => Promise<T | null | false>,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== false) return seen;
    if (Date.now() > until) throw new Error(`did not happen within ${withinMs} ms: ${question}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
