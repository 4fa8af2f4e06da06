import type { INestApplication } from '@nestjs/common';
import type { Logger } from 'pino';
import { DAY_MS, Sealing, shanghaiDay, type Transaction, UnitOfWork, WHOLE_TREE } from '@hotline/kernel';
import { DutyDesk, JudgeCalls } from '@hotline/missed-calls';
import { type Actor, Actors } from '@hotline/organization';
import { type JoinedUnitOfWork, row, rows } from '@hotline/platform';
import { type PastPerson, RetellPresence } from '@hotline/presence';
import { RetellCalls } from '@hotline/telephony';
import { WriteShiftWeek } from '@hotline/workforce';
import type { HandClock } from '../hand-clock.js';
import { PRACTICE_SOURCE, PRACTICE_TELEPHONES } from '../practice-telephones.js';
import { badDay, type LineDay, lineDays } from './calendar.js';
import { callersBehind, loggedCalls, tie } from './contacts.js';
import { PastDuties } from './duties.js';
import { shiftsOf, toldDay } from './past-line.js';
import { PastRoster } from './roster.js';
import { randomOf } from './rota.js';

/** Days that are told first: this week and the last are what a new user looks at. */
const FIRST_DAYS = 14;
/** Numbers of presence segments a person may use in a day of the past; they count below nought. */
const SEGMENTS_A_DAY = 2_000;
/** The agent whose contacts the history has logged at the national centre. */
const OWN = 'agent';

interface Line {
  readonly id: string;
  readonly path: string;
  /** when the line was first heard: what is before it is the past */
  readonly since: Date;
}

interface Person extends PastPerson {
  readonly account: string;
  readonly extension: string;
  readonly address: string;
}

/**
 * Calls, presence, call-backs and rosters of the demonstration's past, by the rules that would have put them on record. A
 * day is planted whole or not at all and only once; what is cut short goes on at the next start.
 */
export class PastCalls {
  private readonly duties: PastDuties;
  private readonly roster: PastRoster;
  private readonly calls: RetellCalls;
  private readonly presence: RetellPresence;
  private readonly actors: Actors;
  private readonly sealing: Sealing;

  constructor(
    private readonly work: JoinedUnitOfWork,
    private readonly clock: HandClock,
    part: INestApplication['get'],
    private readonly log: Pick<Logger, 'info' | 'warn'>,
    /** Tells the database how many rows there are now: until it knows, the sums that follow are reckoned by bad plans. */
    private readonly lookOver: () => Promise<void> = () => Promise.resolve(),
  ) {
    const get = <T>(type: abstract new (...given: never[]) => T): T =>
      part<T>(type as never, { strict: false });
    this.actors = get(Actors);
    this.calls = get(RetellCalls);
    this.presence = get(RetellPresence);
    this.sealing = get(Sealing);
    this.duties = new PastDuties(work, get(JudgeCalls), get(DutyDesk), clock);
    this.roster = new PastRoster(get<UnitOfWork>(UnitOfWork), this.actors, get(WriteShiftWeek), clock);
  }

  /** @param days how far back @returns how many days were planted; 0 where there is no practice line */
  async plant(days: number): Promise<number> {
    const line = await this.work.read(WHOLE_TREE, lineOf);
    if (!line || days <= 0) return 0;
    const all = lineDays(line.since, days);
    const bad = badDay(all);
    const missing = await this.missing(line, all);
    const first = all[0];
    if (!first) return 0;
    const people = await this.work.read(WHOLE_TREE, (tx) => peopleOf(tx, line.id));
    const began = Date.now();
    const accounts = new Map(people.map(({ account, accountId }) => [account, accountId]));
    await this.roster.run(first.day, shanghaiDay(line.since), accounts);
    let told = 0;
    for (const day of missing) {
      await this.work.run(WHOLE_TREE, (tx) => this.day(tx, line, people, day, day.day === bad));
      this.clock.letGo();
      told += 1;
      if (told === 3 || told === FIRST_DAYS + 1 || told === missing.length) await this.lookOver();
    }
    if (missing.length > 0)
      this.log.info({ days: missing.length, ms: Date.now() - began }, 'demo history: past calls planted');
    return missing.length;
  }

