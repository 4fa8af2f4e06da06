import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { RuleBook } from '../data/rule-book.js';
import type { CalendarPlan } from '../domain/calendar-plan.js';
import { AssignCalendar } from './assign-calendar.js';
import { ChangeCalendarDraft } from './change-calendar-draft.js';
import { CheckCalendar } from './check-calendar-draft.js';
import { DraftCalendar } from './draft-calendar.js';
import { ListCalendars } from './list-calendars.js';
import { PreviewCalendarImport } from './preview-calendar-import.js';
import { PublishCalendar } from './publish-calendar.js';
import { ShowCalendarYear } from './show-calendar-year.js';
import { ShowCalendar } from './show-calendar.js';

let house: CaseHouse;
let root: Actor;
let guangdong: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-11-28T10:00:00+08:00');
  root = await house.actor(['administrator', 'cn']);
  guangdong = await house.actor(['administrator', '440000']);
}, 60_000);
afterAll(() => house.close());

const show = (id: string) => house.get(ShowCalendar).run(root, id);
const draftVersion = async (id: string) => (await show(id)).draft?.version ?? 0;
async function change(id: string, part: Partial<CalendarPlan>, actor = root): Promise<void> {
  const { draft } = await show(id);
  await house.get(ChangeCalendarDraft).run(actor, id, draft!.version, { ...draft!.plan, ...part });
}
async function publish(id: string, actor = root): Promise<void> {
  await house.get(PublishCalendar).run(actor, id, await draftVersion(id), '国办发明电〔2026〕7号');
}
const province = { id: 'guangdong', name: '广东工作日历', unitId: unitId('440000'), baseId: 'national' };

describe('calendars', () => {
  it('ship with the national one, which says that next year is not published', async () => {
    const [national] = await house.get(ListCalendars).run(root);
    expect(national).toMatchObject({
      id: 'national',
      version: 1,
      knownTo: 2026,
      missingYear: 2027,
      unit: null,
    });
    expect(national!.unitCount).toBeGreaterThan(3_000);
    expect(await house.get(ShowCalendarYear).run(root, 'national', 2027, false)).toMatchObject({
      known: false,
      days: [],
    });
  });

  it('a province derives its own; nobody else drafts it, and a province never the national one', async () => {
    await house.get(DraftCalendar).run(guangdong, province);
    expect(await refusalOf(house.get(DraftCalendar).run(guangdong, province))).toBe('duplicate id');
    expect(await refusalOf(house.get(DraftCalendar).run(guangdong, { id: 'national' }))).toBe(
      'not-in-your-units',
    );
    const sichuan = await house.actor(['administrator', '510000']);
    expect(await refusalOf(house.get(ChangeCalendarDraft).discard(sichuan, 'guangdong', 1))).toBe(
      'not-in-your-units',
    );
    const foreign = { ...province, id: 'of-sichuan', unitId: unitId('510000') };
    expect(await refusalOf(house.get(DraftCalendar).run(guangdong, foreign))).toBe('not-in-your-units');
    const overrides = [{ date: '2026-12-07', kind: 'off' as const, name: '省定假日' }];
    await change('guangdong', { overrides }, guangdong);
    await publish('guangdong', guangdong);
    expect(await show('guangdong')).toMatchObject({
      version: 1,
      draft: null,
      baseId: 'national',
      derived: [],
    });
    expect(house.get(RuleBook).calendar('guangdong').version).toBe(1);
  });

  it('a stale draft is refused with the newer one', async () => {
    await house.get(DraftCalendar).run(root, { id: 'national' });
    const plan = (await show('national')).draft!.plan;
    await change('national', { name: '全国' });
    expect(await refusalOf(house.get(ChangeCalendarDraft).run(root, 'national', 1, plan))).toBe(
      'stale-version',
    );
    expect(await refusalOf(house.get(PublishCalendar).run(root, 'national', 1, 'x'))).toBe('stale-version');
  });

  it('a broken one is saved, checked and never published; the message names the row', async () => {
    const { overrides } = (await show('national')).draft!.plan;
    await change('national', {
      knownTo: 2027,
      overrides: [...overrides, { date: '2027-02-30', kind: 'off', name: '春节' }],
    });
    const { faults } = await house.get(CheckCalendar).run(root, 'national');
    expect(faults.map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      `overrides.${overrides.length}.date not-a-date`,
    ]);
    expect(await refusalOf(publish('national'))).toBe(`calendar-broken overrides.${overrides.length}.date`);
    await change('national', { overrides });
    expect(await refusalOf(publish('national'))).toBe('calendar-broken knownTo');
    expect((await show('national')).version).toBe(1);
  });

  it('an imported year is previewed, and the derived calendars are published again with it', async () => {
    const text = '2027-01-01~2027-01-03,元旦,放假\n2027-02-05~2027-02-11,春节,放假\n2027-02-20,春节,上班';
    const preview = await house.get(PreviewCalendarImport).run(root, 'national', 2027, text);
    expect([preview.faults, preview.lines.length]).toEqual([[], 3]);
    expect((await show('national')).draft!.plan.overrides).not.toContainEqual(preview.overrides.at(-1));
    await change('national', { overrides: preview.overrides });
    const verdict = await house.get(CheckCalendar).run(root, 'national');
    expect(verdict).toMatchObject({ faults: [], yearsAdded: [2027], derived: ['guangdong'] });
    expect(verdict.changes.filter((one) => one.kind === 'date-added')).toHaveLength(11);
    const drafted = await house.get(ShowCalendarYear).run(root, 'national', 2027, true);
    expect(drafted.days.find((day) => day.date === '2027-02-20')?.mark).toBe('make-up');
    await publish('national');
    expect((await show('national')).versions.map((one) => one.version)).toEqual([2, 1]);
    // The province has not said what it does in 2027, so its calendar does not know that year yet.
    expect(await show('guangdong')).toMatchObject({ version: 2, knownTo: 2026, missingYear: 2027 });
    const { rows } = await house.owner.query(
      `select calendar_id, finished_at from recomputation order by calendar_id`,
    );
    expect(rows).toEqual([{ calendar_id: 'national', finished_at: null }]);
  });

  it('a published year is never taken back', async () => {
    await house.get(DraftCalendar).run(root, { id: 'national' });
    await change('national', { knownTo: 2026, overrides: [] });
    const { faults } = await house.get(CheckCalendar).run(root, 'national');
    expect(faults[0]).toMatchObject({ field: 'knownTo', problem: 'year-taken-back' });
    await house.get(ChangeCalendarDraft).discard(root, 'national', await draftVersion('national'));
    expect((await show('national')).draft).toBeNull();
  });
});

