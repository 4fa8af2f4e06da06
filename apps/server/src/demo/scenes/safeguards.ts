import { DispatchTicket } from '@hotline/dispatch';
import { PassDown, SignHop } from '@hotline/handling';
import { RecordIdentityConsent, RecuseFromTicket } from '@hotline/support';
import type { TicketFacts } from '@hotline/ticket';
import { days } from './ago.js';
import { type Case, does, type Opening, type Scene, sent, type Step } from './scene.js';

/** The union inside an employer that does not exist; hung below 南山区 by the office's scenes. */
export const PLANT = { code: 'demoplant1', employer: '深圳市示例电子有限公司' };
export const PLANT_UNION = `${PLANT.employer}工会委员会`;

const consents = (agreed: boolean, note: string): Step['run'] =>
  does(RecordIdentityConsent, 'handler 440305', { agreed, means: 'call' as const, note });
const blind = (ago: number, until: Opening['until'] = 'contacted'): Opening => ({
  ...{ county: '440305', centre: '440000', ago: days(ago), ...(until ? { until } : {}) },
  change: {
    ...{ confidentiality: 'employer-blind', employer: PLANT.employer, industry: 'manufacturing' },
    field: 'democracy',
  },
});

/** 用人单位内工会：职工同意后才知道是谁；不同意，由区县工会办理. */
const BLIND: readonly Scene[] = [
  {
    key: 'consent given',
    last: true,
    opening: blind(2.3),
    steps: [
      { ago: days(1.5), run: consents(true, '职工同意由本单位工会出面，愿意公开身份。') },
      {
        ago: days(1.4),
        run: sent(
          does(PassDown, 'handler 440305', (_: TicketFacts, { stage }: Case) => ({
            unitId: stage.unit(PLANT.code).id,
            note: '请企业工会与行政方就加班安排开展协商。',
          })),
        ),
      },
      { ago: days(0.9), run: does(SignHop, `handler ${PLANT.code}`, undefined) },
    ],
  },
  {
    key: 'consent refused',
    last: true,
    opening: blind(2.1),
    steps: [{ ago: days(1.6), run: consents(false, '职工担心被调岗，不同意向单位内工会公开身份。') }],
  },
  {
    key: 'sent to the county instead',
    opening: {
      ...{ county: '440305', centre: 'cn', ago: days(1.2), until: 'unclear' as const },
      change: {
        ...{ confidentiality: 'employer-blind', employer: PLANT.employer, placeKnown: false },
        field: 'women-minors',
      },
    },
    steps: [
      {
        ago: days(0.9),
        run: sent(async ({ stage, ticketId }) => {
          const version = await stage.version(ticketId);
          const order = { ticketId, version, unitId: stage.unit(PLANT.code).id };
          const why = { reasonCode: 'other', reason: '来电人称单位有工会，先派企业工会。' };
          return stage.get(DispatchTicket).run(await stage.actor('dispatcher cn'), { ...order, ...why });
        }),
      },
    ],
  },
];

/** 回避: a person, and a whole unit whose superior goes on. */
const RECUSALS: readonly Scene[] = [
  {
    key: 'person recused',
    last: true,
    opening: {
      county: '440305',
      centre: '440000',
      ago: days(2),
      until: 'contacted',
      change: { field: 'membership' },
    },
    steps: [
      {
        ago: days(1.2),
        run: does(RecuseFromTicket, 'handler 440305 3', {
          ...{ accountId: null, unitId: null },
          reason: '本人曾在被反映单位任职，申请回避。',
        }),
      },
    ],
  },
  {
    key: 'unit recused',
    last: true,
    opening: {
      county: '440306',
      centre: '440000',
      ago: days(2.4),
      until: 'signed',
      change: { field: 'union-affairs', kind: 'help' },
    },
    steps: [
      {
        ago: days(1.3),
        run: does(RecuseFromTicket, 'supervisor 440300', (_: TicketFacts, { stage }: Case) => ({
          accountId: null,
          unitId: stage.unit('440306').id,
          reason: '反映的事项由该区总工会组织实施，整体回避，由市总工会办理。',
        })),
      },
    ],
  },
];

export const SAFEGUARD_SCENES: readonly Scene[] = [...BLIND, ...RECUSALS];
