import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveLine } from '@hotline/practice-line';
import { Replay } from '../domain/figures/replay.js';
import { AmiConnection } from './ami-connection.js';

const queue = (name: string) => ({
  name,
  ringMs: 12_000,
  retryMs: 1_000,
  limitMs: 45_000,
  mostWaiting: 4,
  serviceSeconds: 15,
});
const robot = (number: number, name: string, of: string) => ({
  interface: `PJSIP/${number}`,
  name: `${name}${number}`,
  queue: of,
});
const HOURS = 3;
const START = Date.UTC(2026, 10, 2, 1);
/** The practice line looks at its clock twice a tick: three hours pass in a few seconds. */
const STEP_MS = 2_000;

describe('a shift of the practice line, heard over AMI', () => {
  it('comes to the figures of its own queue log, and the log adds nothing that was not heard', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'practice shift '));
    const log = join(folder, 'queue_log');
    let now = START;
    let over: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    const end = START + HOURS * 3_600_000;
    let running = false;
    const line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: 'right' },
      board: { number: '12351', ivrMs: 2_500, queues: [queue('q12351'), queue('qlegal')] },
      shift: {
        callsPerHour: 150,
        queue: 'q12351',
        secondQueue: 'qlegal',
        robots: [
          ...[8001, 8002, 8003, 8004].map((one) => robot(one, '坐席', 'q12351')),
          robot(8006, '法援', 'qlegal'),
        ],
        speed: 1,
      },
      seed: 7,
      queueLog: log,
      now: () => {
        if (running && now < end) now += STEP_MS;
        if (now >= end) over();
        return now;
      },
      tickMs: 1,
    });
    const heard: Buffer[] = [];
    const port = await line.open();
    const address = { host: '127.0.0.1', port, username: 'hotline', secret: 'right', tls: false };
    const connection = await AmiConnection.open(address, (bytes) => heard.push(bytes));
    running = true;
    await ended;
    await connection.ask('Ping');
    connection.close();
    await line.close();

    const text = readFileSync(log, 'utf8');
    const lines = (event: string) =>
      text.split('\n').filter((one) => one.split('|')[2] === 'q12351' && one.split('|')[4] === event).length;
    const alone = new Replay();
    alone.ami(heard, 'ami');
    const both = new Replay();
    both.ami(heard, 'ami');
    both.queueLog([Buffer.from(text)], 'log');
    const { calls, transfers } = both.result('q12351').figures;
    expect(calls).toMatchObject({
      entered_queue: lines('ENTERQUEUE'),
      answered: lines('CONNECT'),
      abandoned_by_caller: lines('ABANDON'),
      left_by_timeout: lines('EXITWITHTIMEOUT'),
      left_by_key_for_callback: lines('EXITWITHKEY'),
    });
    expect(transfers).toMatchObject({ blind_out_of_q12351: lines('BLINDTRANSFER') });
    expect(calls.answered).toBeGreaterThan(200);
    expect(calls.refused_queue_full).toBeGreaterThan(0);
    expect(alone.result('q12351').figures).toEqual(both.result('q12351').figures);
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);
});
