import type { Actor } from '@hotline/organization';
import { type BoardSettings, LiveLine } from '@hotline/practice-line';
import { AmiFeed, IngestBatch, LINE_PACE, SourceIntake, Switchboards } from '@hotline/telephony';
import type { CaseHouse } from './case-house.js';
import { LineDesk } from './line-desk.js';

const BOARD: BoardSettings = {
  number: '12351',
  ivrMs: 0,
  queues: [
    { name: 'q12351', ringMs: 20_000, retryMs: 0, limitMs: 90_000, mostWaiting: 6, serviceSeconds: 15 },
  ],
};
const CALLER = { number: '14200000001', queue: 'q12351', patienceMs: 80_000, talkMs: 600_000 };
const PACE = { ...LINE_PACE, firstBackOffMs: 5, longestBackOffMs: 20 };

/** A practice switchboard on the test's clock, heard over TCP and put on record by the real ingest. */
export class PractisedLine {
  private constructor(
    readonly line: LiveLine,
    readonly desk: LineDesk,
    private readonly feed: AmiFeed,
    private readonly intake: SourceIntake,
  ) {}

  static async open(house: CaseHouse): Promise<PractisedLine> {
    const desk = await LineDesk.open(house);
    const now = () => house.clock.now();
    const account = { username: 'hotline', secret: 'right' };
    const line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account,
      board: BOARD,
      seed: 1,
      now: () => now().getTime(),
      tickMs: 2,
    });
    const port = await line.open();
    const intake = new SourceIntake(desk.sourceId, {
      ingest: house.get(IngestBatch),
      now,
      rest: () => Promise.resolve(),
    });
    let opened: () => void = () => undefined;
    const live = new Promise<void>((done) => (opened = done));
    const feed = new AmiFeed(
      { host: '127.0.0.1', port, ...account, tls: false },
      {
        received: (bytes, items, { garbageLines }) => intake.received(bytes, items, garbageLines),
        settled: () => intake.settled(),
        state: (state) => {
          if (state !== 'live') return;
          opened();
          // As the runner of the lines tells it.
          void desk.tell({ kind: 'feed', state, at: now() });
        },
      },
      () => 0.5,
      PACE,
    );
    house.get(Switchboards).hold(desk.sourceId, feed);
    await live;
    return new PractisedLine(line, desk, feed, intake);
  }

  async close(): Promise<void> {
    await this.feed.stop();
    await this.intake.end();
    await this.line.close();
  }

  /** Everything the switchboard has said so far is on record. */
  heard(): Promise<void> {
    return this.intake.settled();
  }

  call(change: Partial<typeof CALLER> = {}): string {
    return this.line.call({ ...CALLER, endedBy: 'caller', ...change });
  }

  /** What the switchboard itself thinks of a telephone: null when it is on no queue, its pause, or ready. */
  member(address: string): string | null {
    const member = this.line.now().members.get(address);
    return member ? (member.pausedReason ?? 'ready') : null;
  }

  telephoneOf(actor: Actor, address: string): Promise<void> {
    return this.desk.telephoneOf(actor, address);
  }
}
