import { ProposeCatalogueChange } from '@hotline/dispatch';
import {
  PauseTicket,
  RaiseRulings,
  RequestExclusion,
  RequestExtension,
  RequestReturn,
  ResumeTicket,
  RevokeExclusion,
  RuleRequest,
  RuleReturn,
} from '@hotline/handling';
import { UploadAttachment } from '@hotline/intake';
import { openRequest, type RequestKind, type TicketFacts } from '@hotline/ticket';
import { days } from './ago.js';
import type { Who } from './cast.js';
import { type Case, does, type Scene, sent, type Step } from './scene.js';

const rules =
  (who: Who, kind: RequestKind, decision: 'granted' | 'refused', reason: string): Step['run'] =>
  async ({ stage, ticketId }) => {
    const facts = await stage.facts(ticketId);
    const requestId = openRequest(facts, kind)?.id ?? '';
    const ruling = { requestId, decision, reason };
    return stage.get(RuleRequest).run(await stage.actor(who), ticketId, facts.version, kind, ruling);
  };

const asksReturn = (who: Who, proposed: string | null, reasonCode: string, reason: string) =>
  does(RequestReturn, who, (_: TicketFacts, { stage }: Case) => ({
    reasonCode,
    clause: '派单目录：劳动报酬按劳动合同履行地派单。',
    reason,
    proposedUnitId: proposed === null ? null : stage.unit(proposed).id,
  }));

const rulesReturn = (who: Who, decision: 'granted' | 'refused', to: string | null, reason: string) =>
  sent(
    does(RuleReturn, who, (facts: TicketFacts, { stage }: Case) => ({
      returnId: facts.openReturn?.id ?? '',
      decision,
      reason,
      toUnitId: to === null ? null : stage.unit(to).id,
    })),
  );

export const proposes =
  (who: Who, reason: string): Step['run'] =>
  async ({ stage, ticketId }) =>
    stage.get(ProposeCatalogueChange).run(await stage.actor(who), ticketId, reason);

const RETURNS: readonly Scene[] = [
  {
    key: 'return-raised',
    opening: { county: '440305', centre: '440000', ago: days(3.8), until: 'signed' },
    steps: [
      {
        ago: days(3.2),
        run: asksReturn('handler 440305', null, 'wrong-duty', '争议对象是市属企业，宜由市级工会统一协调。'),
      },
      { ago: days(0.6), run: ({ stage }) => stage.get(RaiseRulings).run() },
    ],
  },
  {
    key: 'return-granted',
    opening: { county: '440305', centre: '440000', ago: days(4), until: 'signed' },
    steps: [
      {
        ago: days(3.4),
        run: asksReturn(
          'handler 440305',
          '440306',
          'wrong-place',
          '职工实际工作地点在宝安区，考勤和门禁记录可证。',
        ),
      },
      {
        ago: days(3),
        run: rulesReturn('handler 440300', 'granted', '440306', '工作地在宝安区，改由宝安区总工会主办。'),
      },
      {
        ago: days(2.9),
        run: proposes('handler 440300', '该工业园跨南山、宝安两区，建议按园区门牌派单到宝安区。'),
      },
    ],
  },
  {
    key: 'return-refused',
    opening: { county: '510107', centre: 'cn', ago: days(3), until: 'contacted' },
    steps: [
      {
        ago: days(2.4),
        run: asksReturn('handler 510107', '510104', 'wrong-place', '用人单位注册地在锦江区，请改派。'),
      },
      {
        ago: days(1.9),
        run: rulesReturn(
          'supervisor 510100',
          'refused',
          null,
          '劳动合同履行地在武侯区，仍由武侯区总工会主办。',
        ),
      },
    ],
  },
];

const asksExtension = (who: Who, reasonCode: string, reason: string) =>
  does(RequestExtension, who, { reasonCode, reason, workingDays: 2, attachmentIds: [] });

