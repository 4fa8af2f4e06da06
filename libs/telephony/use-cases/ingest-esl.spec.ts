import { RecordedEventSocket } from '@hotline/practice-line';
import { CallStore, eslEventsOf, hearEsl } from '../../../test/support/call-store.js';
import {
  allRows,
  asStored,
  callsAsStored,
  storedCalls,
  storedRest,
  storedVisits,
} from '../../../test/support/call-rows.js';
import { eventually } from '../../../test/support/eventually.js';
import { sampleEsl } from '../../../test/support/telephony-sample.js';
import { queueFigures } from '../domain/figures/queue-figures.js';
import { type EslCounts, type EslFrame } from '../domain/esl/parser.js';
import { fold } from '../domain/fold/fold.js';
import { EslConnection } from '../feeds/esl-connection.js';
import { LINE_PACE, LineFeed } from '../feeds/line-feed.js';
import type { SourceIntake } from '../feeds/source-intake.js';

const PACE = { ...LINE_PACE, firstBackOffMs: 20, longestBackOffMs: 40 };
const PASSWORD = 'ClueCon-12351';

describe('ingesting a FreeSWITCH call centre', () => {
  let store: CallStore;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    expect(store.faults.splice(0)).toEqual([]);
  });

  const intakeOf = (id: string): SourceIntake => store.intake(id, store.ingest, 'esl');
  const rowsOf = async (id: string) => ({
    visits: await storedVisits(store.test.owner, id),
    calls: await storedCalls(store.test.owner, id),
  });
  const pure = (id: string) => {
    const rows = fold(eslEventsOf(id, sampleEsl()));
    return { visits: asStored(rows.visits), calls: callsAsStored(rows.calls) };
  };
  /** The table of the recording's README, from the tables. */
  const figuresOf = async (id: string) => {
    const { visits } = await rowsOf(id);
    const empty = { calls: [], dialled: [], legs: [], segments: [], gaps: [], queues: [], agents: [] };
    const { calls, seconds } = queueFigures({ ...empty, visits }, 'q12351@default');
    return {
      entered: calls.entered_queue,
      answered: calls.answered,
      abandoned: calls.abandoned_by_caller,
      limit: calls.left_by_timeout,
      meanWait: seconds.mean_wait_of_answered,
      offers: visits.reduce((sum, visit) => sum + visit.offers, 0),
      failedOffers: visits.reduce((sum, visit) => sum + visit.missed.length, 0),
      holds: visits.reduce((sum, visit) => sum + visit.holds, 0),
    };
  };
  const WANTED = {
    entered: 12,
    answered: 8,
    abandoned: 3,
    limit: 1,
    meanWait: 6.345,
    offers: 10,
    failedOffers: 2,
    holds: 1,
  };

  /** A switchboard that plays the recording, heard by the real feed. */
  const wired = async (id: string) => {
    const line = new RecordedEventSocket({
      host: '127.0.0.1',
      port: 0,
      password: PASSWORD,
      recording: sampleEsl(),
    });
    const port = await line.open();
    const intake = intakeOf(id);
    const address = { host: '127.0.0.1', port, username: '', secret: PASSWORD, tls: false };
    let lives = 0;
    let heard = 0;
    const feed = new LineFeed<EslConnection, EslFrame, EslCounts>(
      (ear) => EslConnection.open(address, ear),
      {
        received: (bytes, frames, counts) => {
          heard += frames.filter(({ event }) => event).length;
          // Half a second on the way.
          store.now = new Date(line.at + 500);
          return intake.received(bytes, frames, counts.garbageLines);
        },
        settled: () => intake.settled(),
        state: (state) => (lives += state === 'live' ? 1 : 0),
      },
      () => 0.5,
      PACE,
    );
    closing.push(
      () => feed.stop(),
      () => line.close(),
    );
    const live = (times: number) => eventually(`live ${times} times`, async () => lives >= times);
    const reached = (events: number) =>
      eventually(`${events} events`, async () => {
        await intake.settled();
        return heard >= events;
      });
    return { line, intake, live, reached };
  };

  it.each([1, 997, 100_000])(
    'gives the rows of the pure replay, in chunks of %d bytes and twice',
    async (size) => {
      const id = await store.source('esl');
      await hearEsl(intakeOf(id), sampleEsl(), size);
      expect(await rowsOf(id)).toEqual(pure(id));
      expect(await figuresOf(id)).toEqual(WANTED);
      const { gaps: _, ...rest } = await storedRest(store.test.owner, id);
      await hearEsl(intakeOf(id), sampleEsl(), 20_011);
      expect(await rowsOf(id)).toEqual(pure(id));
      const { gaps, ...again } = await storedRest(store.test.owner, id);
      expect(again).toEqual(rest);
      expect(gaps).toEqual([]);
    },
  );

  it('goes on where a killed process left off', async () => {
    const id = await store.source('esl');
    const bytes = sampleEsl();
    const cut = bytes.indexOf('\n\nContent-Length:', Math.floor(bytes.length / 2)) + 2;
    await hearEsl(intakeOf(id), bytes.subarray(0, cut));
    await hearEsl(intakeOf(id), bytes.subarray(cut));
    expect(await rowsOf(id)).toEqual(pure(id));
  });

  it('comes over the wire to the same figures, and a rebuild from its bytes to the same rows', async () => {
    const id = await store.source('esl');
    const { line, live, reached } = await wired(id);
    await live(1);
    line.step(Infinity, (left) => (left % 613) + 1);
    await reached(193);
    expect(await figuresOf(id)).toEqual(WANTED);
    const before = await allRows(store.test.owner, id);
    expect(await store.rebuild.run(id)).toMatchObject({ refused: 0 });
    expect(await allRows(store.test.owner, id)).toEqual(before);
  });

  it('loses nothing when the line falls while nothing happens', async () => {
    const id = await store.source('esl');
    const { line, live, reached } = await wired(id);
    await live(1);
    for (const [at, step] of [45, 40, 60, 48].entries()) {
      line.step(step);
      await reached(line.events - line.left);
      line.cut();
      await live(at + 2);
    }
    expect(line.left).toBe(0);
    expect(await figuresOf(id)).toEqual(WANTED);
    const { gaps } = await storedRest(store.test.owner, id);
    expect(gaps).toHaveLength(4);
    const before = await allRows(store.test.owner, id);
    await store.rebuild.run(id);
    expect(await allRows(store.test.owner, id)).toEqual(before);
  });

  it('marks the hole, ends what was lost in it, and finds those who still wait or talk', async () => {
    const id = await store.source('esl');
    const { line, live, reached } = await wired(id);
    await live(1);
    line.step(60);
    await reached(60);
    const open = async () =>
      (await rowsOf(id)).visits.filter(
        ({ outcome, talkEnded }) => outcome === 'open' || (outcome === 'answered' && !talkEnded),
      ).length;
    expect(await open()).toBeGreaterThan(0);
    line.cut();
    line.step(40);
    await live(2);
    const { gaps } = await storedRest(store.test.owner, id);
    expect(gaps).toHaveLength(1);
    line.step(Infinity);
    await eventually('all has been heard', async () => {
      await new Promise((tick) => setImmediate(tick));
      return line.left === 0 && (await rowsOf(id)).visits.length >= 11;
    });
    await reached(60 + 93);
    const { visits, calls } = await rowsOf(id);
    expect(visits.filter(({ outcome }) => outcome === 'open')).toEqual([]);
    // An end says it all; only who came to his end in the hole is lost, and nobody is invented.
    expect(visits.length).toBeGreaterThanOrEqual(11);
    expect(visits.length).toBeLessThanOrEqual(12);
    expect(calls.filter(({ outcome }) => outcome === 'open')).toEqual([]);
    const before = await allRows(store.test.owner, id);
    await store.rebuild.run(id);
    expect(await allRows(store.test.owner, id)).toEqual(before);
  });

  it('ends every call of a switchboard that was started anew', async () => {
    const id = await store.source('esl');
    const { line, live, reached } = await wired(id);
    await live(1);
    line.step(52);
    await reached(52);
    line.restart();
    await live(2);
    const { gaps } = await storedRest(store.test.owner, id);
    expect(gaps).toMatchObject([{ restarted: true }]);
    const { visits } = await rowsOf(id);
    expect(visits.filter(({ outcome }) => outcome === 'open')).toEqual([]);
    expect(visits.some(({ outcome }) => outcome === 'lost')).toBe(true);
  });

  it('keeps no number of a person in clear', async () => {
    const { rows } = await store.test.owner.query(
      `select to_jsonb(e)::text as row from call_event e where body::text ~ '1990002[0-9]{4}'
       union all select to_jsonb(c)::text from call c where to_jsonb(c)::text ~ '1990002[0-9]{4}'
       union all select to_jsonb(l)::text from call_leg l where to_jsonb(l)::text ~ '1990002[0-9]{4}'
       union all select bookmark::text from telephony_feed where bookmark::text ~ '1990002[0-9]{4}'`,
    );
    expect(rows).toEqual([]);
  });
});
