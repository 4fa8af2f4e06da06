import { allow, deny, type Decision, type Instant } from '@hotline/kernel';
import type { CompiledCalendar } from './compiled-calendar.js';
import { afterWork, closeOf, dayAt, holds, openOf, workedBetween } from './working-days.js';

/**
 * A clock stood still in [from, to). A pause that still lasts has its granted maximum as `to`: it ends by itself then,
 * so a deadline is always a definite instant and only ever moves earlier when the pause ends early.
 */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** A pause in epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Days first … last (both included) that do not count. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** How a clock runs: in wall time or in working time; all values are ms. */
export interface Pace {
  measure(from: number, to: number): number;
  advance(from: number, amount: number): number;
}

export const wallPace: Pace = {
  measure: (from, to) => to - from,
  advance: (from, amount) => from + amount,
};

export const workingPace = (calendar: CompiledCalendar): Pace => ({
  measure: (from, to) => workedBetween(calendar, from, to),
  advance: (from, amount) => afterWork(calendar, from, amount),
});

/** Pauses in order and without overlap; a pause that ends before it begins is refused by its position. */
export function mergePauses(pauses: readonly Pause[]): Decision<readonly Span[]> {
  const wrong = pauses.findIndex((pause) => !(pause.from.getTime() < pause.to.getTime()));
  if (wrong >= 0) {
    return deny('invalid-input', { field: `pauses[${wrong}]`, facts: { problem: 'ends-before-it-begins' } });
  }
  const spans = pauses.map((pause) => ({ from: pause.from.getTime(), to: pause.to.getTime() }));
  const merged: { from: number; to: number }[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return allow(merged);
}

/** The parts of the pauses that the compiled days hold. */
export function heldPauses(calendar: CompiledCalendar, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const end = openOf(calendar, calendar.days) - 1;
  return spans
    .map((span) => ({ from: Math.max(span.from, calendar.origin), to: Math.min(span.to, end) }))
    .filter((span) => holds(calendar, span.from) && span.from < span.to);
}

/**
 * The days a pause takes out of a day limit: those whose closing moment it covers, in (from, to]. So a pause from Monday
 * 09:00 to Wednesday 09:00 gives two days back, one within a day gives none, and no deadline ever falls into a pause.
 */
export function pausedDays(calendar: CompiledCalendar, spans: readonly Span[]): readonly DayRange[] {
  const firstClosingAfter = (at: number): number => {
    const day = dayAt(calendar, at);
    return closeOf(calendar, day) > at ? day : day + 1;
  };
  return spans
    .map((span) => ({ first: firstClosingAfter(span.from), last: firstClosingAfter(span.to) - 1 }))
    .filter((range) => range.first <= range.last);
}

/** The instant at which the clock has run for `amount` since `start`, standing still in the pauses. */
export function runFor(pace: Pace, start: number, amount: number, spans: readonly Span[]): number {
  let cursor = start;
  let left = amount;
  for (const span of spans) {
    const ran = span.from > cursor ? pace.measure(cursor, span.from) : 0;
    if (ran >= left) break;
    left -= ran;
    cursor = Math.max(cursor, span.to);
  }
  return pace.advance(cursor, left);
}

/** How long the clock has run in [start, end), standing still in the pauses. */
export function ranBetween(pace: Pace, start: number, end: number, spans: readonly Span[]): number {
  let ran = 0;
  let cursor = start;
  for (const span of spans) {
    if (span.from >= end) break;
    if (span.from > cursor) ran += pace.measure(cursor, span.from);
    cursor = Math.max(cursor, span.to);
  }
  return cursor < end ? ran + pace.measure(cursor, end) : ran;
}
