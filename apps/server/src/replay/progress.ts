const BETWEEN_MS = 200;
const BETWEEN_LINES_MS = 5_000;

export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that keeps changing on a terminal, and a plain line every few seconds anywhere else. */
export class Progress {
  private readonly began = performance.now();
  private told = this.began;
  private waiting: string | null = null;

  constructor(
    private readonly verb: string,
    private readonly total: number,
    private readonly screen: Screen,
  ) {}

  waits(code: string): void {
    this.waiting = code;
    this.show(this.done);
  }

  private done = 0;

  /** `done` rows are decided. */
  show(done: number): void {
    if (done > this.done) this.waiting = null;
    this.done = done;
    const now = performance.now();
    if (now - this.told < (this.screen.isTTY ? BETWEEN_MS : BETWEEN_LINES_MS)) return;
    this.told = now;
    this.screen.write(this.screen.isTTY ? `\r${this.line(now)}\u001b[K` : `${this.line(now)}\n`);
  }

  end(): void {
    const line = this.line(performance.now());
    this.screen.write(this.screen.isTTY ? `\r${line}\u001b[K\n` : `${line}\n`);
  }

  private line(now: number): string {
    const seconds = (now - this.began) / 1_000;
    const rate = this.done / Math.max(seconds, 0.001);
    const percent = this.total === 0 ? 100 : Math.floor((100 * this.done) / this.total);
    const left = this.done === 0 ? '—' : duration((this.total - this.done) / rate);
    const wait = this.waiting ? ` · waiting for the server (${this.waiting})` : '';
    return `${this.verb} ${this.done}/${this.total} · ${percent} % · ${rate.toFixed(0)}/s · ETA ${left}${wait}`;
  }
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
