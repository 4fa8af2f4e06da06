import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { newId, Sealing, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { changed, row } from '@hotline/platform';
import { LiveLine } from '@hotline/practice-line';
import { LineRunner } from '@hotline/telephony';
import { PRACTICE_QUEUE, PRACTICE_TELEPHONES, ROBOTS, SECOND_QUEUE } from './practice-telephones.js';

export const PRACTICE_SOURCE = '演示话务线';
const USERNAME = 'practice';
const CALLS_PER_HOUR = 120;

interface Rooms {
  get<T>(type: abstract new (...given: never[]) => T, options: { strict: false }): T;
}

const queue = (name: string) => ({
  name,
  ringMs: 15_000,
  retryMs: 1_000,
  limitMs: 90_000,
  mostWaiting: 12,
  serviceSeconds: 15,
});

/**
 * A working day on a small switchboard beside the demonstration, so that a new user sees calls ring within a minute: it
 * listens on this machine alone, under a secret made anew at each start, and stands on record like any other line.
 */
export class PracticeShift {
  private constructor(private readonly line: LiveLine) {}

  static async open(rooms: Rooms, dataFolder: string, log: Logger): Promise<PracticeShift> {
    const folder = join(dataFolder, 'practice-line');
    mkdirSync(folder, { recursive: true });
    const queueLog = join(folder, 'queue_log');
    const secret = randomBytes(24).toString('hex');
    const line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: USERNAME, secret },
      board: { number: '12351', ivrMs: 2_500, queues: [queue(PRACTICE_QUEUE), queue(SECOND_QUEUE)] },
      shift: {
        callsPerHour: CALLS_PER_HOUR,
        queue: PRACTICE_QUEUE,
        secondQueue: SECOND_QUEUE,
        robots: ROBOTS,
        speed: 1,
      },
      seed: randomBytes(4).readUInt32LE(),
      queueLog,
      now: () => Date.now(),
    });
    const port = await line.open();
    const settings = { host: '127.0.0.1', port, username: USERNAME, tls: false, queueLog };
    const sealed = rooms.get(Sealing, { strict: false }).seal(secret);
    await rooms.get(UnitOfWork, { strict: false }).run(WHOLE_TREE, (tx) => plant(tx, settings, sealed));
    log.info({ port }, 'practice line open: calls come by themselves');
    await rooms.get(LineRunner, { strict: false }).round();
    return new PracticeShift(line);
  }

  close(): Promise<void> {
    return this.line.close();
  }
}

/** Who disabled the line keeps it disabled. */
async function plant(tx: Transaction, settings: object, secret: Buffer): Promise<void> {
  const source = await row<{ id: string }>(
    tx,
    `insert into telephony_source as s (id, name, kind, unit_id, unit_path, settings, secret_sealed, created_at, changed_at)
     select $1, $2, 'ami', u.id, u.path, $3, $4, $5, $5 from unit u where u.path = 'cn/'
     on conflict (name) do update set settings = s.settings || excluded.settings, secret_sealed = excluded.secret_sealed,
       version = s.version + 1, changed_at = excluded.changed_at returning id`,
    [newId(), PRACTICE_SOURCE, JSON.stringify(settings), secret, tx.now],
  );
  if (!source) return;
  await plantRobots(tx);
  // Once given and ended by somebody, a telephone is not given again.
  await changed(
    tx,
    `insert into agent_endpoint (id, source_id, account_id, kind, address, name, queues, valid_from)
     select t.id, $1, a.id, 'practice', t.address, t.name, t.queues, $3 from jsonb_to_recordset($2::jsonb)
       as t(id uuid, account text, address text, name text, queues text[]) join account a on a.name = t.account
     where not exists (select 1 from agent_endpoint e where e.account_id = a.id
       or (e.source_id = $1 and e.address = t.address))`,
    [source.id, JSON.stringify(PRACTICE_TELEPHONES.map((one) => ({ id: newId(), ...one }))), tx.now],
  );
}

/** Agents that answer by themselves: accounts without a password, so that nobody signs in as one. */
async function plantRobots(tx: Transaction): Promise<void> {
  const robots = PRACTICE_TELEPHONES.filter(({ person }) => person !== undefined);
  await changed(
    tx,
    `with wanted as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, membership uuid, account text, person text)
         where not exists (select 1 from account a where a.name = r.account)),
       added as (insert into account (id, name, display_name, created_at)
         select id, account, person, $2 from wanted)
     insert into membership (id, account_id, unit_id, role, granted_at)
     select w.membership, w.id, u.id, 'agent', $2 from wanted w join unit u on u.path = 'cn/'`,
    [JSON.stringify(robots.map((one) => ({ ...one, id: newId(), membership: newId() }))), tx.now],
  );
}
