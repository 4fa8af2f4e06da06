import {
  ChangeCalendarDraft,
  AssignCalendar,
  type CalendarPlan,
  DraftCalendar,
  DraftLimits,
  PublishCalendar,
  PublishLimits,
  SHIPPED_LIMITS,
} from '@hotline/calendar';
import { DraftCatalogue, ChangeCatalogueDraft, RuleCatalogueProposal, StartDryRun } from '@hotline/dispatch';
import { shanghaiDay } from '@hotline/kernel';
import { UnitTree } from '@hotline/organization';
import { PlanUnitChange, RunUnitChange, StartUnitChange } from '@hotline/reorganisation';
import { days, hours, minutes } from './ago.js';
import type { Who } from './cast.js';
import { TOWNSHIP } from './office.js';
import { opens } from './opens.js';
import type { Scene, Step } from './scene.js';
import type { Stage } from './stage.js';

const ADMIN: Who = 'administrator cn';
const DISPATCHER: Who = 'dispatcher cn';
const DRY_RUN = 60;

/** A draft somebody is in the middle of: one of its rules sends nowhere. */
const FAULTY: Step['run'] = async ({ stage }) => {
  const dispatcher = await stage.actor(DISPATCHER);
  const draft = await stage
    .get(DraftCatalogue)
    .run(dispatcher, { from: null, note: '草稿：物流园区单列（未完成）' });
  const rule = {
    ...{ no: 26, name: '物流园区', rank: 26, when: { industries: ['transport'], places: ['4403'] } },
    ...{ routeBy: [], level: 'county', chain: 'territorial', text: '物流园区的诉求由园区所在区县办理。' },
  };
  const content = { note: draft.note, effectiveFrom: null, rules: [...draft.rules, rule] };
  return stage.get(ChangeCatalogueDraft).run(dispatcher, draft.id, draft.version, content as never);
};

/** A sound draft, tried on the newest tickets. */
const TRIED: Step['run'] = async ({ stage }) => {
  const admin = await stage.actor(ADMIN);
  const draft = await stage
    .get(DraftCatalogue)
    .run(admin, { from: null, note: '草稿：工伤诉求改由市级牵头' });
  const rules = draft.rules.map((rule) =>
    rule.when.fields?.includes('injury') ? { ...rule, level: 'city' } : rule,
  );
  const content = { note: draft.note, effectiveFrom: null, rules };
  const { version } = await stage
    .get(ChangeCatalogueDraft)
    .run(admin, draft.id, draft.version, content as never);
  const run = await stage.get(StartDryRun).run(admin, draft.id, version, DRY_RUN);
  return stage.settle(run.id);
};

const newestProposal = async (stage: Stage): Promise<string> => {
  const sql = `select id from catalogue_proposal where state = 'open' order by id limit 1`;
  return (await stage.ask<{ id: string }>(sql))[0]?.id ?? '';
};

const CATALOGUE: readonly Scene[] = [
  { key: 'catalogue draft with a fault', steps: [{ ago: days(3.1), run: FAULTY }] },
  { key: 'catalogue dry run', steps: [{ ago: minutes(50), run: TRIED }] },
  {
    key: 'catalogue proposal refused',
    steps: [
      {
        ago: days(0.7),
        run: async ({ stage }) =>
          stage.get(RuleCatalogueProposal).run(await stage.actor(ADMIN), await newestProposal(stage), {
            ...{ decision: 'refused', draftId: null, unitId: null },
            reason: '个案，现行规则按工作地派单已能覆盖。',
          }),
      },
    ],
  },
];

const REGION = '640000';
const CALENDAR = 'ningxia';

/** A province with days off of its own; the present year is drafted and not yet published. */
const calendarPlan = (stage: Stage, knownTo: number): Omit<CalendarPlan, 'id' | 'unitId'> => ({
  ...{ name: '宁夏工作日历', baseId: 'national', weekly: null, duty: null, knownFrom: 2025, knownTo },
  overrides: [{ date: `${Math.min(knownTo, lastYear(stage))}-03-31`, kind: 'off', name: '开斋节' }],
});
const lastYear = ({ world }: Stage): number => Number(shanghaiDay(world.parts.now).slice(0, 4)) - 1;

