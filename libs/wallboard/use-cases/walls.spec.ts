import { randomUUID } from 'node:crypto';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { CaseHouse } from '../../../test/support/case-house.js';
import { eventually } from '../../../test/support/eventually.js';
import {
  aCall,
  anEnded,
  plantCall,
  type PlantedSource,
  plantSource,
} from '../../../test/support/folded-calls.js';
import type { Wall } from '../domain/wall.js';
import { SetWallLimits } from './set-wall-limits.js';
import { ShowWallLimits } from './show-wall-limits.js';
import { type Snapshot, type WallMessage, Walls } from './walls.js';

let house: CaseHouse;
let source: PlantedSource;
let walls: Walls;
let serial = 0;

beforeAll(async () => {
  house = await CaseHouse.open();
  walls = house.get(Walls);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2026-03-10T12:00:00+08:00');
  await house.owner.query('delete from call_visit');
  await house.owner.query('delete from call');
  await house.owner.query('delete from telephony_feed');
  await house.owner.query('delete from telephony_source');
  source = await plantSource(house.owner, unitId('440000'), pathOf('440000'));
});

const unit = (code: string) => house.get(UnitTree).current().get(unitId(code));
const pathOf = (code: string): string => unit(code).path;
const now = (): number => house.clock.now().getTime() * 1_000;

async function call(outcome: 'answered' | 'abandoned', secondsAgo: number, waited: number): Promise<void> {
  const ended = anEnded(`7.${(serial += 1)}`, now() - secondsAgo * 1_000_000, outcome, waited);
  await plantCall(house.owner, source, ended.call, ended.visits);
}

async function waiting(secondsAgo: number): Promise<string> {
  const { visits } = anEnded(`8.${(serial += 1)}`, now() - secondsAgo * 1_000_000, 'abandoned', 1);
  const open = visits.map((visit) => ({ ...visit, outcome: 'open' as const, left: null, wait: null }));
  return plantCall(house.owner, source, aCall(`8.${serial}`, now(), { outcome: 'open', ended: null }), open);
}

/** A second and more later, so that nothing made before is used again. */
const later = (ms = 20_000): void => house.clock.advance(ms);

/** A screen: the whole picture, then the pieces, as the browser puts them together. */
class Screen {
  shown: Snapshot | null = null;
  readonly missed: number[] = [];
  readonly stop: () => void;
  over = false;

  constructor(code: string) {
    this.stop = walls.look(unit(code), (message) => this.hear(message));
  }

  private hear(message: WallMessage): void {
    if (message.kind === 'over') {
      this.over = true;
      return;
    }
    const said = JSON.parse(message.text) as Snapshot & { from: number; pieces: Partial<Wall> };
    if (message.kind === 'wall') this.shown = said;
    if (message.kind !== 'change' || !this.shown) return;
    if (this.shown.version !== said.from) this.missed.push(said.from);
    const { version, asOf } = said;
    this.shown = { version, asOf, wall: { ...this.shown.wall, ...said.pieces } };
  }
}

