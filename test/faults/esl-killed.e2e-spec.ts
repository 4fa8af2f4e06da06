import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { FieldSealing } from '@hotline/platform';
import { RecordedEventSocket } from '@hotline/practice-line';
import { type CallEvent, EslNormaliser, EslParser } from '@hotline/telephony';
import { keyed } from '../../libs/telephony/domain/call-event/event-key.js';
import { fold } from '../../libs/telephony/domain/fold/fold.js';
import { asStored, callsAsStored, storedCalls, storedVisits } from '../support/call-rows.js';
import { eventually } from '../support/eventually.js';
import { startPostgresIn, type ThrowAwayPostgres } from '../support/postgres-server.mjs';
import { retimedEsl } from '../support/retimed-esl.js';
import { ServerProcess } from '../support/server-process.js';

const PASSWORD = 'ClueCon-12351';
const SOURCE = '0198c0de-0000-7000-8000-0000000000e1';
const DIALLED = '0198c0de-0000-4000-8000-0000000000e2';
const PATIENCE_MS = 90_000;
/** It lasts 135 s and is played as it went. */
const RECORDING_MS = 180_000;
const PLAY_MS = 50;

describe('a server killed while a FreeSWITCH goes on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-esl-'));
  const sealing = new FieldSealing(Buffer.alloc(32, 7));
  let postgres: ThrowAwayPostgres;
  let server: ServerProcess;
  let owner: pg.Client;
  let line: RecordedEventSocket;
  let playing: NodeJS.Timeout;

  beforeAll(async () => {
    postgres = await startPostgresIn(folder);
    server = await ServerProcess.of({ databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await server.start();
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    const recording = retimedEsl(Date.now() + 10_000);
    const wire = { host: '127.0.0.1', port: 0, password: PASSWORD, recording };
    line = new RecordedEventSocket({ ...wire, now: () => Date.now() });
    const port = await line.open();
    const settings = { host: '127.0.0.1', port, username: '', tls: false };
    await owner.query(
      `insert into telephony_source (id, name, kind, unit_id, unit_path, settings, secret_sealed, created_at, changed_at)
       select $1, 'killed', 'esl', id, path, $2, $3, now(), now() from unit where parent_id is null`,
      [SOURCE, JSON.stringify(settings), sealing.seal(PASSWORD)],
    );
  }, 120_000);

  afterAll(async () => {
    clearInterval(playing);
    await server?.end('SIGKILL');
    await line?.close();
    await owner?.end();
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string): Promise<number> =>
    Number((await owner.query<{ n: string }>(`select count(*) as n from ${sql}`, [SOURCE])).rows[0]?.n);
  const live = () =>
    eventually(
      'the line is live',
      async () => (await count(`telephony_feed where source_id = $1 and state = 'live'`)) === 1,
      PATIENCE_MS,
    );

  /** What is on record of the wire, read by the pure code alone. */
  async function replayed() {
    const { rows } = await owner.query<{ sealed: Buffer; at: Date }>(
      `select bytes_sealed as sealed, received_at as at from telephony_raw where source_id = $1 and feed = 'esl' order by first_seq`,
      [SOURCE],
    );
    const parser = new EslParser(true);
    const normaliser = new EslNormaliser(SOURCE);
    const events: CallEvent[] = [];
    for (const { sealed, at } of rows)
      for (const frame of parser.push(Buffer.from(sealing.open(sealed), 'latin1')))
        for (const draft of normaliser.read(frame, at.getTime() * 1000))
          events.push(keyed(draft, draft.visitId));
    return fold(events, { nowUs: Date.now() * 1000 });
  }

  it('marks the time away, ends what ended in it, and has the rows of the pure replay', async () => {
    playing = setInterval(() => line.playTo(Date.now()), PLAY_MS);
    await live();
    const call = line.dial({
      id: DIALLED,
      own: '8002',
      number: '14200000001',
      ordered: true,
      gateway: 'trunk',
    });
    call.pickUp().answer();
    await eventually(
      'there are calls',
      async () => (await count('call where source_id = $1')) >= 3,
      PATIENCE_MS,
    );
    await eventually(
      'the dialled one talks',
      async () => (await count(`call where source_id = $1 and direction = 'out'`)) === 1,
    );
    const killed = Date.now();
    await server.end('SIGKILL');
    // FreeSWITCH goes on; nobody hears the end of the dialled call, nor those of others.
    call.hangUp();
    const before = line.left;
    await eventually('calls came and went meanwhile', async () => line.left < before - 25, PATIENCE_MS);
    await server.start();
    await live();
    const back = Date.now();
    await eventually('the recording is over', async () => line.left === 0, RECORDING_MS);
    await eventually(
      'no call stands open',
      async () => (await count(`call where source_id = $1 and ended_at is null and outcome <> 'lost'`)) === 0,
      3 * PATIENCE_MS,
    );
    clearInterval(playing);
    await server.end('SIGTERM');
    const { rows: gaps } = await owner.query<{ from: Date; to: Date }>(
      `select from_at as from, to_at as to from feed_gap where source_id = $1`,
      [SOURCE],
    );
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.from.getTime()).toBeLessThanOrEqual(killed + 1_000);
    expect(gaps[0]?.to.getTime()).toBeGreaterThan(killed);
    expect(gaps[0]?.to.getTime()).toBeLessThanOrEqual(back + 1_000);
    const pure = await replayed();
    expect(await storedVisits(owner, SOURCE)).toEqual(asStored(pure.visits));
    expect(await storedCalls(owner, SOURCE)).toEqual(callsAsStored(pure.calls));
    expect(pure.dialled).toMatchObject([
      { legId: DIALLED, outcome: 'answered', endKnown: false, talk: null, number: '14200000001' },
    ]);
    expect(await count(`telephony_feed where source_id = $1 and refused > 0`)).toBe(0);
  }, 600_000);
});
