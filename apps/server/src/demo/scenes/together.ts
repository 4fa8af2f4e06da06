import { ReportHop } from '@hotline/handling';
import { AskSupport, DeclineSupport, InsistSupport, ReportSupport, SignSupport } from '@hotline/support';
import { openParts, type TicketFacts } from '@hotline/ticket';
import { days, hours } from './ago.js';
import type { Who } from './cast.js';
import { opens } from './opens.js';
import { type Case, does, onPart, type Opening, type Scene, type Step } from './scene.js';

const asks = (who: Who, code: string, asked: string): Step['run'] =>
  does(AskSupport, who, (_: TicketFacts, { stage }: Case) => ({
    unitId: stage.unit(code).id,
    asked,
    dueAt: null,
  }));
const signs = (code: string): Step['run'] => onPart(SignSupport, `handler ${code}`, code, undefined);
const reports = (code: string, narrative: string): Step['run'] =>
  onPart(ReportSupport, `handler ${code}`, code, { outcome: 'explained', narrative, attachmentIds: [] });

const lead = (county: string, ago: number, change: Opening['change'] = {}): Opening => ({
  ...{ county, centre: `${county.slice(0, 2)}0000`, ago: days(ago), until: 'contacted' as const },
  change: { difficulty: 'difficult', ...change },
});

const PARTS: readonly Scene[] = [
  {
    key: 'support reported',
    opening: lead('440305', 4),
    steps: [
      { ago: days(3.4), run: asks('handler 440305', '440306', '请核实宝安厂区的考勤和工资发放记录。') },
      { ago: days(3), run: signs('440306') },
      {
        ago: days(1.6),
        run: reports('440306', '已到厂区调取三个月考勤和工资表，与职工所述一致，材料随附件移交。'),
      },
    ],
  },
  {
    key: 'support waived',
    opening: lead('510107', 5, { field: 'contract' }),
    steps: [
      { ago: days(4.4), run: asks('supervisor 510107', '510104', '请协助找到已离职的人事经理。') },
      { ago: days(4), run: signs('510104') },
      {
        ago: days(2.2),
        run: async ({ stage, ticketId }) => {
          const facts = await stage.facts(ticketId);
          const waivers = openParts(facts).map((part) => ({
            supportId: part.id,
            reason: '当事方已签收和解协议，协办事项不再需要。',
          }));
          const told = {
            outcome: 'mediated',
            narrative: '经街道工会调解，双方签订协议，单位支付经济补偿，职工确认收到。',
            amountRecovered: '18600.00',
            peopleHelped: 1,
            workerContactId: null,
            attachmentIds: [],
          };
          const actor = await stage.actor('handler 510107');
          return stage.get(ReportHop).run(actor, ticketId, facts.version, told, waivers);
        },
      },
    ],
  },
  {
    key: 'support declined',
    opening: lead('110105', 3, { field: 'hours' }),
    steps: [
      { ago: days(2.4), run: asks('handler 110105', '510107', '请协助走访成都分公司，了解排班制度。') },
      {
        ago: days(1.8),
        run: onPart(DeclineSupport, 'handler 510107', '510107', '分公司已搬离本区，建议请高新区协助。'),
      },
      {
        ago: days(1),
        run: onPart(InsistSupport, 'handler 110105', '510107', '工商登记地址仍在贵区，请先核实去向再答复。'),
      },
    ],
  },
];

const confirmed = (workplace: string, caller: string) => ({
  places: { workplace: { code: workplace }, caller: { code: caller } },
});

/** Who leads and who supports by setting: the other chain, the home province, the platform's industry. */
const CHAINS: readonly Scene[] = [
  {
    key: 'dual dispatch',
    steps: [
      {
        ago: days(1.5),
        run: opens('agent cn', {
          ...{ kind: 'complaint', field: 'contract', industry: 'central-organs' },
          ...confirmed('110105', '110105'),
          employer: '北京示例后勤服务有限公司',
          title: '后勤外包职工要求签订劳动合同',
          text: '来电人在机关食堂工作四年，外包单位换了三家，一直没有签订劳动合同。\n诉求：确认用人单位并补签劳动合同。',
        }),
      },
    ],
  },
  {
    key: 'cross province',
    steps: [
      {
        ago: days(1.3),
        run: opens('agent 440000', {
          ...{ kind: 'complaint', field: 'pay', industry: 'construction', tags: ['migrant', 'construction'] },
          ...confirmed('430104', '440305'),
          employer: '长沙示例建设工程有限公司',
          people: 4,
          title: '在长沙工地做工，回深圳后工资未结',
          text: '来电人和三名工友今年在长沙岳麓一工地做抹灰，工程结束后回到深圳，尾款至今没有结清。\n诉求：请长沙的工会协调发放工资。',
        }),
      },
      { ago: hours(5), run: signs('440000') },
    ],
  },
  {
    key: 'platform work',
    steps: [
      {
        ago: days(1.1),
        run: opens('agent cn', {
          ...{ kind: 'help', field: 'new-forms', industry: 'platform', tags: ['platform'] },
          ...confirmed('510107', '510107'),
          title: '骑手送餐途中受伤，平台不予理赔',
          text: '来电人在武侯区做外卖骑手，送餐途中摔伤，平台以众包为由不予理赔，也没有职业伤害保障。\n诉求：请工会协调平台落实保障待遇。',
        }),
      },
    ],
  },
];

export const TOGETHER_SCENES: readonly Scene[] = [...PARTS, ...CHAINS];
