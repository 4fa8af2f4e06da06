import { ARTICLES } from './articles.js';
import { type ActInput, decideAct, offersOf } from './decide-act.js';
import { PERIOD_IDS, PETITION_STAGES, type PetitionFacts, type PetitionRecord } from './petition.js';
import { actRow, PETITION_ACT_NAMES, type PetitionAct } from './petition-acts.js';
import { periodsOf } from './petition-course.js';
import { periodRow } from './petition-periods.js';
import { national } from './spec-law.js';

const UNIT = '00000000-0000-7000-8000-000000440305';

/** A petition as its acts have made it. */
function after(...acts: [PetitionAct, string, number?][]): PetitionFacts {
  const records = acts.map(([act, doneOn, extensionDays = null]): PetitionRecord => ({
    act,
    doneOn,
    unitId: UNIT,
    extensionDays,
  }));
  const last = acts.at(-1)?.[0];
  return {
    id: 'p',
    registeredOn: '2026-03-02',
    source: 'forwarded',
    stage: last ? actRow(last).to : 'registered',
    unitId: UNIT,
    acts: records,
  };
}

const input = (act: PetitionAct, doneOn: string, rest: Partial<ActInput> = {}): ActInput => ({
  act,
  doneOn,
  documentNo: null,
  note: '情况说明',
  extensionDays: null,
  headApproved: false,
  endReason: null,
  ...rest,
});

function decide(petition: PetitionFacts, given: ActInput, today: string): string {
  const decision = decideAct(petition, given, () => national, today);
  if (!decision.ok) return [decision.refusal.code, decision.refusal.field].filter(Boolean).join(' ');
  const { stage, windowUntil, stops, starts } = decision.value;
  return [stage, windowUntil, `-${stops.join()}`, `+${starts.join()}`]
    .filter((one) => one && one.length > 1)
    .join(' ');
}

const answered = after(['notify', '2026-03-05'], ['answer', '2026-04-01']);

describe('the table of a petition', () => {
  it('leads from every stage to an end, and to every stage', () => {
    const reached = new Set(['registered', ...PETITION_ACT_NAMES.map((act) => actRow(act).to)]);
    expect(PETITION_STAGES.filter((stage) => !reached.has(stage))).toEqual([]);
    for (const stage of PETITION_STAGES.filter((one) => one !== 'ended')) {
      expect(PETITION_ACT_NAMES.some((act) => actRow(act).from.includes(stage))).toBe(true);
    }
    expect(PETITION_ACT_NAMES.some((act) => actRow(act).from.includes('ended'))).toBe(false);
  });

  it('ends every period by an act, and quotes an article for each', () => {
    for (const id of PERIOD_IDS) {
      expect(periodRow(id).until.length).toBeGreaterThan(0);
      expect(ARTICLES[periodRow(id).article].quote).not.toBeNull();
    }
  });

  it('leaves no period running in a stage that cannot end it', () => {
    for (const act of PETITION_ACT_NAMES.filter((one) => actRow(one).to === 'ended')) {
      const from = actRow(act).from;
      const open = PERIOD_IDS.filter((id) => from.some((stage) => runsIn(id, stage)));
      expect(open.filter((id) => !periodRow(id).until.includes(act))).toEqual([]);
    }
  });
});

/** Stages in which a period's own act is still to come. */
function runsIn(id: (typeof PERIOD_IDS)[number], stage: string): boolean {
  const ownEnd = periodRow(id).until[0];
  if (id === 'objection' || ownEnd === undefined) return false;
  return actRow(ownEnd).from.some((one) => one === stage);
}

