import { eventsOf } from '../../../../test/support/call-store.js';
import { mixedShift } from '../../../../test/support/mixed-shift.js';
import { type PaperAgent, PaperPbx } from '../../../../test/support/paper-pbx.js';
import { chance, sampleAmi, sampleLog } from '../../../../test/support/telephony-sample.js';
import { type CallEvent } from '../call-event/call-event.js';
import { fold } from '../fold/fold.js';
import { ROW_KINDS, standing } from './row-changes.js';
import { type Merge, type StoredEvent, WorkingSet } from './working-set.js';

const SOURCE = 's1';
const LI: PaperAgent = { name: '李8101', device: 'PJSIP/8101' };

/** Tables on paper: rows by key, events by family, as the store would hold them. */
class PaperTables {
  readonly rows = Object.fromEntries(ROW_KINDS.map((kind) => [kind, new Map<string, unknown>()]));
  private events: StoredEvent[] = [];
  set = new WorkingSet();
  most = 0;

  take(events: readonly CallEvent[]): void {
    this.set.restore(this.found(this.set.unknown(events)));
    const { fresh, merges, changes } = this.set.take(events, 0);
    this.merge(merges);
    this.events.push(...fresh);
    for (const kind of ROW_KINDS) {
      const keyed = (rows: readonly object[]): Iterable<[string, object]> =>
        standing({ ...NONE, [kind]: rows } as never, '')[kind];
      for (const [key] of keyed(changes[kind].gone)) this.rows[kind]?.delete(key);
      for (const [place, [key]] of [...keyed(changes[kind].put)].entries())
        this.rows[kind]?.set(key, changes[kind].put[place]);
    }
    this.set.letGo();
    this.most = Math.max(this.most, this.set.size);
  }

  /** The process dies: only what later ones were told is left. */
  die(): void {
    const { known, latestUs } = this.set;
    this.set = new WorkingSet();
    this.set.resume(known, latestUs);
  }

  private found(names: readonly string[]): StoredEvent[] {
    const families = new Set(
      this.events
        .filter(({ event, family }) => names.includes(family) || names.includes(event.legId ?? ''))
        .map((one) => one.family),
    );
    return this.events.filter((one) => families.has(one.family));
  }

  private merge(merges: readonly Merge[]): void {
    for (const { from, into } of merges)
      this.events = this.events.map((one) => (one.family === from ? { ...one, family: into } : one));
  }
}

const NONE = { calls: [], dialled: [], visits: [], legs: [], segments: [], gaps: [], queues: [], agents: [] };

/** Families and provisional marks are how a row came to stand, not what it says. */
const said = (rows: Record<string, ReadonlyMap<string, unknown>>): unknown =>
  Object.fromEntries(
    Object.entries(rows).map(([kind, of]) => [
      kind,
      Object.fromEntries(
        [...of].map(([key, row]) => [key, { ...(row as object), family: '', provisional: false }]),
      ),
    ]),
  );

const whole = (events: readonly CallEvent[]): unknown =>
  said(standing(fold(events), '') as unknown as Record<string, Map<string, unknown>>);

function batches(events: readonly CallEvent[], random: () => number): CallEvent[][] {
  const cut: CallEvent[][] = [];
  for (let at = 0; at < events.length;) {
    const size = 1 + Math.floor(random() * 40);
    cut.push(events.slice(at, at + size));
    at += size;
  }
  return cut;
}

/** Two hours of calls, one every minute, some transferred, some given up. */
function longShift(): PaperPbx {
  const pbx = new PaperPbx().signIn('q1', LI);
  for (let call = 0; call < 120; call += 1) {
    const leg = pbx.wait(20).arrive(String(19911110000 + call));
    pbx.wait(2).join(leg, 'q1');
    if (call % 5 === 0) {
      pbx.wait(7).giveUp(leg, 'q1');
      continue;
    }
    const talk = pbx.answer(leg, 'q1', LI);
    pbx.wait(30);
    if (call % 7 === 0) {
      pbx.blindTransfer(talk, '9100');
      pbx.join(leg, 'q1');
      pbx.wait(5).end(pbx.answer(leg, 'q1', LI), 'agent');
    } else pbx.end(talk, 'caller');
    if (call % 10 === 0) pbx.pause(['q1'], LI, true, '小休').wait(3).pause(['q1'], LI, false);
  }
  return pbx;
}

const SHIFTS = {
  recorded: { stream: sampleAmi(), log: sampleLog() as Uint8Array },
  mixed: { stream: mixedShift().streams()[0] ?? new Uint8Array(), log: mixedShift().queueLog() },
};

describe('folding call by call', () => {
  it.each(
    Object.keys(SHIFTS).flatMap((name) =>
      [1, 2, 3, 4, 5, 6].map((seed) => [name as keyof typeof SHIFTS, seed] as const),
    ),
  )('gives what folding all at once gives: %s shift, in any batches (seed %i)', (name, seed) => {
    const { stream, log } = SHIFTS[name];
    const random = chance(seed);
    const events = eventsOf(SOURCE, [stream], seed % 3 === 0 ? null : log);
    // Every second time the log comes in between, and every third the events of a second are in disorder.
    const order = events
      .map((event) => ({ event, at: event.occurredUs + random() * (seed % 2 === 0 ? 200_000 : 0) }))
      .sort((a, b) => (seed % 2 === 0 ? a.at - b.at : 0))
      .map(({ event }) => event);
    const tables = new PaperTables();
    for (const batch of batches(order, random)) {
      tables.take(batch);
      if (random() < 0.1) tables.die();
    }
    tables.take(order.slice(0, 50));
    expect(said(tables.rows)).toEqual(whole(events));
  });

  it('lets go of what is over, and finds it again when the log is read hours later', () => {
    const pbx = longShift();
    const live = eventsOf(SOURCE, pbx.streams(), null);
    const all = eventsOf(SOURCE, pbx.streams(), pbx.queueLog());
    const tables = new PaperTables();
    for (const batch of batches(live, chance(9))) tables.take(batch);
    expect(tables.most).toBeLessThan(30);
    expect(said(tables.rows)).toEqual(whole(live));
    for (const batch of batches(all.slice(live.length), chance(10))) tables.take(batch);
    expect(said(tables.rows)).toEqual(whole(all));
  });
});
