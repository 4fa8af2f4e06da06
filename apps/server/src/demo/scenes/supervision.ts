import {
  ConfirmReceipt,
  PassReceiptsOn,
  RaiseTicket,
  ReadNotes,
  RecordSpecialistTransfer,
  TakeOverLadder,
} from '@hotline/supervision';
import { LogWorkerContact, SignHop } from '@hotline/handling';
import { MINUTE_MS } from '@hotline/kernel';
import { days, wall } from './ago.js';
import type { Who } from './cast.js';
import { says } from './chains.js';
import { opens, type Told } from './opens.js';
import { does, type Scene, type Step } from './scene.js';

/** 黄牌、催办、红牌、督办, each by itself at its moment; the last stage of it also 提级. */
const LADDER: readonly Scene[] = [
  {
    key: 'ladder supervised',
    opening: {
      county: '440305',
      centre: '440000',
      ago: days(5.3),
      until: 'contacted',
      change: { field: 'hours' },
    },
    steps: [
      {
        ago: days(0.4),
        run: says('supervisor 440305', '请今天内向市里答复督办。', 'unit', ['handler 440305']),
      },
    ],
  },
  {
    key: 'ladder raised',
    opening: { county: '510107', centre: '510000', ago: days(7.4), until: 'contacted' },
    steps: [],
  },
  {
    key: 'ladder taken over',
    opening: { county: '430104', centre: '430000', ago: days(6), until: 'contacted' },
    steps: [
      {
        ago: days(1.4),
        run: does(TakeOverLadder, 'supervisor 430100', {
          reason: '已约谈企业负责人，由市总工会专人跟进，暂停自动催督。',
          mask: false,
        }),
      },
    ],
  },
  {
    key: 'raised by a person',
    opening: { county: '110105', centre: 'cn', ago: days(4.6), until: 'contacted' },
    steps: [
      {
        ago: days(0.5),
        run: does(RaiseTicket, 'supervisor 110000', {
          reason: '涉及跨区用工，提级由市级协调。',
          mask: false,
        }),
      },
    ],
  },
];

const confirms =
  (who: Who): Step['run'] =>
  async ({ stage, ticketId }) => {
    const version = await stage.version(ticketId);
    const sql =
      'select id from leader_receipt where ticket_id = $1 and read_at is null order by told_at desc limit 1';
    const [receipt] = await stage.ask<{ id: string }>(sql, [ticketId]);
    return stage.get(ConfirmReceipt).run(await stage.actor(who), ticketId, version, receipt?.id ?? '');
  };
const passesOn: Step['run'] = ({ stage }) => stage.get(PassReceiptsOn).run();
const contacts = (who: Who, note: string) =>
  does(LogWorkerContact, who, { means: 'call' as const, reached: true, note });

const TOWER: Told = {
  kind: 'complaint',
  field: 'pay',
  urgency: 'urgent',
  tags: ['migrant', 'construction'],
  industry: 'construction',
  places: { workplace: { code: '440305' }, caller: { code: '440305' } },
  employer: '深圳市示例建筑劳务有限公司',
  people: 3,
  title: '工人登上塔吊讨薪',
  text: '工友来电：三名工人因两个月工资没有发放登上塔吊，情绪激动，现场已有人围观。\n诉求：请立即派人到场劝解，督促发放工资。',
};
const GAS: Told = {
  kind: 'complaint',
  field: 'safety',
  urgency: 'urgent',
  industry: 'manufacturing',
  places: { workplace: { code: '430104' }, caller: { code: '430104' } },
  employer: '长沙示例化工有限公司',
  people: 6,
  title: '车间异味多人头晕',
  text: '职工来电：车间清洗作业后有刺激性气味，六名职工头晕恶心，单位仍要求上岗。\n诉求：请立即要求停止作业，安排体检。',
};
const calledAt = (now: Date): string => new Date(now.getTime() - 3 * MINUTE_MS).toISOString();

/** 紧急: the 110 or 120 record, the duty leader told, read or passed on, and a specialist seat. */
const URGENT: readonly Scene[] = [
  {
    key: 'urgent read',
    steps: [
      {
        ago: wall(41),
        run: opens('agent 440000', (now) => ({
          ...TOWER,
          emergency: {
            calls: [
              {
                service: '110',
                calledAt: calledAt(now),
                reference: '示例接警单',
                said: '塔吊有人，请派员并通知消防。',
              },
              { service: '120', notCalledReason: '暂无人员受伤，由 110 联动。' },
            ],
            transfer: {
              kind: 'psychological',
              reason: '来电人哭泣，语速急促。',
              seat: '心理坐席二号',
              outcome: '已接听疏导',
            },
          },
        })),
      },
      { ago: wall(36), run: confirms('supervisor 440305') },
      { ago: wall(33), run: does(SignHop, 'handler 440305', undefined) },
      { ago: wall(21), run: contacts('handler 440305', '已到现场，工人同意下来协商，公安在场。') },
      {
        ago: wall(12),
        run: says('handler 440305', '三人已安全下来，企业承诺今日先付一个月工资，继续盯办。', 'all', [
          'supervisor 440300',
          'supervisor 440000',
          'agent 440000',
        ]),
      },
    ],
  },
  {
    key: 'urgent unread',
    steps: [
      {
        ago: wall(9),
        run: opens('agent cn', (now) => ({
          ...GAS,
          emergency: {
            calls: [
              {
                service: '120',
                calledAt: calledAt(now),
                reference: '示例受理单',
                said: '多人头晕，请派救护车。',
              },
            ],
          },
        })),
      },
    ],
  },
  {
    key: 'urgent passed on',
    steps: [
      {
        ago: wall(26),
        run: opens('agent 430000', {
          ...GAS,
          title: '冬季作业一氧化碳报警',
          emergency: { calls: [{ service: '120', notCalledReason: '无人不适，已开窗撤离。' }] },
        }),
      },
      { ago: wall(10), run: passesOn },
      {
        ago: wall(6),
        run: does(RecordSpecialistTransfer, 'agent 430000', {
          kind: 'legal' as const,
          reason: '询问停工期间工资如何计算。',
          seat: '法律坐席一号',
          outcome: '已解答',
        }),
      },
    ],
  },
];

const READ: Scene = {
  key: 'notes read',
  opening: {
    county: '440305',
    centre: '440000',
    ago: days(2.2),
    until: 'contacted',
    change: { field: 'membership' },
  },
  steps: [
    {
      ago: days(1.6),
      run: says('supervisor 440300', '该企业列入今年建会重点，请一并宣传。', 'all', ['handler 440305']),
    },
    {
      ago: days(1.2),
      run: async ({ stage, ticketId }) =>
        stage.get(ReadNotes).run(await stage.actor('handler 440305'), ticketId),
    },
    {
      ago: days(1.1),
      run: says('handler 440305', '已与企业约定下周二到厂宣讲。', 'chain', ['supervisor 440300']),
    },
  ],
};

export const SUPERVISION_SCENES: readonly Scene[] = [...LADDER, ...URGENT, READ];
