import pg from 'pg';
import { Live, type LiveMessage } from '@hotline/kernel';

const CHANNEL = 'hotline_live';
const FLUSH_MS = 20;
const MOST_BYTES = 7_500; // NOTIFY takes 8,000

/**
 * Fans changes out to every process by LISTEN/NOTIFY. Messages are gathered for a few milliseconds and sent outside
 * the business transaction: NOTIFY takes a database-wide lock at commit, and no ticket should wait for it.
 */
export class PgLive extends Live {
  private readonly listeners = new Set<(message: LiveMessage) => void>();
  private pending: LiveMessage[] = [];
  private timer: NodeJS.Timeout | null = null;
  private client: pg.Client | null = null;
  private closed = false;

  constructor(private readonly url: string) {
    super();
  }

  publish(message: LiveMessage): void {
    if (this.closed) return;
    this.pending.push(message);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  subscribe(listener: (message: LiveMessage) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Connects and keeps reconnecting; while disconnected, messages are dropped (screens re-read). */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'hotline-live',
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    });
    const retry = () => {
      if (this.client === client) this.client = null;
      client.removeAllListeners();
      client.on('error', () => undefined);
      if (!this.closed) setTimeout(() => void this.open(), 1_000).unref();
    };
    client.on('error', retry);
    client.on('notification', ({ payload }) => this.deliver(payload ?? '[]'));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
    } catch {
      retry();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private deliver(payload: string): void {
    for (const message of JSON.parse(payload) as LiveMessage[]) {
      for (const listener of this.listeners) listener(message);
    }
  }

  private async flush(): Promise<void> {
    this.timer = null;
    const messages = this.pending;
    this.pending = [];
    let batch: string[] = [];
    let bytes = 0;
    const send = async () => {
      if (batch.length > 0) {
        await this.client
          ?.query('select pg_notify($1, $2)', [CHANNEL, `[${batch.join(',')}]`])
          .catch(() => undefined);
      }
      batch = [];
      bytes = 0;
    };
    for (const text of messages.map((message) => JSON.stringify(message))) {
      if (bytes + text.length > MOST_BYTES) await send();
      batch.push(text);
      bytes += text.length + 1;
    }
    await send();
  }
}
