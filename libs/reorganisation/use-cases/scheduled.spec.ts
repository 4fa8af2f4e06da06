import { newId } from '@hotline/kernel';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { ChangePlan } from '../domain/plan.js';
import { CancelUnitChange } from './cancel-unit-change.js';
import { PlanUnitChange } from './plan-unit-change.js';
import { ReviseUnitChange } from './revise-unit-change.js';
import { RunUnitChange } from './run-unit-change.js';
import { ScheduleUnitChange } from './schedule-unit-change.js';
import { type ShownChange, ShowUnitChange } from './show-unit-change.js';
import { StartDueChanges } from './start-due-changes.js';
import { StartUnitChange } from './start-unit-change.js';

const AT = new Date('2026-03-11T00:00:00+08:00');
const HOUR_MS = 3_600_000;
const NANSHAN = unitId('440305');
const MOVE: ChangePlan = { kind: 'move', unitIds: [NANSHAN], parentId: unitId('440100') };

let house: CaseHouse;
let admin: Actor;

beforeEach(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-03-10T09:00:00+08:00');
  admin = await house.actor(['administrator', 'cn']);
  await post(admin);
}, 60_000);
afterEach(() => house.close());

/** The post on record, too: whoever scheduled a change is looked up when its time comes. */
const post = ({ accountId, memberships }: Actor) =>
  house.owner.query(
    'insert into membership (id, account_id, unit_id, role, granted_at) values ($1, $2, $3, $4, now())',
    [newId(), accountId, memberships[0]?.unitId, memberships[0]?.role],
  );

const shown = (id: string): Promise<ShownChange> => house.get(ShowUnitChange).run(admin, id);
const order = (plan: ChangePlan) => ({ plan, reason: '区划调整', documentNo: null });

async function scheduled(plan = MOVE, at = AT): Promise<ShownChange> {
  const id = await house.get(PlanUnitChange).run(admin, order(plan));
  await house.get(ScheduleUnitChange).run(admin, id, 1, at);
  return shown(id);
}

const looks = (): Promise<number> => house.get(StartDueChanges).run();
const runs = async (id: string): Promise<void> => {
  while (!(await house.get(RunUnitChange).stride(id, { strideMs: 60_000, hearMs: 0 })));
};
const cityOf = () => house.get(UnitTree).current().parent(NANSHAN)?.code;
const notices = async () =>
  (await house.owner.query(`select 1 from notice where kind = 'unit-change-stopped'`)).rowCount;
const jobs = async () =>
  (await house.owner.query(`select 1 from outbox where name = 'run-unit-change'`)).rowCount;

it('waits for its hour with the preview that was looked at, then runs by itself, once', async () => {
  const ticket = await house.arrived();
  const change = await scheduled();
  expect([change.state, change.scheduledFor, change.preview.tickets]).toEqual(['scheduled', AT, 1]);
  house.clock.set(new Date(AT.getTime() - 1).toISOString());
  expect(await looks()).toBe(0);
  house.clock.set(AT.toISOString());
  expect(await Promise.all([looks(), looks(), looks()]).then((all) => all.reduce((a, b) => a + b))).toBe(1);
  expect(await looks()).toBe(0);
  expect(await jobs()).toBe(1);
  await runs(change.id);
  const done = await shown(change.id);
  expect([done.state, done.startedByName, cityOf()]).toEqual(['done', admin.displayName, '440100']);
  await house.check(ticket);
});

it('starts late rather than never when nobody looked at its hour', async () => {
  const { id } = await scheduled();
  house.clock.set(new Date(AT.getTime() + 30 * HOUR_MS).toISOString());
  expect(await looks()).toBe(1);
  await runs(id);
  expect((await shown(id)).state).toBe('done');
});

it('can be given another hour, another plan, be started at once or given up before', async () => {
  const { id, version } = await scheduled();
  await house.get(ScheduleUnitChange).run(admin, id, version, new Date(AT.getTime() + HOUR_MS));
  const revised = { ...MOVE, parentId: unitId('440000') };
  await house.get(ReviseUnitChange).run(admin, id, version + 1, order(revised));
  house.clock.set(AT.toISOString());
  expect(await looks()).toBe(0);
  expect(await shown(id)).toMatchObject({
    state: 'scheduled',
    plan: revised,
    mayStart: true,
    mayRevise: true,
  });
  await house.get(StartUnitChange).run(admin, id, version + 2);
  await runs(id);
  expect(cityOf()).toBe('440000');
  const other = await scheduled(MOVE, new Date(AT.getTime() + 2 * HOUR_MS));
  await house.get(CancelUnitChange).run(admin, other.id, other.version);
  house.clock.advance(3 * HOUR_MS);
  expect(await looks()).toBe(0);
  expect(await shown(other.id)).toMatchObject({ state: 'cancelled', mayStart: false, mayRevise: false });
});

