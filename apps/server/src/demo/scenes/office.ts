import {
  PublishCatalogue,
  DraftCatalogue,
  ChangeCatalogueDraft,
  RollBackCatalogue,
  SetChainMode,
} from '@hotline/dispatch';
import { HandlingSettingsBook } from '@hotline/handling';
import { DAY_MS, shanghaiDay } from '@hotline/kernel';
import { AddUnit, DEMO_PEOPLE } from '@hotline/organization';
import { ChangeDutyRoster, type RosterChange, SetLadder, SHIPPED_LADDER } from '@hotline/supervision';
import { days, wall } from './ago.js';
import type { Who } from './cast.js';
import type { Scene, Step } from './scene.js';
import type { Stage } from './stage.js';
import { PLANT, PLANT_UNION } from './safeguards.js';

const ADMIN: Who = 'administrator cn';
const today = ({ clock }: Stage): string => shanghaiDay(clock.now());

/** A union that does not exist, hung below one that does. */
const adds =
  (parent: string, level: 'township' | 'enterprise', code: string, name: string): Step['run'] =>
  async ({ stage }) =>
    stage.get(AddUnit).run(await stage.actor(ADMIN), { parentId: stage.unit(parent).id, level, code, name });

export const PLATFORM_UNION = 'demoplatform';
export const TOWNSHIP = { code: 'demotown1', name: '示范街道总工会' };

const UNITS: Scene = {
  key: 'units',
  steps: [
    { ago: days(40), run: adds('440305', 'enterprise', PLANT.code, PLANT_UNION) },
    { ago: days(40), run: adds('cn', 'enterprise', PLATFORM_UNION, '示例外卖配送行业工会联合会') },
    { ago: days(40), run: adds('440305', 'township', TOWNSHIP.code, TOWNSHIP.name) },
  ],
};

const chain =
  (
    industry: string,
    unitCode: string | null,
    dualLead: 'industrial' | 'territorial',
    note: string,
  ): Step['run'] =>
  async ({ stage }) => {
    const unitId = unitCode === null ? null : stage.unit(unitCode).id;
    const choice = { industry, mode: 'dual' as const, dualLead, unitId, effectiveFrom: today(stage), note };
    return stage.get(SetChainMode).run(await stage.actor(ADMIN), choice);
  };

const CHAIN_MODES: Scene = {
  key: 'chain modes',
  steps: [
    {
      ago: days(12),
      run: chain('central-organs', null, 'industrial', '机关后勤外包职工由产业工会牵头，属地工会协办。'),
    },
    {
      ago: days(5),
      run: chain('platform', PLATFORM_UNION, 'territorial', '工作地区县工会主办，平台行业工会协办。'),
    },
  ],
};

const SETTINGS: Scene = {
  key: 'settings',
  steps: [
    {
      ago: days(30),
      run: async ({ stage }) =>
        stage.get(HandlingSettingsBook).change(await stage.actor(ADMIN), 1, {
          ...{ returnCap: 1, extensionPercent: 50, pauseWorkingDays: 20 },
          reason: '工伤鉴定周期普遍超过十五个工作日，挂起上限放宽到二十个工作日。',
        }),
    },
    ...(['county', 'city'] as const).map((level): Step => ({
      ago: days(28),
      run: async ({ stage }) =>
        stage.get(SetLadder).run(await stage.actor(ADMIN), {
          ...{ unitId: stage.unit('cn').id, level, basedOn: 0, effectiveFrom: today(stage) },
          steps: SHIPPED_LADDER,
        }),
    })),
  ],
};

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The present and the coming week, Monday to Sunday. */
function weeks(stage: Stage): { readonly fromDay: string; readonly toDay: string } {
  const { now } = stage.world.parts;
  const weekday = new Date(`${shanghaiDay(now)}T00:00:00Z`).getUTCDay() || 7;
  const monday = now.getTime() - (weekday - 1) * DAY_MS;
  return { fromDay: shanghaiDay(new Date(monday)), toDay: shanghaiDay(new Date(monday + 13 * DAY_MS)) };
}

/** By day the leader first and a handler behind; at night the handler. */
function lines(stage: Stage, code: string): RosterChange['add'] {
  const { staff } = stage.world.parts;
  const [leader, handler] = [staff.of('supervisor', stage.unit(code)), staff.of('handler', stage.unit(code))];
  const line = { ...weeks(stage), phone: null, weekdays: ALL_WEEK, dayKind: 'any' as const };
  return [
    { ...line, accountId: leader.id, rank: 'first', fromTime: '08:00', toTime: '20:00' },
    { ...line, accountId: handler.id, rank: 'first', fromTime: '20:00', toTime: '08:00' },
    { ...line, accountId: handler.id, rank: 'second', fromTime: '08:00', toTime: '20:00' },
  ];
}

const rosterOf =
  (code: string): Step['run'] =>
  async ({ stage }) => {
    const change = { remove: [], except: [], add: lines(stage, code) };
    return stage.get(ChangeDutyRoster).run(await stage.actor(ADMIN), stage.unit(code).id, change);
  };

const ROSTERS: Scene = {
  key: 'rosters',
  steps: [...new Set(DEMO_PEOPLE.map(({ unitCode }) => unitCode))].map((code): Step => ({
    ago: days(9),
    run: rosterOf(code),
  })),
};

const CITY_FIRST = { no: 25, name: '法律援助试点', rank: 28, when: { kinds: ['legal-aid'] } } as const;

/** The second version tried something, the third took it back; the history goes by the third. */
const published = (historyDays: number): Scene => ({
  key: 'catalogue versions',
  steps: [
    {
      ago: wall((historyDays + 24) * 1_440),
      run: async ({ stage }) => {
        const admin = await stage.actor(ADMIN);
        const draft = await stage
          .get(DraftCatalogue)
          .run(admin, { from: null, note: '试点：法律援助集中到市级' });
        const rule = { ...CITY_FIRST, ...{ routeBy: ['workplace'], level: 'city', chain: 'territorial' } };
        const text = '试点期间，法律援助诉求由市级工会统一受理。';
        const content = { note: draft.note, effectiveFrom: null, rules: [...draft.rules, { ...rule, text }] };
        const { version } = await stage
          .get(ChangeCatalogueDraft)
          .run(admin, draft.id, draft.version, content as never);
        return stage.get(PublishCatalogue).run(admin, draft.id, version, {
          ...{ effectiveFrom: null, note: null, skipReason: '试点范围小，先行发布，两周后复核。' },
        });
      },
    },
    {
      ago: wall((historyDays + 10) * 1_440),
      run: async ({ stage }) =>
        stage
          .get(RollBackCatalogue)
          .run(await stage.actor(ADMIN), 1, '试点复核：区县就近办理更快，恢复原规则。', null),
    },
  ],
});

/** What the office had set before and while the tickets came in. */
export const officeScenes = (historyDays: number): Scene[] => [
  published(historyDays),
  UNITS,
  CHAIN_MODES,
  SETTINGS,
  ROSTERS,
];