describe('an act', () => {
  it.each<[string, PetitionFacts, ActInput, string, string]>([
    [
      'notice starts the sixty days',
      after(),
      input('notify', '2026-03-05'),
      '2026-03-05',
      'accepted -notice,objection +handling',
    ],
    [
      'an objection within five working days',
      after(),
      input('object', '2026-03-09'),
      '2026-03-09',
      'objecting -objection',
    ],
    [
      'one day later it is too late',
      after(),
      input('object', '2026-03-10'),
      '2026-03-10',
      'petition-window-over doneOn',
    ],
    [
      'nobody objects to what came directly',
      { ...after(), source: 'direct' },
      input('object', '2026-03-03'),
      '2026-03-09',
      'wrong-state',
    ],
    [
      'an objection says why',
      after(),
      input('object', '2026-03-03', { note: null }),
      '2026-03-09',
      'reason-required note',
    ],
    [
      'an upheld one ends it',
      after(['object', '2026-03-03']),
      input('object-upheld', '2026-03-06'),
      '2026-03-06',
      'ended -notice',
    ],
    [
      'a refused one brings it back',
      after(['object', '2026-03-03']),
      input('object-refused', '2026-03-06'),
      '2026-03-06',
      'registered',
    ],
    [
      'and there is no second',
      after(['object', '2026-03-03'], ['object-refused', '2026-03-04']),
      input('object', '2026-03-05'),
      '2026-03-05',
      'wrong-state',
    ],
    [
      'an answer opens thirty days to ask on',
      after(['notify', '2026-03-05']),
      input('answer', '2026-04-01'),
      '2026-04-01',
      'answered 2026-05-06 -handling',
    ],
    [
      'an extension needs the approval of the head',
      after(['notify', '2026-03-05']),
      input('extend', '2026-04-20', { extensionDays: 30 }),
      '2026-04-20',
      'invalid-input headApproved',
    ],
    [
      'and thirty days at most',
      after(['notify', '2026-03-05']),
      input('extend', '2026-04-20', { extensionDays: 31, headApproved: true }),
      '2026-04-20',
      'invalid-input extensionDays',
    ],
    [
      'it leaves the stage',
      after(['notify', '2026-03-05']),
      input('extend', '2026-04-20', { extensionDays: 30, headApproved: true }),
      '2026-04-20',
      'accepted',
    ],
    [
      'it comes before the sixty days are over',
      after(['notify', '2026-03-05']),
      input('extend', '2026-05-07', { extensionDays: 30, headApproved: true }),
      '2026-05-07',
      'petition-window-over doneOn',
    ],
    [
      'a review is asked within thirty days',
      answered,
      input('ask-review', '2026-05-06'),
      '2026-05-08',
      'review -review-request +review',
    ],
    ['not after', answered, input('ask-review', '2026-05-07'), '2026-05-08', 'petition-window-over doneOn'],
    [
      'no re-review before a review',
      answered,
      input('ask-rereview', '2026-04-08'),
      '2026-05-08',
      'wrong-state',
    ],
    [
      'nothing in the future',
      answered,
      input('ask-review', '2026-04-09'),
      '2026-04-08',
      'invalid-input doneOn',
    ],
    [
      'nothing before what came before',
      answered,
      input('ask-review', '2026-03-31'),
      '2026-04-08',
      'invalid-input doneOn',
    ],
    [
      'an end needs a reason of its kind',
      answered,
      input('end', '2026-04-08'),
      '2026-04-08',
      'invalid-input endReason',
    ],
    [
      'only time says that nobody asked',
      answered,
      input('end', '2026-04-08', { endReason: 'not-asked-again' }),
      '2026-04-08',
      'invalid-input endReason',
    ],
    [
      'a withdrawal ends it',
      answered,
      input('end', '2026-04-08', { endReason: 'withdrawn' }),
      '2026-04-08',
      'ended -notice,objection,handling,review-request,rereview-request',
    ],
    [
      'no days without an extension',
      answered,
      input('ask-review', '2026-04-08', { extensionDays: 5 }),
      '2026-04-08',
      'invalid-input extensionDays',
    ],
  ])('%s', (_, petition, given, today, expected) => {
    expect(decide(petition, given, today)).toBe(expected);
  });
});

describe('the course of a petition', () => {
  const rows = (petition: PetitionFacts, today: string) =>
    periodsOf(petition, () => national, today).map(({ id, lastDay, state, daysLeft }) => [
      id,
      lastDay,
      state,
      daysLeft,
    ]);

  it('runs both periods of the receipt at once', () => {
    expect(rows(after(), '2026-03-10')).toEqual([
      ['notice', '2026-03-17', 'running', 7],
      ['objection', '2026-03-09', 'lapsed', -1],
    ]);
  });

  it('adds an approved extension before a holiday moves the end', () => {
    const extended = after(['notify', '2026-03-05'], ['extend', '2026-04-20', 30]);
    expect(rows(extended, '2026-05-20')[2]).toEqual(['handling', '2026-06-03', 'running', 14]);
  });

  it('goes through every instance', () => {
    const all = after(
      ['notify', '2026-03-18'],
      ['answer', '2026-04-01'],
      ['ask-review', '2026-04-20'],
      ['answer-review', '2026-05-25'],
      ['ask-rereview', '2026-06-01'],
      ['answer-rereview', '2026-06-25'],
    );
    expect(rows(all, '2026-07-01').map(([id, , state]) => [id, state])).toEqual([
      ['notice', 'late'],
      ['objection', 'lapsed'],
      ['handling', 'met'],
      ['review-request', 'met'],
      ['review', 'late'],
      ['rereview-request', 'met'],
      ['rereview', 'met'],
    ]);
    expect(offersOf(all, () => national, '2026-07-01')).toEqual([]);
  });

  it('knows a right that was not used', () => {
    expect(rows(answered, '2026-05-07').at(-1)).toEqual(['review-request', '2026-05-06', 'lapsed', -1]);
    expect(
      offersOf(answered, () => national, '2026-05-07').map(({ act, notAfter }) => [act, notAfter]),
    ).toEqual([
      ['ask-review', '2026-05-06'],
      ['end', '2026-05-07'],
    ]);
  });
});