const CALENDAR_YEAR: Scene = {
  key: 'calendar with an unpublished year',
  steps: [
    {
      ago: days(20),
      run: async ({ stage }) => {
        const admin = await stage.actor(ADMIN);
        const unit = stage.get(UnitTree).find(stage.unit(REGION).id);
        const drafted = { id: CALENDAR, name: '宁夏工作日历', unitId: unit?.id, baseId: 'national' };
        await stage.get(DraftCalendar).run(admin, drafted);
        await stage.get(ChangeCalendarDraft).run(admin, CALENDAR, 1, calendarPlan(stage, lastYear(stage)));
        await stage.get(PublishCalendar).run(admin, CALENDAR, 2, '增列少数民族节日放假安排。');
        const order = { calendarId: CALENDAR, subtree: true };
        return stage.get(AssignCalendar).run(admin, unit?.id ?? '', unit?.version ?? 1, order);
      },
    },
    {
      ago: days(1.7),
      run: async ({ stage }) => {
        const admin = await stage.actor(ADMIN);
        await stage.get(DraftCalendar).run(admin, { id: CALENDAR });
        const plan = calendarPlan(stage, lastYear(stage) + 1);
        return stage.get(ChangeCalendarDraft).run(admin, CALENDAR, 1, plan);
      },
    },
  ],
};

const PROVISIONAL: Scene = {
  key: 'provisional deadline',
  steps: [
    {
      ago: days(1),
      run: opens('agent cn', {
        ...{ kind: 'complaint', field: 'pay', industry: 'services', people: 2 },
        places: { workplace: { code: '640104' }, caller: { code: '640104' } },
        employer: '银川示例餐饮管理有限公司',
        title: '节日加班费没有支付',
        text: '来电人节日期间照常上班，单位只按平日标准发放工资。\n诉求：补发法定节假日加班费。',
      }),
    },
  ],
};

/** From the next month on: the first contact of difficult cases within four working hours. */
const LIMITS: Scene = {
  key: 'limits to come',
  steps: [
    {
      ago: days(2),
      run: async ({ stage }) => {
        const admin = await stage.actor(ADMIN);
        const { rows, maxExtensions } = SHIPPED_LIMITS;
        const changed = rows.map((row) =>
          row.id === 'handle-consult'
            ? { ...row, limit: { amount: 6, unit: 'working-hours' as const } }
            : row,
        );
        await stage.get(DraftLimits).open(admin, undefined);
        await stage.get(DraftLimits).change(admin, 1, { rows: changed, maxExtensions });
        const day = shanghaiDay(stage.world.parts.now);
        const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1))
          .toISOString()
          .slice(0, 10);
        return stage.get(PublishLimits).run(admin, 2, next, '咨询件办理时限收紧到六个工作小时，下月起执行。');
      },
    },
  ],
};

/** One reorganisation done, one prepared with its preview. */
const REORGANISATIONS: Scene = {
  key: 'reorganisations',
  steps: [
    {
      ago: days(15),
      run: async ({ stage }) => {
        const admin = await stage.actor(ADMIN);
        const unit = stage.unit(TOWNSHIP.code).id;
        const plan = {
          kind: 'rename' as const,
          unitIds: [unit],
          name: '示范街道工会联合会',
          shortName: '示范街道',
        };
        const order = { plan, reason: '街道总工会更名为工会联合会。', documentNo: '示工发〔0001〕号' };
        const id = await stage.get(PlanUnitChange).run(admin, order);
        await stage.get(StartUnitChange).run(admin, id, 1);
        return stage.get(RunUnitChange).stride(id, { strideMs: 4_000, hearMs: 0 });
      },
    },
    {
      ago: hours(9),
      run: async ({ stage }) => {
        const [unit, parentId] = [stage.unit(TOWNSHIP.code).id, stage.unit('440306').id];
        const plan = { kind: 'move' as const, unitIds: [unit], parentId };
        const order = { plan, reason: '街道划归宝安区，工会组织随之划转。', documentNo: '示工发〔0002〕号' };
        return stage.get(PlanUnitChange).run(await stage.actor(ADMIN), order);
      },
    },
  ],
};

/** Catalogue, calendars, limits and the tree, in the middle of an administrator's work. */
export const BOOK_SCENES: readonly Scene[] = [CALENDAR_YEAR, LIMITS, REORGANISATIONS];

/** What of it needs tickets. */
export const TRIAL_SCENES: readonly Scene[] = [...CATALOGUE, PROVISIONAL];
