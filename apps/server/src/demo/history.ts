import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { RuleBook } from '@hotline/calendar';
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
import { row, rows } from '@hotline/platform';
import { TicketClocks } from '@hotline/ticket';
import { callTimes } from './calls.js';
import { CaseFile } from './case-file.js';
import { Storyteller } from './life.js';
import { contactOf, matterAt, openingOf } from './openings.js';
import { takeNumbers, writeTables } from './planting.js';
import { plotOf } from './plot.js';
import { type Random, seededRandom } from './random.js';
import { Staff } from './staff.js';
import { CONFLICTS, situations } from './situations.js';
import { stage, stageUnclear } from './staged.js';
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
}

/** A hotline's last three months, made up by the product's own rules on a simulated clock. */
export class DemoHistory {
  constructor(
    private readonly parts: HistoryParts,
    private readonly log: Pick<Logger, 'info'>,
  ) {}

  static from(nest: INestApplication, log: Pick<Logger, 'info'>): DemoHistory {
    const part = <T>(type: abstract new (...parts: never[]) => T): T =>
      nest.get<T>(type as never, { strict: false });
    return new DemoHistory(
      {
        work: part(UnitOfWork),
        clock: part(Clock),
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
    const history = await this.imagine(this.world(staff, now), days);
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
      return files.length;
    });
    this.log.info({ tickets: planted }, 'demo history: planted');
    return planted;
  }

  private world(staff: Staff, now: Instant): World {
    const { units, ...parts } = this.parts;
    return new World({ ...parts, tree: units.current(), staff, now });
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
    const contacts: LoggedRows[] = [];
    for (const at of callTimes(random, firstDay, now, days * (CONTACTS_A_DAY - TICKETS_A_DAY))) {
      contacts.push(...answer(world, random, at));
      if (contacts.length % TURN === 0) await breathe();
    }
    return { files, contacts, staff: staff.rows, now };
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
