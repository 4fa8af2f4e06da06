/** Work that can be left between its pieces. */
export type InPieces<T> = Generator<void, T>;

/** All of it at once. */
export function whole<T>(work: InPieces<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