describe('a wallboard', () => {
  it('counts who waits, today and the last quarter of an hour', async () => {
    await call('answered', 3_600, 4);
    await call('answered', 600, 20);
    await call('abandoned', 300, 30);
    await waiting(52);
    await waiting(10);
    const { wall } = await walls.current(unit('cn'));
    expect(wall).toMatchObject({
      waiting: { count: 2, longestSince: new Date(now() / 1_000 - 52_000).toISOString(), busiest: 2 },
      // The two that wait are in no rate yet, as on the board.
      connection: { today: { numerator: 2, denominator: 3 }, recent: { numerator: 1, denominator: 2 } },
      service: { seconds: 15, today: { numerator: 1, denominator: 3 } },
      calls: { today: { arrived: 3, asked: 3, answered: 2, abandoned: 1 } },
      limits: { waiting: 20, waitSeconds: 30, connection: 95, service: 80 },
    });
    expect(wall.lines).toEqual([expect.objectContaining({ id: source.id, light: 'waiting' })]);
  });

  it('knows only what lies below its unit', async () => {
    await call('answered', 60, 4);
    const { wall } = await walls.current(unit('430000'));
    expect(wall).toMatchObject({ calls: { today: { arrived: 0 } }, lines: [] });
  });

  it('says that a line is down, and since when, and guesses nothing of it', async () => {
    const heard = new Date('2026-03-10T11:55:00+08:00');
    await house.owner.query(
      `insert into telephony_feed (source_id, feed, state, since, last_received_at, fault, fault_at)
       values ($1, 'ami', 'down', $2, $2, 'broken', $2)`,
      [source.id, heard],
    );
    later();
    const { wall } = await walls.current(unit('440000'));
    expect(wall.lines).toEqual([
      expect.objectContaining({
        light: 'down',
        downSince: heard.toISOString(),
        unitName: unit('440000').name,
      }),
    ]);
  });

  it('makes one picture for everybody who asks in the same second', async () => {
    later();
    const [one, two] = await Promise.all([walls.current(unit('440000')), walls.current(unit('440000'))]);
    expect(two).toEqual(one);
    await waiting(5);
    expect(await walls.current(unit('440000'))).toEqual(one);
    later(1_000);
    expect((await walls.current(unit('440000'))).wall.waiting.count).toBe(one.wall.waiting.count + 1);
  });

  it('tells every screen what has changed, without a version missing, until it looks away', async () => {
    const screens = [new Screen('440000'), new Screen('440000')];
    await eventually('both screens begin', async () => screens.every(({ shown }) => shown !== null));
    for (let round = 0; round < 3; round += 1) {
      await waiting(5);
      later();
      const count = round + 1;
      await eventually(`both screens show ${count}`, async () =>
        screens.every(({ shown }) => shown?.wall.waiting.count === count),
      );
    }
    const latecomer = new Screen('440000');
    await eventually('the third begins', async () => latecomer.shown !== null);
    expect(latecomer.shown?.wall).toEqual(screens[0]?.shown?.wall);
    for (const screen of [...screens, latecomer]) {
      screen.stop();
      expect(screen.missed).toEqual([]);
    }
    const before = screens[0]?.shown?.version;
    await waiting(1);
    later();
    await walls.current(unit('440000'));
    expect(screens[0]?.shown?.version).toBe(before);
  });

  it('remembers the last hours, and when nobody heard the line, mended or not', async () => {
    for (let n = 0; n < 12; n += 1) await call(n < 9 ? 'answered' : 'abandoned', 4_000 + n, 4);
    const holes = [
      ['2026-03-10T10:00:00+08:00', '2026-03-10T10:30:00+08:00', '2026-03-10T11:00:00+08:00'],
      ['2026-03-10T11:40:00+08:00', null, null],
      ['2026-03-09T11:40:00+08:00', '2026-03-09T11:50:00+08:00', null],
    ];
    for (const [from, to, mended] of holes)
      await house.owner.query(
        'insert into feed_gap (source_id, from_at, to_at, mended_at) values ($1, $2, $3, $4)',
        [source.id, from, to, mended],
      );
    // Walls of the tests before were made by a later clock.
    later(120_000);
    const { trail } = (await walls.current(unit('440000'))).wall;
    const hour = trail.points.filter(({ connection }) => connection.denominator > 0);
    expect(hour).toHaveLength(4);
    expect(hour[0]?.connection).toEqual({ numerator: 9, denominator: 12 });
    expect(trail.gaps.map(({ to, mended }) => [to === null, mended])).toEqual([
      [true, false],
      [false, true],
    ]);
    await house.owner.query('delete from feed_gap');
  });

  it('counts groups by their highest level, and urgent tickets nobody has read of, without a name', async () => {
    const opened = await house.arrived();
    const flag = (employer: string, level: number, daysAgo: number) =>
      house.owner.query(
        `insert into group_flag (id, employer_key, unit_path, unit_id, level, people, ticket_id, raised_at)
         values (gen_random_uuid(), $1, $2, $3, $4, $4 + 1, $5, $6::timestamptz - $7 * interval '1 day')`,
        [employer, pathOf('440300'), unitId('440300'), level, opened, house.clock.now(), daysAgo],
      );
    await flag('某厂', 3, 3);
    await flag('某厂', 5, 2);
    await flag('某公司', 3, 40);
    await flag('某工地', 10, 0.5);
    await house.owner.query(
      `insert into leader_receipt (id, ticket_id, unit_id, told_at, due_at)
       values (gen_random_uuid(), $1, $2, $3, $3::timestamptz + interval '15 minutes')`,
      [opened, unitId('440300'), house.clock.now()],
    );
    later(20 * 60_000);
    const { alarms } = (await walls.current(unit('440000'))).wall;
    expect(alarms).toMatchObject({
      flags: [
        { level: 5, count: 1 },
        { level: 10, count: 1 },
      ],
      newest: { level: 10, people: 11, place: unit('440300').shortName },
      urgent: { unread: 1, overdue: 1 },
    });
    expect(JSON.stringify(alarms)).not.toContain('某');
    expect((await walls.current(unit('430000'))).wall.alarms).toMatchObject({ flags: [], newest: null });
  });
});

describe('limits of a wallboard', () => {
  const limits = { waiting: 5, waitSeconds: 20, connection: 90, service: 75 };
  let admin: Actor;
  beforeAll(async () => (admin = await house.actor(['administrator', '440000'])));
  const set = (change: object = {}) =>
    house.get(SetWallLimits).run(admin, { unitId: unitId('440000'), basedOn: 0, limits, ...change });

  it.each([
    ['a limit out of range', { limits: { ...limits, waitSeconds: 4 } }, 'invalid-input'],
    ['a unit of somebody else', { unitId: unitId('430000') }, 'forbidden'],
    ['a unit that is none', { unitId: randomUUID() }, 'unknown-unit'],
  ])('refuses %s', async (_, change, code) => {
    const attempt = async () => set(change);
    await expect(attempt()).rejects.toMatchObject({ refusal: { code } });
  });

  it('hold for the unit and those below it, and nobody overwrites what he has not seen', async () => {
    expect(await set()).toMatchObject({ version: 1 });
    await expect(set()).rejects.toMatchObject({ refusal: { code: 'stale-version' } });
    later();
    expect((await walls.current(unit('440300'))).wall.limits).toEqual(limits);
    expect((await walls.current(unit('430000'))).wall.limits.waiting).toBe(20);
    const { rows } = await house.owner.query(`select 1 from audit where action = 'wallboard-limits-set'`);
    expect(rows).toHaveLength(1);
  });

  it('name whose word they are, and are given back to the unit above', async () => {
    const show = (code: string) => house.get(ShowWallLimits).run(admin, unitId(code));
    expect(await show('440300')).toMatchObject({
      limits,
      own: false,
      version: 0,
      editable: true,
      unit: { id: unitId('440000') },
      by: admin.displayName,
      above: { limits },
    });
    expect(await show('440000')).toMatchObject({ own: true, above: { limits: { waiting: 20 }, unit: null } });
    expect(await set({ basedOn: 1, limits: null })).toMatchObject({ own: false, version: 2, unit: null });
    // The clock begins anew with each test: the wall made in the last one must be older than this.
    later(60_000);
    expect((await walls.current(unit('440300'))).wall.limits.waiting).toBe(20);
    expect(await set({ basedOn: 2 })).toMatchObject({ own: true, version: 3, limits });
  });
});
