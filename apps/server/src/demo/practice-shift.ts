import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Sealing, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { LiveLine } from '@hotline/practice-line';
import { LineRunner } from '@hotline/telephony';
import { PRACTICE_BOARD } from './practice-board.js';
import { putOnRecord } from './practice-record.js';
import { PRACTICE_QUEUE, ROBOTS, SECOND_QUEUE } from './practice-telephones.js';

const USERNAME = 'practice';
const CALLS_PER_HOUR = 120;

interface Rooms {
  get<T>(type: abstract new (...given: never[]) => T, options: { strict: false }): T;
}

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
      board: PRACTICE_BOARD,
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
    await rooms.get(UnitOfWork, { strict: false }).run(WHOLE_TREE, (tx) => putOnRecord(tx, settings, sealed));
    log.info({ port }, 'practice line open: calls come by themselves');
    await rooms.get(LineRunner, { strict: false }).round();
    return new PracticeShift(line);
  }

  close(): Promise<void> {
    return this.line.close();
  }
}