describe('assigning a calendar', () => {
  const assign = (actor: Actor, code: string, calendarId: string, subtree: boolean, version?: number) => {
    const unit = house.get(UnitTree).find(unitId(code));
    const order = { calendarId, subtree };
    return house.get(AssignCalendar).run(actor, unit!.id, version ?? unit!.version, order);
  };
  const calendarOf = (code: string) => house.get(UnitTree).current().get(unitId(code)).calendarId;

  it('reaches the units below that worked by the same one, and is written into the audit log', async () => {
    await assign(guangdong, '440305', 'guangdong', false);
    const county = house.get(UnitTree).find(unitId('440305'))!;
    const found = await assign(guangdong, '440300', 'guangdong', true);
    expect(found).toMatchObject({ calendarId: 'guangdong', kept: 0 });
    expect(calendarOf('440304')).toBe('guangdong');
    expect(house.get(UnitTree).find(county.id)!.version).toBe(county.version);
    expect(calendarOf('440100')).toBe('national');
    const { rows } = await house.owner.query(
      `select facts from audit where action = 'calendar-assigned' order by seq desc limit 1`,
    );
    expect(rows[0].facts).toMatchObject({ before: 'national', after: 'guangdong', changed: found.changed });
  });

  it('refuses another unit’s calendar, an unknown one, a stale version and a foreign unit', async () => {
    expect(await refusalOf(assign(root, '510000', 'guangdong', true))).toBe('invalid-input calendarId');
    expect(await refusalOf(assign(root, '440100', 'atlantis', true))).toBe('invalid-input calendarId');
    expect(await refusalOf(assign(root, '440100', 'guangdong', true, 99))).toBe('stale-version');
    expect(await refusalOf(assign(guangdong, '510000', 'national', true))).toBe('not-in-your-units');
  });
});
