import { Clock, type Instant } from '@hotline/kernel';

/** The clock of a process that plants a history: it stands where the history is, and runs on when let go. */
export class HandClock extends Clock {
  private at: Instant | null = null;

  constructor(private readonly real: Clock) {
    super();
  }

  now(): Instant {
    return this.at ?? this.real.now();
  }

  set(at: Instant): void {
    this.at = at;
  }

  letGo(): void {
    this.at = null;
  }
}
