import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { RuleBook } from '@hotline/calendar';
import { SHIPPED_CATALOGUE } from '@hotline/dispatch';
import {
  Clock,
  DAY_MS,
  type Instant,
  shanghaiDay,
  type Transaction,
  UnitOfWork,
  WHOLE_TREE,
} from '@hotline/kernel';
import { ContactRows, type LoggedRows, TicketOpening } from '@hotline/intake';
import { DEMO_PEOPLE, Places, UnitTree } from '@hotline/organization';
import { JoinedUnitOfWork, row, rows } from '@hotline/platform';
import { TicketClocks } from '@hotline/ticket';
import { callTimes } from './calls.js';
import { CaseFile } from './case-file.js';
import { Storyteller } from './life.js';
import { HandClock } from './hand-clock.js';
import { contactOf, matterAt, openingOf } from './openings.js';
import { takeNumbers, writeTables } from './planting.js';
import { plotOf } from './plot.js';
import { type Random, seededRandom } from './random.js';
import type { Casting, Miss } from './scenes/play.js';
import { HISTORY_CATALOGUE, Troupe } from './scenes/troupe.js';
import { Staff } from './staff.js';
import { CONFLICTS, situations } from './situations.js';
import { stage, stageUnclear, takeInHand } from './staged.js';
import { type History, tablesOf } from './tables.js';
import { World } from './world.js';

const SEED = 12_351;
const HISTORY_LOCK = 123_513;
const CONTACTS_A_DAY = 67;
const TICKETS_A_DAY = 17;
// After so many stories the server gets a turn to answer requests.
const TURN = 100;

export interface HistoryParts {
  readonly work: UnitOfWork;
  readonly clock: Clock;
  readonly units: UnitTree;
  readonly places: Places;
  readonly rules: RuleBook;
  readonly clocks: TicketClocks;
  readonly opening: TicketOpening;
  readonly contacts: ContactRows;
  /** Who plays the records of a ticket's life; without it only the life itself is told. */
  readonly troupe: Troupe | null;
}

/** A hotline's last three months, made up by the product's own rules on a simulated clock. */
export class DemoHistory {
  constructor(
    private readonly parts: HistoryParts,
    private readonly log: Pick<Logger, 'info' | 'warn'>,
  ) {}

  static from(nest: INestApplication, log: Pick<Logger, 'info' | 'warn'>): DemoHistory {
    const part = <T>(type: abstract new (...parts: never[]) => T): T =>
      nest.get<T>(type as never, { strict: false });
    const [work, clock] = [part(UnitOfWork), part(Clock)];
    const playable = work instanceof JoinedUnitOfWork && clock instanceof HandClock;
    return new DemoHistory(
      {
        work,
        clock,
        troupe: playable ? new Troupe(part, clock) : null,
        units: part(UnitTree),
        places: part(Places),
        rules: part(RuleBook),
        clocks: part(TicketClocks),
        opening: part(TicketOpening),
        contacts: part(ContactRows),
      },
      log,
    );
  }

  /**
   * Plants the history when there is no ticket yet: all of it or nothing, in one transaction.
   * @param days how far back; 0 plants nothing
   * @returns the number of tickets
   */
  async plant(days: number): Promise<number> {
    const { work, clock } = this.parts;
    if (days <= 0 || (await work.read(WHOLE_TREE, (tx) => hasTickets(tx)))) return 0;
    const now = clock.now();
    const staff = new Staff(await work.read(WHOLE_TREE, seededAccounts));
    const world = this.world(staff, now);
    await this.prepare(world, days);
    const history = await this.imagine(world, days);
    this.log.info(
      { tickets: history.files.length, contacts: history.contacts.length },
      'demo history: written down',
    );
    const planted = await work.run(WHOLE_TREE, async (tx) => {
      // A slow machine may need longer for all of it than a request is ever given.
      await rows(tx, `set local transaction_timeout = '5min'`);
      // All or nothing, on a slow machine too: this one transaction may take as long as it needs.
      await rows(tx, 'set local transaction_timeout = 0');
      await rows(tx, 'select pg_advisory_xact_lock($1)', [HISTORY_LOCK]);
      // Another process may have planted meanwhile; what people opened in these seconds does no harm.
      if (await hasTickets(tx, now)) return 0;
      const { files, contacts } = history;
      const serials = {
        tickets: await takeNumbers(tx, 'ticket_no', files.length),
        contacts: await takeNumbers(tx, 'contact_no', files.length + contacts.length),
      };
      await writeTables(tx, tablesOf(history, serials));
      await this.play(tx, world, history.castings);
      return files.length;
    });
    this.log.info({ tickets: planted }, 'demo history: planted');
    return planted;
  }

