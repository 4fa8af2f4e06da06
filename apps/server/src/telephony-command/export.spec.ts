import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disguiseSocket, exporter, Replay } from '@hotline/telephony';
import { CallStore, eslEventsOf, hear, readWhole } from '../../../../test/support/call-store.js';
import {
  compared,
  sampleAmi,
  sampleEsl,
  sampleFigures,
  sampleLog,
} from '../../../../test/support/telephony-sample.js';
import { Disguises } from './disguises.js';
import { exportedText, writeFeeds } from './export.js';
import { CannotDo } from './on-record.js';

describe('what a source sent, given out', () => {
  let store: CallStore;
  let folder: string;
  let name: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hotline export '));
    store = await CallStore.open();
    const id = await store.source();
    // Pieces that end in the middle of numbers, characters and lines.
    await hear(store.intake(id), sampleAmi(), 4_099);
    await readWhole(store.intake(id), sampleLog());
    const found = await store.test.owner.query<{ name: string }>('select name from telephony_source');
    name = found.rows[0]?.name ?? '';
  });
  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true });
  });

  const ever = { since: new Date('0001-01-01T00:00:00Z'), until: new Date('9999-01-01T00:00:00Z') };
  const feeds = (stretch = ever, disguised = true) =>
    exporter(store.test.work, store.test.sealing).run(name, stretch, disguised);
  const read = (to: string, file: string) => readFile(join(folder, to, file));

  it('is byte for byte what came, where it is asked for as heard', async () => {
    await writeFeeds(await feeds(ever, false), join(folder, 'heard'), true);
    expect((await read('heard', 'ami.txt')).equals(sampleAmi())).toBe(true);
    expect((await read('heard', 'queue-log.txt')).equals(sampleLog())).toBe(true);
    expect((await stat(join(folder, 'heard', 'ami.txt'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'heard'))).mode & 0o777).toBe(0o700);
  });

  it('says nobody’s number and comes to the same figures', async () => {
    const exported = await writeFeeds(await feeds(), join(folder, 'disguised'), false);
    const [ami, log] = [await read('disguised', 'ami.txt'), await read('disguised', 'queue-log.txt')];
    const numbers = new Set(
      sampleAmi()
        .toString()
        .match(/(?<=CallerIDNum: )\d{7,}/g),
    );
    expect(numbers.size).toBeGreaterThan(5);
    const text = `${ami.toString()}${log.toString()}`;
    expect([...numbers].filter((number) => text.includes(number))).toEqual([]);
    const run = new Replay();
    run.ami([ami]);
    run.queueLog([log]);
    expect(compared(run.result().figures)).toEqual(sampleFigures());
    expect(run.result().problems).toEqual([]);
    expect(exportedText(exported)).toContain(`replay --ami "${join(folder, 'disguised', 'ami.txt')}"`);
  });

  it('says nobody’s number of an event socket either, and its events stay what they were', () => {
    const sample = sampleEsl();
    const given = disguiseSocket(sample.toString(), new Disguises().of);
    const numbers = new Set(sample.toString().match(/(?<=Caller-ID-Number: )\d{7,}/g));
    expect(numbers.size).toBeGreaterThan(5);
    expect([...numbers].filter((number) => given.includes(number))).toEqual([]);
    const events = (bytes: Buffer) =>
      eslEventsOf(name, bytes).map(({ caller, ...event }) => [event, !caller]);
    expect(events(Buffer.from(given))).toEqual(events(sample));
  });

  it('keeps to the time that was asked for', async () => {
    const { since } = ever;
    const none = await writeFeeds(await feeds({ since, until: since }), join(folder, 'none'), false);
    expect(none.files).toEqual([]);
    expect(exportedText(none)).toContain('nothing is kept');
    const late = { since: ever.until, until: ever.until };
    const after = await writeFeeds(await feeds(late), join(folder, 'after'), false);
    expect(after.files).toEqual([]);
  });

  it('is on record each time, and writes over nothing', async () => {
    const records = async () =>
      (
        await store.test.owner.query(
          `select facts->>'disguised' as disguised from audit where action = 'telephony-bytes-exported' order by seq`,
        )
      ).rows;
    const before = await records();
    expect(before.slice(0, 2)).toEqual([{ disguised: 'false' }, { disguised: 'true' }]);
    await expect(writeFeeds(await feeds(), join(folder, 'heard'), true)).rejects.toThrow(CannotDo);
    expect(await records()).toHaveLength(before.length + 1);
    expect((await read('heard', 'ami.txt')).equals(sampleAmi())).toBe(true);
  });

  it('knows no source of another name', async () => {
    const nobody = exporter(store.test.work, store.test.sealing).run('nobody', ever, true);
    await expect(nobody).rejects.toMatchObject({ refusal: { code: 'not-found' } });
  });
});
