import { sampleEsl } from './telephony-sample.js';

const SECOND = 1_000_000;

/**
 * The recorded FreeSWITCH as if its shift began then: every second and microsecond of it is another of the same length.
 * @param startMs when its first event is to be
 */
export function retimedEsl(startMs: number): Buffer {
  const text = sampleEsl().toString('latin1');
  const first = Number(/Event-Date-Timestamp: (\d{16})/.exec(text)?.[1]);
  const shiftS = Math.round((startMs * 1000 - first) / SECOND);
  const day = String(first).slice(0, 5);
  const moved = text.replace(
    new RegExp(`(?<![\\dA-Za-z.])${day}\\d{5}(\\d{6})?(?![\\dA-Za-z])`, 'g'),
    (digits) => String(Number(digits) + shiftS * (digits.length === 16 ? SECOND : 1)),
  );
  return Buffer.from(moved, 'latin1');
}
