import { allRows, asStored, storedVisits } from '../../../test/support/call-rows.js';
import { CallStore, eventsOf, type Ingest, readWhole, rush } from '../../../test/support/call-store.js';
import { RandomShift } from '../../../test/support/switchboard/shift.js';
import { chance, sampleAmi, sampleLog } from '../../../test/support/telephony-sample.js';
import { AmiParser } from '../domain/ami/parser.js';
import { fold } from '../domain/fold/fold.js';
import type { VisitRow } from '../domain/fold/rows.js';

const lost = (): Error => Object.assign(new Error('Connection terminated unexpectedly'), { code: '' });

/** Blocks of a stream that come twice, too late, or never. */
function disturbed(stream: Uint8Array, random: () => number): Uint8Array {
  const blocks = Buffer.from(stream).toString().split('\r\n\r\n').slice(0, -1);
  const placed = blocks.flatMap((block, place) => {
    if (random() < 0.02) return [];
    const moved = { block, at: place + (random() < 0.2 ? random() * 12 : 0) };
    return random() < 0.05 ? [moved, { block, at: place + random() * 90 }] : [moved];
  });
  const text = placed.sort((a, b) => a.at - b.at).map(({ block }) => `${block}\r\n\r\n`);
  return Buffer.from(text.join(''));
}

/** The tables name the leg of a stay by its call, and a stay of no call has none. */
const ofNoLeg = (visit: VisitRow) => ({ ...visit, callerLegId: '' });

describe('a batch that is folded while the one before is written', () => {
  let store: CallStore;
  beforeAll(async () => (store = await CallStore.open()));
  afterAll(() => store.close());
  beforeEach(() => store.faults.splice(0));

  const received = async (id: string): Promise<number> => {
    const { rows } = await store.test.owner.query<{ received: string; refused: string }>(
      `select received, refused from telephony_feed where source_id = $1`,
      [id],
    );
    expect(rows[0]?.refused).toBe('0');
    return Number(rows[0]?.received);
  };

  /** Each door may fail, in the ways the wire to a database does. */
  const shaky = (random: () => number, taken: { ahead: number; failed: number }): Ingest => ({
    fold: (...given) => (random() < 0.1 ? Promise.reject(lost()) : store.ingest.fold(...given)),
    run: async (memory, batch, again, ahead) => {
      const luck = random();
      if (ahead?.folded?.life === memory.life) taken.ahead += 1;
      if (luck < 0.3) taken.failed += 1;
      // Before anything of it is on record; after all of it was sent; after the commit.
      if (luck < 0.1) {
        memory.forget();
        throw lost();
      }
      if (luck < 0.2) {
        const sent = (): void => {
          ahead?.sent();
          throw lost();
        };
        return await store.ingest.run(memory, batch, again, { folded: ahead?.folded ?? null, sent });
      }
      await store.ingest.run(memory, batch, again, ahead);
      if (luck < 0.3) {
        memory.forget();
        throw lost();
      }
    },
    putAside: () => Promise.reject(new Error('nothing is to be put aside')),
  });

  it('gives the rows of the recorded shift', async () => {
    const id = await store.source();
    const intake = store.intake(id, store.ingest, 'ami', 20);
    await rush(intake, sampleAmi(), 900);
    expect(await storedVisits(store.test.owner, id)).toEqual(
      asStored(fold(eventsOf(id, [sampleAmi()], null)).visits),
    );
    await readWhole(intake, sampleLog());
    expect(await storedVisits(store.test.owner, id)).toEqual(
      asStored(fold(eventsOf(id, [sampleAmi()], sampleLog())).visits),
    );
    expect(store.faults).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'gives the rows of the pure fold whatever is lost, late or told twice, and whichever batch fails (seed %i)',
    async (seed) => {
      const random = chance(seed);
      const shift = new RandomShift(random, { calls: 25, main: 'q1', second: 'q2', dialled: '12351' });
      const [stream = new Uint8Array()] = shift.wire.streams();
      const bytes = disturbed(stream, random);
      const id = await store.source();
      const taken = { ahead: 0, failed: 0 };
      await rush(store.intake(id, shaky(random, taken), 'ami', 15), bytes, 1_100);
      expect(taken.ahead).toBeGreaterThan(5);
      expect(taken.failed).toBeGreaterThan(5);
      expect((await storedVisits(store.test.owner, id)).map(ofNoLeg)).toEqual(
        asStored(fold(eventsOf(id, [bytes], null)).visits).map(ofNoLeg),
      );
      expect(await received(id)).toBe(new AmiParser().push(bytes).length);
      const rows = await allRows(store.test.owner, id);
      await store.rebuild.run(id);
      expect(await allRows(store.test.owner, id)).toEqual(rows);
    },
  );
});
