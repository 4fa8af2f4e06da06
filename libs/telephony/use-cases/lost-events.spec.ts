import { WHOLE_TREE } from '@hotline/kernel';
import { RecordedEventSocket } from '@hotline/practice-line';
import { CallStore } from '../../../test/support/call-store.js';
import { allRows, storedRest, storedVisits } from '../../../test/support/call-rows.js';
import { eventually } from '../../../test/support/eventually.js';
import { sampleEsl } from '../../../test/support/telephony-sample.js';
import { OpenLegs } from '../data/open-legs.js';
import { EslVoice } from '../feeds/esl-voice.js';
import { LINE_PACE } from '../feeds/line-feed.js';

const PASSWORD = 'ClueCon-12351';
const KEY = '01890a5d-ac96-774b-bcce-b302099a8057';
/** A look each few milliseconds of ours is one each minute of the switchboard's. */
const PACE = { ...LINE_PACE, pingMs: 15, driftMs: 15, firstBackOffMs: 20 };

describe('events lost while the line lives', () => {
  let store: CallStore;
  let line: RecordedEventSocket;
  let voice: EslVoice;
  let id: string;
  let nowMs: number;
  let live = false;
  const legs = new OpenLegs();
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());

  beforeEach(async () => {
    id = await store.source('esl');
    const settings = { host: '127.0.0.1', port: 0, password: PASSWORD, recording: sampleEsl() };
    line = new RecordedEventSocket({ ...settings, now: () => nowMs });
    const port = await line.open();
    line.step(1);
    nowMs = line.at;
    const intake = store.intake(id, store.ingest, 'esl');
    const source = {
      id,
      unitPath: 'cn/',
      version: 1,
      kind: 'esl' as const,
      settings: { host: '127.0.0.1', port, username: '', tls: false },
      secret: PASSWORD,
      logSecret: '',
    };
    voice = new EslVoice(
      source,
      {
        intake,
        now: () => (store.now = new Date(nowMs)),
        chance: () => 0.5,
        turned: (state) => (live = state === 'live'),
      },
      PACE,
    );
    await eventually('live', async () => live);
  });
  afterEach(async () => {
    await voice.stop();
    await line.close();
    expect(store.faults.splice(0)).toEqual([]);
  });

  const play = (count: number): void => {
    line.step(count);
    nowMs = Math.max(nowMs, line.at + 50);
  };
  const gaps = async () => (await storedRest(store.test.owner, id)).gaps as unknown[];
  const open = async () =>
    (await storedVisits(store.test.owner, id)).filter(
      ({ outcome, talkEnded }) => outcome === 'open' || (outcome === 'answered' && !talkEnded),
    );
  /** Minutes go by, and after each the lists are asked for; whoever holds the line ends what is gone. */
  const minutes = (what: string, until: () => Promise<boolean>) =>
    eventually(what, async () => {
      nowMs += 60_000;
      await new Promise((tick) => setTimeout(tick, 40));
      store.now = new Date(nowMs);
      const found = await store.test.work.read(WHOLE_TREE, (tx) => legs.of(tx, id));
      if (voice.hasTwo) voice.closeGone(found);
      return until();
    });

  it('are no gap while nothing was lost', async () => {
    play(60);
    let looks = 0;
    await minutes('five looks', async () => (looks += 1) > 5);
    expect(await gaps()).toEqual([]);
  });

  it('are marked after two looks, ghosts are closed, and a rebuild comes to the same', async () => {
    play(60);
    await minutes('there are calls', async () => (await open()).length > 0);
    line.losesEvents = true;
    play(Infinity);
    line.losesEvents = false;
    await minutes('marked', async () => (await gaps()).length === 1);
    await minutes('nothing is open', async () => (await open()).length === 0);
    const visits = await storedVisits(store.test.owner, id);
    expect(visits.some(({ outcome, endKnown }) => outcome === 'lost' || !endKnown)).toBe(true);
    expect(await gaps()).toHaveLength(1);
    const before = await allRows(store.test.owner, id);
    await store.rebuild.run(id);
    expect(await allRows(store.test.owner, id)).toEqual(before);
  });

  it('are marked at once by the word of the switchboard', async () => {
    play(60);
    line.tell({
      'Event-Name': 'TRAP',
      info: 'lost 12 events',
      'Event-Date-Timestamp': String(nowMs * 1_000),
    });
    nowMs += 1_000;
    await minutes('marked', async () => (await gaps()).length === 1);
  });

  it('end a dialled call whose end was lost', async () => {
    const call = line.dial({ id: KEY, own: '8001', number: '14200000001', ordered: true, gateway: 'trunk' });
    nowMs += 1_000;
    call.pickUp();
    nowMs += 2_000;
    call.answer();
    const stored = async () =>
      (
        await store.test.owner.query<Record<string, unknown>>(
          `select outcome, result, ended_at is not null as ended, end_known, talk_us from call where source_id = $1 and direction = 'out'`,
          [id],
        )
      ).rows;
    await eventually('it is on record', async () => (await stored())[0]?.outcome === 'answered');
    line.losesEvents = true;
    nowMs += 30_000;
    call.hangUp();
    line.losesEvents = false;
    await minutes('it is ended', async () => (await stored())[0]?.ended === true);
    expect(await stored()).toEqual([
      { outcome: 'answered', result: 'answered', ended: true, end_known: false, talk_us: null },
    ]);
    await minutes('marked', async () => (await gaps()).length === 1);
  });
});