  /** The oldest day first, since when the telephone counts; then the last weeks, then what lies between. */
  private async missing(line: Line, all: readonly LineDay[]): Promise<LineDay[]> {
    const told = await this.work.read(WHOLE_TREE, (tx) => daysTold(tx, line));
    const wanted = all.filter(({ day }) => !told.has(day));
    const recent = wanted.slice(1).slice(-FIRST_DAYS);
    return [...wanted.slice(0, 1), ...recent, ...wanted.slice(1, -recent.length)];
  }

  private async day(
    tx: Transaction,
    line: Line,
    people: readonly Person[],
    day: LineDay,
    isBad: boolean,
  ): Promise<void> {
    // A slow machine may need longer for a day than a request is ever given.
    await rows(tx, 'set local transaction_timeout = 0');
    const shifts = shiftsOf(day, isBad);
    const own = people.find(({ account }) => account === OWN);
    const logged = own ? await loggedCalls(tx, this.sealing, own.accountId, day) : [];
    const behind = own ? callersBehind(logged, own.address, shifts.get(OWN) ?? []) : [];
    this.clock.set(new Date(day.until));
    const accounts = new Map(people.map(({ extension, accountId }) => [extension, accountId]));
    const source = { sourceId: line.id, unitPath: line.path };
    const changes = await this.calls.run(
      tx,
      source,
      toldDay(day, shifts, behind, isBad),
      (_, extension) => accounts.get(extension ?? '') ?? null,
    );
    const daysBack = Math.ceil((line.since.getTime() - day.from) / DAY_MS);
    await this.presence.run(tx, people, changes, -SEGMENTS_A_DAY * daysBack);
    if (own) await tie(tx, line.id, own.accountId, logged);
    const there = people.filter(
      ({ account, unitPath }) => line.path.startsWith(unitPath) && (shifts.get(account) ?? []).length > 0,
    );
    const agents = await Promise.all(there.map(({ accountId }) => this.actors.ofAccount(tx, accountId)));
    const random = randomOf('duties', day.day);
    await this.work.within(tx, () =>
      this.duties.run(day, agents.filter(isThere), random, line.since.getTime()),
    );
  }
}

const isThere = (actor: Actor | null): actor is Actor => actor !== null;

/** The line of the demonstration, once it has been opened. */
function lineOf(tx: Transaction): Promise<Line | null> {
  return row<Line & Record<string, unknown>>(
    tx,
    `select id, unit_path as path, created_at as since from telephony_source where name = $1`,
    [PRACTICE_SOURCE],
  );
}

/** Days of which there are calls from before the line was heard: nothing but this writes such. */
async function daysTold(tx: Transaction, { id, since }: Line): Promise<ReadonlySet<string>> {
  const found = await rows<{ day: string }>(
    tx,
    `select distinct ((arrived_at at time zone 'Asia/Shanghai') - interval '7 hours 30 minutes')::date::text as day
     from call where source_id = $1 and arrived_at < $2`,
    [id, since],
  );
  return new Set(found.map(({ day }) => day));
}

async function peopleOf(tx: Transaction, sourceId: string): Promise<Person[]> {
  const found = await rows<Omit<Person, 'extension'> & Record<string, unknown>>(
    tx,
    `select a.name as account, a.id as "accountId", e.id as "telephoneId", e.address, u.id as "unitId", u.path as "unitPath"
     from agent_endpoint e join account a on a.id = e.account_id
       join lateral (select unit_id from membership m where m.account_id = a.id and m.role = 'agent' and m.revoked_at is null limit 1) m on true
       join unit u on u.id = m.unit_id
     where e.source_id = $1 and a.name = any ($2) and e.address = any ($3)`,
    [
      sourceId,
      PRACTICE_TELEPHONES.map(({ account }) => account),
      PRACTICE_TELEPHONES.map(({ address }) => address),
    ],
  );
  return found.map((one) => ({ ...one, extension: one.address.split('/')[1] ?? one.address }));
}
