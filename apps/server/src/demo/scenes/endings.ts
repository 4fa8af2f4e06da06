import { ArchiveTicket, CheckQuality, CloseTicket, RecordCallBack, SCORECARD } from '@hotline/follow-up';
import {
  AssignTicket,
  DeclineTicket,
  HandOverWork,
  RecordReferralReply,
  ReferTicket,
  WithdrawTicket,
} from '@hotline/handling';
import { MINUTE_MS, shanghaiDay } from '@hotline/kernel';
import type { TicketFacts } from '@hotline/ticket';
import { days, hours } from './ago.js';
import type { Who } from './cast.js';
import { type Case, does, type Opening, type Scene, type Step } from './scene.js';

const SATISFIED = {
  answers: [
    {
      reached: true,
      notReachedReason: null,
      solved: 'yes',
      handlingRating: 'satisfied',
      callRating: 'satisfied',
      reason: null,
      note: '职工表示问题已解决，对办理满意。',
    },
  ],
} as const;

const withdraws = (who: Who, words: string): Step['run'] =>
  does(WithdrawTicket, who, (_: TicketFacts, { stage }: Case) => ({
    toldBy: 'worker' as const,
    toldAt: new Date(stage.clock.now().getTime() - 5 * MINUTE_MS),
    words,
    workerContactId: null,
  }));

const WITHDRAWALS: readonly Scene[] = [
  {
    key: 'withdrawn',
    opening: { county: '440305', centre: '440000', ago: days(3), until: 'contacted' },
    steps: [{ ago: days(1), run: withdraws('agent 440000', '单位昨日已补发工资，不再需要工会介入。') }],
  },
  {
    key: 'withdrawn at once',
    opening: { county: '110105', centre: 'cn', ago: days(2.5), until: 'dispatched' },
    steps: [{ ago: days(2), run: withdraws('agent cn', '已与单位自行协商一致，撤回诉求。') }],
  },
];

const UNCLEAR: Opening = {
  county: '370102',
  centre: 'cn',
  ago: days(1.5),
  until: 'unclear',
  change: { placeKnown: false, field: 'other' },
};
const declines = (reasonCode: string, reason: string, guidedTo: string, guidedContact: string) =>
  does(DeclineTicket, 'dispatcher cn', { reasonCode, reason, guidedTo, guidedContact });

const DECLINES: readonly Scene[] = [
  {
    key: 'declined',
    opening: UNCLEAR,
    steps: [
      {
        ago: hours(4),
        run: declines(
          'not-labour',
          '反映的是商品房交付纠纷，不属于劳动关系或工会事项。',
          '当地 12345 热线',
          '12345',
        ),
      },
    ],
  },
  {
    key: 'declined and told',
    opening: { ...UNCLEAR, county: '330106', ago: days(4) },
    steps: [
      {
        ago: days(3.9),
        run: declines(
          'in-proceedings',
          '同一争议已由劳动仲裁委受理，裁决前工会不另行办理。',
          '劳动人事争议仲裁委',
          '窗口查询',
        ),
      },
      { ago: days(3.2), run: does(RecordCallBack, 'agent cn', SATISFIED.answers[0]) },
      { ago: days(3.1), run: does(CloseTicket, 'agent cn', '已说明不予受理的理由和办理途径。') },
    ],
  },
];

const refers = (who: Who, bodyCode: string, referenceNo: string, note: string): Step['run'] =>
  does(ReferTicket, who, (_: TicketFacts, { stage }: Case) => ({
    bodyCode,
    bodyName: null,
    referredOn: shanghaiDay(stage.clock.now()),
    referenceNo,
    note,
    attachmentIds: [],
    replyDueOn: null,
  }));

