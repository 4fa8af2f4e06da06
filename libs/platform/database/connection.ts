import { Socket } from 'node:net';
import pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

/** The role the application works as: no owner, no superuser, bound by row-level security. */
export const APPLICATION_ROLE = 'hotline_app';

// A silent network drop otherwise freezes a request for ever: nothing waits longer than this for one query.
const QUERY_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 3_000;

/**
 * Sends what one turn of the event loop writes as one packet. On a busy worker the system call that writes to the
 * database is the dearest thing a statement costs it, and pipelined statements would make one each.
 */
class GatheringSocket extends Socket {
  private gathering = false;

  /** Called by `pg` before each statement it composes. */
  override cork(): void {
    if (!this.gathering) {
      this.gathering = true;
      super.cork();
      process.nextTick(() => {
        this.gathering = false;
        this.uncork();
      });
    }
    super.cork();
  }
}

/**
 * A connection cut between two queries of a transaction says so by an event nobody waits for, and unheard it would end
 * the process. The next query on it fails by itself, and that failure is handled.
 */
export class HeardClient extends pg.Client {
  constructor(settings?: string | pg.ClientConfig) {
    super(typeof settings === 'string' ? settings : { stream: () => new GatheringSocket(), ...settings });
    this.on('error', () => undefined);
  }
}

class SnakeNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export interface ConnectionSettings {
  url: string;
  poolSize: number;
  entities: MixedList<string | (new () => object) | EntitySchema>;
  onPoolError?: (error: Error) => void;
}

/** The pool every unit of work takes its connection from. */
export function openDatabase({ url, poolSize, entities, onPoolError }: ConnectionSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    synchronize: false,
    migrationsRun: false,
    namingStrategy: new SnakeNames(),
    poolErrorHandler: onPoolError ?? (() => undefined),
    extra: {
      Client: HeardClient,
      application_name: 'hotline',
      // Statements started together travel together; each still waits for the one before it.
      pipeline: true,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      statement_timeout: QUERY_TIMEOUT_MS,
      idle_in_transaction_session_timeout: 10_000,
      options: `-c role=${APPLICATION_ROLE} -c lock_timeout=2000 -c transaction_timeout=30000 -c jit=off`,
    },
  });
}
