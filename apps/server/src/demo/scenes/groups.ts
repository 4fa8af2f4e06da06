import { LinkTicket, RaiseFlags, UnlinkTicket } from '@hotline/grouping';
import { employerKey, type TicketFacts } from '@hotline/ticket';
import type { Matter } from '../openings.js';
import { days, hours } from './ago.js';
import { type Case, does, type Opening, type Scene, type Step } from './scene.js';

const FACTORY = '深圳市示例家具有限公司';
const MASTER = 'mass master';

const looks =
  (employer: string): Step['run'] =>
  ({ stage }) =>
    stage.get(RaiseFlags).ofEmployer(employerKey(employer) ?? '');

const against = (
  ago: number,
  change: Partial<Matter> = {},
  until: Opening['until'] = 'contacted',
): Opening => ({
  ...{ county: '440305', centre: '440000', ago: days(ago) },
  ...(until ? { until } : {}),
  change: { field: 'pay', industry: 'manufacturing', employer: FACTORY, people: 1, ...change },
});

const links = (
  masterKey: string,
  kind: 'mass' | 'repeat',
  reason: string,
  who: 'handler 440305' | 'handler 510107',
) =>
  does(LinkTicket, who, (_: TicketFacts, { stage }: Case) => ({
    masterTicketId: stage.tickets.get(masterKey) ?? '',
    kind,
    reason,
  }));
const joins = (ago: number): Step => ({
  ago: days(ago),
  run: links(MASTER, 'mass', '同一企业、同一批次欠薪，并案统一协商。', 'handler 440305'),
});

/** 并单: five callers and a team of twelve against one employer; flags at 3, 5 and 10 people. */
const MASS: readonly Scene[] = [
  { key: MASTER, opening: against(3.6, { difficulty: 'difficult' }), steps: [] },
  { key: 'mass 2', opening: against(3.3), steps: [joins(2.2)] },
  {
    key: 'mass 3',
    opening: against(2.9),
    steps: [{ ago: days(2.6), run: looks(FACTORY) }, joins(2.1)],
  },
  { key: 'mass 4', opening: against(2.4), steps: [joins(1.5)] },
  {
    key: 'mass 5',
    opening: against(2),
    steps: [{ ago: days(1.7), run: looks(FACTORY) }, joins(1.2)],
  },
  {
    key: 'mass 6',
    opening: against(1.1, { people: 12 }, 'signed'),
    steps: [
      { ago: days(0.8), run: looks(FACTORY) },
      joins(0.5),
      {
        ago: hours(2),
        run: does(UnlinkTicket, 'handler 440305', '该班组由劳务公司派遣，用人单位不同，拆出单独办理。'),
      },
    ],
  },
];

/** 重复诉求: the same worker again, before the first ticket was answered. */
const REPEAT: readonly Scene[] = [
  {
    key: 'repeat master',
    opening: {
      county: '510107',
      centre: '510000',
      ago: days(2.8),
      until: 'contacted',
      change: { employer: '成都示例物业服务有限公司', field: 'hours' },
    },
    steps: [],
  },
  {
    key: 'repeat 2',
    opening: {
      county: '510107',
      centre: '510000',
      ago: days(1.6),
      until: 'signed',
      change: { employer: '成都示例物业服务有限公司', field: 'hours' },
    },
    steps: [
      {
        ago: days(1),
        run: links('repeat master', 'repeat', '同一职工就同一事项再次来电，并入在办工单。', 'handler 510107'),
      },
    ],
  },
];

export const GROUP_SCENES: readonly Scene[] = [...MASS, ...REPEAT];
