/**
 * How long to wait before the next restart: 0.25 s, then double, but no more than five within a minute.
 * @returns {() => number | null} milliseconds; null when it died too often to go on
 */
export function restartPlan() {
  /** @type {number[]} */
  let times = [];
  return () => {
    times = [...times.filter((time) => time > Date.now() - 60_000), Date.now()];
    return times.length > 5 ? null : 250 * 2 ** (times.length - 1);
  };
}
