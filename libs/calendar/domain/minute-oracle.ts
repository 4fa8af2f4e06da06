/**
 * The engine's opposite, for its proof only: no sums, no search, it walks the calendar minute by minute. Time is whole
 * minutes since 1970-01-01 00:00 of Shanghai. Follows the text of the rules, shares no code with the engine.
 */
import type { Calendar, Slot, Weekday } from './calendar.js';
import type { Limit } from './limit.js';

export interface MinutePause {
  readonly from: number;
  readonly to: number;
}

const DAY = 1440;
/** Taken once: a global looked up for every minute costs more than the walk itself inside a test runner's sandbox. */
const { floor } = Math;
/** The walk gives up after this many days: a calendar with almost no working time. */
const HORIZON_DAYS = 200;

const DAY_OFF: readonly Slot[] = [];

const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export class MinuteOracle {
  private today = Number.NaN;
  private todaysMinutes: readonly boolean[] = [];
  private readonly known = new Map<number, boolean[]>();
  private readonly knownSlots = new Map<readonly Slot[], boolean[]>();

  constructor(
    private readonly calendar: Calendar,
    private readonly pauses: readonly MinutePause[],
  ) {}

  due(start: number, limit: Limit): { due: number; yellow: number } | undefined {
    if (limit.unit === 'working-days' || limit.unit === 'calendar-days') return this.dueByDays(start, limit);
    const length = limit.amount * (limit.unit.endsWith('hours') ? 60 : 1);
    const works = limit.unit.startsWith('working') ? this.works : (): boolean => true;
    const oneDay = limit.unit.startsWith('working') ? this.usualDay() : DAY;
    const due = this.walk(start, length, works);
    const yellow = this.walk(start, length > oneDay ? length - oneDay : length / 2, works);
    return due === undefined || yellow === undefined ? undefined : { due, yellow };
  }

  workBetween(from: number, to: number): number {
    let minutes = 0;
    for (let t = from; t < to; t++) if (this.works(t)) minutes += 1;
    return minutes;
  }

  /** Working days worked through between two moments, and the minutes of the days only partly worked. */
  spread(from: number, to: number): { days: number; minutes: number } {
    let days = 0;
    let minutes = 0;
    for (let day = floor(from / DAY); day * DAY <= to; day++) {
      const inside = this.workBetween(Math.max(from, day * DAY), Math.min(to, (day + 1) * DAY));
      if (inside > 0 && inside === this.workBetween(day * DAY, (day + 1) * DAY)) days += 1;
      else minutes += inside;
    }
    const usual = this.usualDay();
    return { days: days + floor(minutes / usual), minutes: minutes % usual };
  }

  private dueByDays(start: number, limit: Limit): { due: number; yellow: number } | undefined {
    const startDay = floor(start / DAY);
    let day = startDay;
    let left = limit.amount;
    while (left > 0) {
      day += 1;
      if (day > startDay + HORIZON_DAYS) return undefined;
      const counts = limit.unit === 'calendar-days' || this.worksOn(day);
      if (counts && !this.pausedAtClose(day)) left -= 1;
    }
    while (!this.worksOn(day) || this.pausedAtClose(day)) day += 1;
    if (day > startDay + HORIZON_DAYS) return undefined;
    const due = this.close(day);
    let before = day - 1;
    while ((!this.worksOn(before) || this.pausedAtClose(before)) && this.close(before) > start) before -= 1;
    if (this.close(before) > start) return { due, yellow: this.close(before) };
    let running = 0;
    for (let t = start; t < due; t++) if (this.works(t) && !this.paused(t)) running += 1;
    const yellow = this.walk(start, running / 2, this.works);
    return yellow === undefined ? undefined : { due, yellow };
  }

  /** The earliest moment at which `amount` minutes (halves allowed) have run since `start`. */
  private walk(start: number, amount: number, works: (t: number) => boolean): number | undefined {
    let left = amount;
    for (let t = start; t < start + HORIZON_DAYS * DAY; t++) {
      if (!works(t) || this.paused(t)) continue;
      if (left <= 1) return t + left;
      left -= 1;
    }
    return undefined;
  }

  private readonly works = (t: number): boolean => {
    const day = floor(t / DAY);
    if (day !== this.today) {
      this.today = day;
      this.todaysMinutes = this.minutesOf(day);
    }
    return this.todaysMinutes[t - day * DAY] ?? false;
  };

  private paused(t: number): boolean {
    return this.pauses.some((pause) => pause.from <= t && t < pause.to);
  }

  private pausedAtClose(day: number): boolean {
    const close = this.close(day);
    return this.pauses.some((pause) => pause.from < close && close <= pause.to);
  }

  private worksOn(day: number): boolean {
    return this.minutesOf(day).includes(true);
  }

  private close(day: number): number {
    const last = this.minutesOf(day).lastIndexOf(true);
    return day * DAY + (last < 0 ? DAY : last + 1);
  }

  private usualDay(): number {
    return this.minutesIn(this.usual()).filter(Boolean).length;
  }

  private usual(): readonly Slot[] {
    return Object.values(this.calendar.weekly).find((slots) => slots.length > 0) ?? [];
  }

  private minutesIn(slots: readonly Slot[]): boolean[] {
    const known = this.knownSlots.get(slots);
    if (known) return known;
    const edges = slots.map((slot) => [minuteOf(slot.from), minuteOf(slot.to)] as const);
    const minutes: boolean[] = [];
    for (let m = 0; m < DAY; m++) minutes.push(edges.some(([from, to]) => m >= from && m < to));
    this.knownSlots.set(slots, minutes);
    return minutes;
  }

  private minutesOf(day: number): boolean[] {
    const known = this.known.get(day);
    if (known) return known;
    const date = new Date(day * DAY * 60_000);
    const weekly = this.calendar.weekly[(date.getUTCDay() || 7) as Weekday];
    const override = this.calendar.overrides.find((entry) => entry.date === date.toISOString().slice(0, 10));
    const make = override?.slots ?? (weekly.length > 0 ? weekly : this.usual());
    const slots = override === undefined ? weekly : override.kind === 'off' ? DAY_OFF : make;
    const minutes = this.minutesIn(slots);
    this.known.set(day, minutes);
    return minutes;
  }
}
