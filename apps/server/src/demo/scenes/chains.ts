import { AssignTicket, PauseTicket, RequestExtension } from '@hotline/handling';
import {
  AddNote,
  AnswerOrder,
  EndOrder,
  type MentionRole,
  SuperviseTicket,
  UrgeTicket,
} from '@hotline/supervision';
import { AskSupport, SignSupport } from '@hotline/support';
import type { TicketFacts } from '@hotline/ticket';
import { days, hours } from './ago.js';
import { postOf, type Who } from './cast.js';
import { type Case, does, onPart, type Scene, type Step } from './scene.js';

/** One way down the tree whose units have demo accounts. */
export interface Chain {
  readonly county: string;
  /** The superior of the county. */
  readonly above: string;
  readonly province: string;
  readonly centre: string;
  /** A county of another chain, asked for parts. */
  readonly neighbour: string;
}

export const CHAINS: readonly Chain[] = [
  { county: '440305', above: '440300', province: '440000', centre: '440000', neighbour: '430104' },
  { county: '510107', above: '510100', province: '510000', centre: 'cn', neighbour: '440305' },
  { county: '430104', above: '430100', province: '430000', centre: '430000', neighbour: '110105' },
  { county: '110105', above: '110000', province: '110000', centre: 'cn', neighbour: '510107' },
];

const county = ({ county: code }: Chain): Who => `handler ${code}`;
const head = ({ county: code }: Chain): Who => `supervisor ${code}`;
const above = ({ above: code }: Chain): Who => `supervisor ${code}`;

export const says =
  (who: Who, text: string, visible: 'unit' | 'chain' | 'all', mentioned: readonly Who[]): Step['run'] =>
  async ({ stage, ticketId }) => {
    const mentions = mentioned.map((one) => {
      const { role, code } = postOf(one);
      return { unitId: stage.unit(code).id, role: role as MentionRole };
    });
    const input = { text, visible, mentions, correctsId: null, mask: false };
    return stage.get(AddNote).run(await stage.actor(who), ticketId, input);
  };

/** 延期, waiting for the superior; the work is in the hands of one person. */
const extension = (chain: Chain): Scene => ({
  key: `extension-open ${chain.county}`,
  opening: { ...chain, ago: days(2), until: 'contacted', change: { field: 'insurance' } },
  steps: [
    {
      ago: days(1.5),
      run: does(AssignTicket, head(chain), async (_: TicketFacts, { stage }: Case) => ({
        assigneeId: (await stage.actor(county(chain))).accountId,
        note: '该企业此前由你联系，请继续跟进。',
      })),
    },
    {
      ago: hours(3),
      run: does(RequestExtension, county(chain), {
        reasonCode: 'other-department',
        reason: '社保经办机构答复需三个工作日调取缴费明细，明细到后方能核定欠缴月份。',
        workingDays: 2,
        attachmentIds: [],
      }),
    },
  ],
});

/** 挂起, still running: the deadlines have moved with it. */
const pause = (chain: Chain): Scene => ({
  key: `pause-running ${chain.county}`,
  opening: { ...chain, ago: days(4), until: 'contacted', change: { field: 'injury' } },
  steps: [
    {
      ago: days(3),
      run: does(PauseTicket, county(chain), {
        reasonCode: 'awaiting-assessment',
        thirdParty: '劳动能力鉴定委员会',
        reason: '已陪同职工提交劳动能力鉴定申请，鉴定结论出具后再协商待遇。',
        workingDays: 12,
      }),
    },
  ],
});

const orderOf = (facts: TicketFacts): string =>
  facts.orders.filter((one) => one.kind === 'supervise' && !one.ended).at(-1)?.id ?? '';
const ordered = (chain: Chain) =>
  does(SuperviseTicket, above(chain), {
    text: '该件已超期，请说明原因、下一步措施和完成时间。',
    within: { amount: 1, unit: 'working-days' } as const,
    mask: false,
  });

/** 催办 by the call centre, 督办 by the superior: open, answered, overdue and ended, one in each chain. */
function order(chain: Chain, index: number): Scene {
  const asked: Step[] = [
    {
      ago: days(1.9),
      run: does(UrgeTicket, `agent ${chain.centre}`, {
        text: '职工再次来电催问进展，请尽快联系并答复。',
        mask: false,
      }),
    },
    { ago: index === 2 ? days(1.6) : hours(5), run: ordered(chain) },
  ];
  const answered: Step = {
    ago: hours(3),
    run: does(AnswerOrder, county(chain), (facts: TicketFacts) => ({
      orderId: orderOf(facts),
      answer: '单位负责人已约定明日上午到街道工会协商，当日反馈结果。',
      mask: false,
    })),
  };
  const ended: Step = {
    ago: hours(2),
    run: does(EndOrder, above(chain), (facts: TicketFacts) => ({
      orderId: orderOf(facts),
      reason: '答复属实，按期跟进。',
      mask: false,
    })),
  };
  const more = [[], [answered], [], [answered, ended]][index] ?? [];
  const note: Step = {
    ago: hours(1),
    run: says(above(chain), '请把协商的时间和参加人补进工单，便于省里掌握。', 'chain', [county(chain)]),
  };
  return {
    key: `order ${chain.county}`,
    opening: { ...chain, ago: days(4.4), until: 'contacted', change: { field: 'pay' } },
    steps: [...asked, ...more, note],
  };
}

/** 协办: a part asked of a county of another province, signed there and still open. */
const support = (chain: Chain): Scene => ({
  key: `support-open ${chain.county}`,
  opening: { ...chain, ago: days(1.9), until: 'contacted', change: { field: 'contract' } },
  steps: [
    {
      ago: days(1.2),
      run: does(AskSupport, county(chain), (_: TicketFacts, { stage }: Case) => ({
        unitId: stage.unit(chain.neighbour).id,
        asked: '用人单位的分公司在贵区，请协助走访，核实劳动合同由哪一方签订。',
        dueAt: null,
      })),
    },
    { ago: hours(6), run: onPart(SignSupport, `handler ${chain.neighbour}`, chain.neighbour, undefined) },
    {
      ago: hours(2),
      run: says(county(chain), '协办的走访结果请在反馈里写明合同签订方。', 'all', [above(chain)]),
    },
  ],
});

/** What every demo account of a chain finds on its desk. */
export const chainScenes = (): Scene[] =>
  CHAINS.flatMap((chain, index) => [extension(chain), pause(chain), order(chain, index), support(chain)]);
