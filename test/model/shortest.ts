/**
 * Leaves out larger, then smaller runs of steps for as long as what is left still fails.
 * @param until milliseconds since the epoch after which the shortest found so far has to do
 */
export async function shortest<T>(
  steps: readonly T[],
  fails: (steps: readonly T[]) => Promise<boolean>,
  until: number,
): Promise<readonly T[]> {
  let left = steps;
  for (let run = Math.ceil(left.length / 2); run >= 1; run = run === 1 ? 0 : Math.ceil(run / 2)) {
    for (let at = 0; at < left.length && Date.now() < until;) {
      const without = [...left.slice(0, at), ...left.slice(at + run)];
      if (await fails(without)) left = without;
      else at += run;
    }
  }
  return left;
}
