import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exporter, Replay } from '@hotline/telephony';
import { CallStore, hear, readWhole } from '../../../../test/support/call-store.js';
import { compared, sampleAmi, sampleFigures, sampleLog } from '../../../../test/support/telephony-sample.js';
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

  it('keeps to the time that was asked for', async () => {
    const { since } = ever;
    const none = await writeFeeds(await feeds({ since, until: since }), join(folder, 'none'), false);
    expect(none.files.map(({ bytes }) => bytes)).toEqual([0, 0]);
    expect(exportedText(none)).not.toContain('replay');
    const late = { since: ever.until, until: ever.until };
    const after = await writeFeeds(await feeds(late), join(folder, 'after'), false);
    expect(after.files.map(({ bytes }) => bytes)).toEqual([0, 0]);
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
