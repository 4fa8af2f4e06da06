import { Clock } from '@hotline/kernel';

/** The real clock, moved on by hand: time runs, but an hour can be over at once. */
export class ShiftedClock extends Clock {
  private shift = 0;

  now(): Date {
    return new Date(Date.now() + this.shift);
  }

  advance(ms: number): void {
    this.shift += ms;
  }
}