const REFERRALS: readonly Scene[] = [
  {
    key: 'referred',
    opening: {
      county: '440305',
      centre: 'cn',
      ago: days(2.4),
      until: 'contacted',
      change: { field: 'hours' },
    },
    steps: [
      {
        ago: days(1.4),
        run: refers(
          'handler 440305',
          'labour-inspection',
          '示函〔0001〕号',
          '超时加班线索，附考勤统计表，请依法查处并函复。',
        ),
      },
    ],
  },
  {
    key: 'referral replied',
    opening: {
      ...{ county: '510107', centre: 'cn', ago: days(6), until: 'contacted' as const },
      change: { field: 'legal', kind: 'legal-aid', difficulty: 'difficult' },
    },
    steps: [
      {
        ago: days(5),
        run: refers('handler 510107', 'legal-aid-centre', '示函〔0002〕号', '职工符合援助条件，请指派律师。'),
      },
      {
        ago: days(1),
        run: does(RecordReferralReply, 'handler 510107', (facts: TicketFacts) => ({
          referralId: facts.referrals.at(-1)?.id ?? '',
          reply: '法律援助中心函复：已受理并指派律师，三日内与职工见面。',
          attachmentIds: [],
        })),
      },
    ],
  },
];

const LEAVER: Who = 'handler 440305 2';
const heldByLeaver = (no: number): Scene => ({
  key: `held by who leaves ${no}`,
  opening: {
    ...{ county: '440305', centre: '440000', ago: days(3), until: 'contacted' as const },
    change: { difficulty: 'difficult', field: no === 1 ? 'democracy' : 'safety' },
  },
  steps: [
    {
      ago: days(2.5),
      run: does(AssignTicket, 'supervisor 440305', async (_: TicketFacts, { stage }: Case) => ({
        assigneeId: (await stage.actor(LEAVER)).accountId,
        note: null,
      })),
    },
  ],
});

/** 交接: who leaves hands all open work of the unit to a colleague, in one step. */
const HAND_OVER: Scene = {
  key: 'hand-over',
  last: true,
  steps: [
    {
      ago: days(1),
      run: async ({ stage }) => {
        const [leaver, taker] = [await stage.actor(LEAVER), await stage.actor('handler 440305')];
        const order = {
          unitId: stage.unit('440305').id,
          toAccountId: taker.accountId,
          reason: '岗位轮换，未办结工单全部交接。',
        };
        return stage.get(HandOverWork).run(await stage.actor('administrator cn'), leaver.accountId, order);
      },
    },
  ],
};

const checks = (who: Who, points: readonly number[], remark: string | null): Step['run'] =>
  does(CheckQuality, who, {
    scores: SCORECARD.map(({ code }, index) => ({ code, points: points[index] ?? 20 })),
    remark,
  });
const closed = (county: string, centre: string): Opening => ({
  ...{ county, centre, ago: days(11) },
  plot: { ...SATISFIED, outcome: 'negotiated' },
});

const QUALITY: readonly Scene[] = [
  {
    key: 'quality passed',
    opening: closed('440305', '440000'),
    steps: [{ ago: days(2), run: checks('supervisor 440000', [19, 18, 20, 18, 19], '记录完整，回访真实。') }],
  },
  {
    key: 'quality failed',
    opening: closed('110105', 'cn'),
    steps: [
      {
        ago: days(1.5),
        run: checks(
          'supervisor cn',
          [16, 12, 18, 13, 14],
          '首次联系未记录职工的答复，报结依据不足，请补充并改进。',
        ),
      },
    ],
  },
  {
    key: 'archived by hand',
    opening: closed('430104', 'cn'),
    steps: [
      { ago: days(3), run: checks('supervisor cn', [20, 19, 19, 20, 20], null) },
      {
        ago: days(1.2),
        run: async ({ stage, ticketId }) => {
          const version = await stage.version(ticketId);
          return stage.get(ArchiveTicket).run(await stage.actor('supervisor cn'), ticketId, version);
        },
      },
    ],
  },
];

/** 撤诉、不予受理、转交外部、交接、质检、归档. */
export const ENDING_SCENES: readonly Scene[] = [
  ...WITHDRAWALS,
  ...DECLINES,
  ...REFERRALS,
  heldByLeaver(1),
  heldByLeaver(2),
  HAND_OVER,
  ...QUALITY,
];