it('waits while another change runs', async () => {
  const first = await scheduled({ kind: 'rename', unitIds: [unitId('440306')], name: '宝安新区总工会' });
  const second = await scheduled();
  house.clock.set(AT.toISOString());
  expect(await looks()).toBe(1);
  expect((await shown(second.id)).state).toBe('scheduled');
  await runs(first.id);
  expect(await looks()).toBe(1);
  await runs(second.id);
  expect(cityOf()).toBe('440100');
});

const startOther = async (plan: ChangePlan): Promise<void> => {
  const id = await house.get(PlanUnitChange).run(admin, order(plan));
  await house.get(StartUnitChange).run(admin, id, 1);
  await runs(id);
};

const SPOILT: readonly (readonly [string, string, () => Promise<unknown>])[] = [
  [
    'its unit has ended meanwhile',
    'unitIds: closed',
    () => startOther({ kind: 'merge', unitIds: [NANSHAN], intoId: unitId('440306') }),
  ],
  [
    'its target is closed',
    'parentId: closed',
    () =>
      house.owner.query('update unit set active = false, version = version + 1 where id = $1', [
        unitId('440100'),
      ]),
  ],
  [
    'its unit hangs elsewhere by now',
    'kind: outcome-changed',
    () => startOther({ kind: 'move', unitIds: [NANSHAN], parentId: unitId('440000') }),
  ],
  [
    'whoever scheduled it has lost the post',
    'kind: not-allowed',
    () =>
      house.owner.query('update membership set revoked_at = now() where account_id = $1', [admin.accountId]),
  ],
  [
    'whoever scheduled it has left',
    'kind: not-allowed',
    () => house.owner.query('update account set active = false where id = $1', [admin.accountId]),
  ],
];

it.each(SPOILT)('stops with the reason and a notice, nothing touched, when %s', async (_, failure, spoil) => {
  const { id } = await scheduled();
  await spoil();
  await house.get(UnitTree).refresh();
  const before = cityOf();
  const began = await jobs();
  house.clock.set(AT.toISOString());
  expect(await looks()).toBe(1);
  expect(await shown(id)).toMatchObject({ state: 'failed', failure, startedAt: null });
  expect([await notices(), await looks(), cityOf(), await jobs()]).toEqual([1, 0, before, began]);
});

it('warns before the hour that it would stop', async () => {
  const { id } = await scheduled();
  await startOther({ kind: 'move', unitIds: [NANSHAN], parentId: unitId('440000') });
  expect((await shown(id)).preview.conflicts).toEqual([{ field: 'kind', problem: 'outcome-changed' }]);
  const { version } = await shown(id);
  await house.get(ScheduleUnitChange).run(admin, id, version, AT);
  expect((await shown(id)).preview.conflicts).toEqual([]);
});

it.each([
  ['the present', '2026-03-10T09:00:00+08:00'],
  ['the past', '2026-03-10T08:00:00+08:00'],
  ['half an hour', '2026-03-11T00:30:00+08:00'],
  ['three years ahead', '2029-03-11T00:00:00+08:00'],
])('does not wait for %s', async (_, at) => {
  expect(await refusalOf(scheduled(MOVE, new Date(at)))).toBe('invalid-input at');
});

it('is not changed by a person below the units, nor on an old version, nor once done', async () => {
  const { id, version } = await scheduled();
  const city = await house.actor(['administrator', '440300']);
  const again = (actor: Actor, at: number) =>
    refusalOf(house.get(ScheduleUnitChange).run(actor, id, at, new Date(AT.getTime() + HOUR_MS)));
  expect(await again(city, version)).toBe('not-in-your-units unitIds');
  expect(await again(admin, version - 1)).toBe('stale-version');
  house.clock.set(AT.toISOString());
  await looks();
  await runs(id);
  const done = await shown(id);
  house.clock.advance(-HOUR_MS);
  expect(await again(admin, done.version)).toBe('wrong-state');
  expect(await refusalOf(house.get(ReviseUnitChange).run(admin, id, done.version, order(MOVE)))).toBe(
    'wrong-state',
  );
});
