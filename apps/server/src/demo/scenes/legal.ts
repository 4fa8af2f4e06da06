import { MarkAsPetition, RecordPetitionStage, SaveLegalFacts } from '@hotline/legal';
import { DAY_MS, shanghaiDay } from '@hotline/kernel';
import type { TicketFacts } from '@hotline/ticket';
import { days } from './ago.js';
import type { Who } from './cast.js';
import { type Case, does, type Scene, type Step } from './scene.js';

const dayOf = ({ stage }: Case, ago = 0): string =>
  shanghaiDay(new Date(stage.clock.now().getTime() - ago * DAY_MS));

const marks = (who: Who, source: 'direct' | 'forwarded', registrationNo: string): Step['run'] =>
  does(MarkAsPetition, who, (_: TicketFacts, scene: Case) => ({
    registeredOn: dayOf(scene),
    source,
    registrationNo,
  }));
const notifies = (who: Who): Step['run'] =>
  does(RecordPetitionStage, who, (_: TicketFacts, scene: Case) => ({
    act: 'notify' as const,
    doneOn: dayOf(scene),
    documentNo: '示例受告〔0001〕号',
    note: '受理告知书已当面送达。',
    ...{ extensionDays: null, headApproved: false, endReason: null },
  }));

/** 信访件, with the clocks of the Regulations: one accepted and being handled, one whose notice is still owed. */
const PETITIONS: readonly Scene[] = [
  {
    key: 'petition accepted',
    opening: {
      ...{ county: '440305', centre: '440000', ago: days(6), until: 'contacted' as const },
      change: { channel: 'petition', difficulty: 'complex', field: 'democracy' },
    },
    steps: [
      { ago: days(5), run: marks('supervisor 440305', 'direct', '示例信登0001') },
      { ago: days(3), run: notifies('handler 440305') },
    ],
  },
  {
    key: 'petition registered',
    opening: {
      ...{ county: '430104', centre: '430000', ago: days(3), until: 'contacted' as const },
      change: { channel: 'petition', difficulty: 'complex', field: 'union-affairs', kind: 'help' },
    },
    steps: [{ ago: days(2), run: marks('supervisor 430104', 'forwarded', '示例信转0002') }],
  },
];

type Days = Readonly<Record<string, number>>;

/** Days before the entry, turned into the dates of the form. */
const saves =
  (who: Who, given: Days, rest: object = {}): Step['run'] =>
  async (scene) => {
    const { stage, ticketId } = scene;
    const facts = Object.fromEntries(Object.entries(given).map(([name, ago]) => [name, dayOf(scene, ago)]));
    return stage.get(SaveLegalFacts).run(await stage.actor(who), ticketId, 0, { ...facts, ...rest });
  };

/** 法定时效: facts entered once, every date computed from them. */
const FACTS: readonly Scene[] = [
  {
    key: 'legal facts of an injury',
    opening: {
      ...{ county: '440305', centre: '440000', ago: days(3.2), until: 'contacted' as const },
      change: { field: 'injury', difficulty: 'difficult' },
    },
    steps: [{ ago: days(2), run: saves('handler 440305', { injuryHappened: 320, employmentEnded: 40 }) }],
  },
  {
    key: 'legal facts of wages',
    opening: {
      ...{ county: '510107', centre: 'cn', ago: days(2.4), until: 'contacted' as const },
      change: { field: 'pay', difficulty: 'difficult' },
    },
    steps: [
      {
        ago: days(1.5),
        run: saves(
          'handler 510107',
          { wageDue: 150, employmentEnded: 90, disputeKnown: 120, inspectionComplained: 20, opinionSent: 6 },
          { wagesOwed: true },
        ),
      },
    ],
  },
  {
    key: 'legal facts of an award',
    opening: {
      ...{ county: '110105', centre: 'cn', ago: days(2.6), until: 'contacted' as const },
      change: { field: 'contract', difficulty: 'difficult' },
    },
    steps: [
      {
        ago: days(1.4),
        run: saves('handler 110105', {
          disputeKnown: 200,
          arbitrationApplied: 80,
          arbitrationAccepted: 76,
          awardReceived: 9,
        }),
      },
    ],
  },
];

export const LEGAL_SCENES: readonly Scene[] = [...PETITIONS, ...FACTS];
