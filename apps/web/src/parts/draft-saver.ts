import { OfflineError, ProblemError } from '../api/client';
import type { DraftView } from '../api/contract';

export type SavePhase = 'fresh' | 'dirty' | 'saving' | 'saved' | 'retrying' | 'conflict';

export interface SaveStatus {
  phase: SavePhase;
  savedAt: string | null;
  retryAt: number | null; // ms since 1970
  offline: boolean;
}

export interface DraftSaverOptions {
  version: number; // 0: the server has none yet
  savedAt: string | null;
  put: (version: number, body: Record<string, unknown>, closing: boolean) => Promise<DraftView>;
  changed: (status: SaveStatus) => void;
}

const quiet = 600; // ms without a key press before a save
const waits = [2000, 4000, 8000, 15_000]; // ms between attempts while the network is down

/**
 * Saves one draft after every pause in typing. Only the newest text is ever sent; a failed save stays in memory and
 * is tried again; one save is under way at a time, so the versions never cross.
 */
export class DraftSaver {
  private version: number;
  private pending: Record<string, unknown> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private stopped = false;
  status: SaveStatus;

  constructor(private readonly options: DraftSaverOptions) {
    this.version = options.version;
    const phase = options.savedAt ? 'saved' : 'fresh';
    this.status = { phase, savedAt: options.savedAt, retryAt: null, offline: false };
  }

  /** Of the newest copy this saver has written or begun with; 0 while there is none. */
  get at(): number {
    return this.version;
  }

  get dirty(): boolean {
    return this.pending !== null || this.running !== null;
  }

  change(body: Record<string, unknown>): void {
    this.pending = body;
    if (this.status.phase !== 'conflict') this.tell({ phase: 'dirty', retryAt: null });
    this.wait(quiet);
  }

  /** Sends what is pending now; resolves when nothing is left or the attempt has failed. */
  async flush(closing = false): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    if (this.pending && !this.stopped) await this.save(closing);
  }

  /** The person chose to keep this text over the other version. */
  overwrite(version: number): void {
    this.version = version;
    this.tell({ phase: 'dirty' });
    void this.flush();
  }

  /** What stands on the server is taken over; nothing was typed here. */
  adopt(version: number, savedAt: string): void {
    this.version = version;
    this.pending = null;
    this.tell({ phase: 'saved', savedAt, retryAt: null, offline: false });
  }

  /** Holds back further saves and waits for the one under way, so that none overtakes a submission. */
  async hold(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
    clearTimeout(this.timer);
  }

  resume(): void {
    this.wait(quiet);
  }

  stop(): void {
    this.stopped = true;
    this.pending = null;
    clearTimeout(this.timer);
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.flush(), ms);
  }

  private tell(change: Partial<SaveStatus>): void {
    this.status = { ...this.status, ...change };
    if (!this.stopped) this.options.changed(this.status);
  }

  private save(closing: boolean): Promise<void> {
    const body = this.pending;
    if (!body || this.running) return this.running ?? Promise.resolve();
    this.pending = null;
    this.tell({ phase: 'saving', retryAt: null });
    this.running = this.options
      .put(this.version, body, closing)
      .then((view) => this.done(view))
      .catch((error: unknown) => this.failed(error, body))
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private done(view: DraftView): void {
    this.version = view.version;
    this.failures = 0;
    this.tell({
      phase: this.pending ? 'dirty' : 'saved',
      savedAt: view.savedAt,
      retryAt: null,
      offline: false,
    });
  }

  private failed(error: unknown, body: Record<string, unknown>): void {
    this.pending ??= body;
    // 404: it was handed in or given up elsewhere, and a late save must not bring it back unasked.
    if (error instanceof ProblemError && (error.status === 409 || error.status === 404)) {
      this.tell({ phase: 'conflict', retryAt: null, offline: false });
      return;
    }
    const pause = waits[Math.min(this.failures, waits.length - 1)] ?? 15_000;
    this.failures += 1;
    this.tell({ phase: 'retrying', retryAt: Date.now() + pause, offline: error instanceof OfflineError });
    this.wait(pause);
  }
}