const EXTENSIONS: readonly Scene[] = [
  {
    key: 'extension-granted',
    opening: { county: '510107', centre: '510000', ago: days(4), until: 'contacted' },
    steps: [
      {
        ago: days(2.4),
        run: asksExtension('handler 510107', 'many-people', '涉及两个班组，逐人核对工资需要时间。'),
      },
      {
        ago: days(2),
        run: rules('supervisor 510100', 'extension', 'granted', '情况属实，同意延期两个工作日。'),
      },
    ],
  },
  {
    key: 'extension-refused',
    opening: { county: '430104', centre: '430000', ago: days(2.8), until: 'contacted' },
    steps: [
      {
        ago: days(1.6),
        run: asksExtension('handler 430104', 'party-absent', '单位负责人出差，约定下周见面。'),
      },
      {
        ago: days(1.1),
        run: rules('supervisor 430100', 'extension', 'refused', '可由单位委托代理人到场，不予延期。'),
      },
    ],
  },
];

const PAUSES: readonly Scene[] = [
  {
    key: 'pause-ended',
    opening: { county: '110105', centre: 'cn', ago: days(8), until: 'contacted' },
    steps: [
      {
        ago: days(7),
        run: does(PauseTicket, 'handler 110105', {
          reasonCode: 'awaiting-employer',
          thirdParty: '用人单位人力资源部',
          reason: '单位书面承诺五个工作日内提供考勤原始记录。',
          workingDays: 8,
        }),
      },
      { ago: days(2), run: does(ResumeTicket, 'handler 110105', '考勤记录已收到，恢复办理。') },
    ],
  },
];

/** With its evidence: a note of the unit, as a text file. */
const asksExclusion = (who: Who, reasonCode: string, reason: string): Step['run'] =>
  does(RequestExclusion, who, async (_: TicketFacts, { stage }: Case) => {
    const content = Buffer.from(`情况说明（示例）
${reason}
`);
    const file = await stage.get(UploadAttachment).run(await stage.actor(who), '情况说明.txt', content);
    return { reasonCode, reason, attachmentIds: [file.id] };
  });

const EXCLUSIONS: readonly Scene[] = [
  {
    key: 'exclusion-open',
    opening: { county: '440305', centre: '440000', ago: days(2), until: 'contacted' },
    steps: [
      {
        ago: days(0.5),
        run: asksExclusion(
          'supervisor 440305',
          'duplicate-case',
          '同一职工同一诉求已在前一工单办理，编号见备注。',
        ),
      },
    ],
  },
  {
    key: 'exclusion-granted',
    opening: { county: '430104', centre: '430000', ago: days(4), until: 'contacted' },
    steps: [
      {
        ago: days(2.8),
        run: asksExclusion('handler 430104', 'force-majeure', '厂区因台风停工封闭，无法入厂核实。'),
      },
      {
        ago: days(2.3),
        run: rules('supervisor 430100', 'exclusion', 'granted', '停工通知属实，同意剔除，恢复后继续办理。'),
      },
    ],
  },
  {
    key: 'exclusion-revoked',
    opening: { county: '510107', centre: 'cn', ago: days(4.5), until: 'contacted' },
    steps: [
      {
        ago: days(3.5),
        run: asksExclusion('handler 510107', 'outside-scope', '诉求含物业纠纷，不属工会职责。'),
      },
      { ago: days(3.1), run: rules('handler 510100', 'exclusion', 'granted', '同意剔除。') },
      {
        ago: days(2.2),
        run: does(RevokeExclusion, 'supervisor 510100', (facts: TicketFacts) => ({
          requestId: facts.requests.at(-1)?.id ?? '',
          reason: '复核发现含拖欠工资诉求，撤销剔除，恢复计入按时办结率。',
        })),
      },
    ],
  },
];

/** 退单、延期、挂起、剔除: asked, ruled both ways, raised by themselves, ended. */
export const REQUEST_SCENES: readonly Scene[] = [...RETURNS, ...EXTENSIONS, ...PAUSES, ...EXCLUSIONS];