  private async prepare(world: World, days: number): Promise<void> {
    const { troupe, work } = this.parts;
    if (troupe) this.tell(await work.run(WHOLE_TREE, (tx) => troupe.prepare(tx, world, days)));
  }

  private async play(tx: Transaction, world: World, castings: readonly Casting[]): Promise<void> {
    this.tell((await this.parts.troupe?.play(tx, world, castings)) ?? []);
  }

  private tell(misses: readonly Miss[]): void {
    for (const miss of misses) this.log.warn(miss, 'demo history: a scene was cut short');
  }

  private world(staff: Staff, now: Instant): World {
    const { units, troupe, ...parts } = this.parts;
    const catalogue = troupe ? HISTORY_CATALOGUE : SHIPPED_CATALOGUE;
    return new World({ ...parts, tree: units.current(), staff, now, catalogue });
  }

  private async imagine(world: World, days: number): Promise<History> {
    const { now, staff } = world.parts;
    const random = seededRandom(SEED);
    const firstDay = shanghaiDay(new Date(now.getTime() - (days - 1) * DAY_MS));
    const files: CaseFile[] = [];
    for (const at of callTimes(random, firstDay, now, days * TICKETS_A_DAY)) {
      const file = tell(world, seededRandom(between32(random)), at);
      if (file) files.push(file);
      if (files.length % TURN === 0) await breathe();
    }
    for (const [index, situation] of situations().entries()) {
      const file = stage(world, situation, SEED + index);
      if (file) files.push(file);
      if (index % 10 === 0) await breathe();
    }
    for (const [index, [reason, county]] of CONFLICTS.entries()) {
      files.push(stageUnclear(world, reason, county, SEED + index));
    }
    files.forEach(takeInHand);
    const castings = this.parts.troupe?.castings(world) ?? [];
    files.push(...castings.flatMap(({ file }) => file ?? []));
    const contacts: LoggedRows[] = [];
    for (const at of callTimes(random, firstDay, now, days * (CONTACTS_A_DAY - TICKETS_A_DAY))) {
      contacts.push(...answer(world, random, at));
      if (contacts.length % TURN === 0) await breathe();
    }
    return { files, contacts, castings, staff: staff.takeFresh(), now };
  }
}

const between32 = (random: Random): number => Math.floor(random() * 2 ** 32);
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One ticket from its call to where it stands now; null when the call is not over yet. */
function tell(world: World, random: Random, at: Instant): CaseFile | null {
  const matter = matterAt(world, random, at);
  const { desk, input } = openingOf(world, random, matter);
  if (desk.now >= world.parts.now) return null;
  const file = new CaseFile(world, world.parts.opening.rows(desk, input, null), desk.now);
  new Storyteller(file, plotOf(random, file, matter.provinceCode), random).playUntil(world.parts.now);
  return file;
}

function answer(world: World, random: Random, at: Instant): LoggedRows[] {
  const { desk, input } = contactOf(world, random, matterAt(world, random, at));
  if (desk.now >= world.parts.now) return [];
  const time = (text: string | undefined) => (text === undefined ? null : new Date(text));
  const times = {
    startedAt: new Date(input.startedAt),
    answeredAt: time(input.answeredAt),
    endedAt: time(input.endedAt),
  };
  return [world.parts.contacts.logged(desk, input, times)];
}

async function hasTickets(tx: Transaction, before?: Instant): Promise<boolean> {
  const sql = 'select 1 as found from ticket where $1::timestamptz is null or opened_at < $1 limit 1';
  return (await row(tx, sql, [before ?? null])) !== null;
}

async function seededAccounts(tx: Transaction): Promise<Map<string, string>> {
  const names = DEMO_PEOPLE.map(({ name }) => name);
  const found = await rows<{ id: string; name: string }>(
    tx,
    'select id, name from account where name = any ($1)',
    [names],
  );
  return new Map(found.map(({ id, name }) => [name, id]));
}
