/** @param {readonly number[]} values @param {number} share 0.5 = median */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number} value */
export const rounded = (value, digits = 1) => Number(value.toFixed(digits));

/**
 * Does `work` for 0 … count - 1, `inFlight` at a time.
 * @param {number} count
 * @param {number} inFlight
 * @param {(index: number, lane: number) => Promise<unknown>} work
 * @returns {Promise<number>} how many a second
 */
export async function throughput(count, inFlight, work) {
  let next = 0;
  const began = performance.now();
  const lane = async (/** @type {unknown} */ _, /** @type {number} */ number) => {
    while (next < count) await work(next++, number);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (count * 1_000) / (performance.now() - began);
}

/** @param {() => unknown} ask @param {number} patienceMs @param {number} everyMs */
export async function until(ask, patienceMs, everyMs = 50) {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** What a figure was measured on, for docs/benchmarks.md. @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`);
