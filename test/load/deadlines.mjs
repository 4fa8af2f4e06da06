/**
 * Deadline computations a second on one core, with a calendar that knows one year.
 * `measureDeadlines(calendarRoom)` for other benches; alone: node test/load/deadlines.mjs <built libs/calendar/index.js>
 */
import { pathToFileURL } from 'node:url';

const GOAL = 200_000;
const SIZE = 1_000_000;
const MINUTE = 60_000;
const YEAR_OPENS = Date.UTC(2025, 11, 31, 16); // 2026-01-01 00:00 in Shanghai

/** The mix of the shipped limits, weighted as the stage clocks of an ordinary ticket start. */
const LIMITS = [
  { amount: 30, unit: 'minutes' },
  { amount: 1, unit: 'working-days' },
  { amount: 2, unit: 'working-hours' },
  { amount: 5, unit: 'working-days' },
  { amount: 2, unit: 'working-days' },
  { amount: 15, unit: 'working-days' },
  { amount: 60, unit: 'calendar-days' },
];

/** Starts spread over the first 300 days, so that every limit ends within the known year. */
function startsOf(size) {
  let seed = 12351;
  return Array.from({ length: size }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return new Date(YEAR_OPENS + (seed % (300 * 1440)) * MINUTE);
  });
}

function timed(size, compute) {
  const began = process.hrtime.bigint();
  let answered = 0;
  for (let i = 0; i < size; i++) if (compute(i)) answered += 1;
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (answered !== size) throw new Error(`${size - answered} of ${size} deadlines were refused`);
  return Math.round(size / seconds);
}

/** `room` is the module of libs/calendar; returns figures (computations a second) and whether the goal is met. */
export function measureDeadlines(room, size = SIZE) {
  const plan = room.HOLIDAYS_CN.filter((year) => year.year === 2026);
  const calendar = room.compileCalendar(room.nationalCalendar(plan));
  const starts = startsOf(size);
  const limitAt = (i) => LIMITS[i % LIMITS.length];
  const plain = (i) => room.deadline(calendar, starts[i], limitAt(i)).ok;
  const paused = (i) => {
    const from = new Date(starts[i].getTime() + 90 * MINUTE);
    const pauses = [{ from, to: new Date(from.getTime() + 1440 * MINUTE) }];
    return room.deadlineWithPauses(calendar, starts[i], limitAt(i), pauses).ok;
  };
  timed(Math.min(size, 50_000), plain); // let the compiler settle
  const figures = { deadlines: timed(size, plain), withPause: timed(size, paused) };
  return { scenario: 'deadlines', size, figures, goal: GOAL, pass: figures.deadlines >= GOAL };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = process.argv[2] ?? 'dist/libs/calendar/index.js';
  const room = await import(pathToFileURL(built).href);
  console.log(JSON.stringify(measureDeadlines(room)));
}
