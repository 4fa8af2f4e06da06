import { checkContact, checkOpening, type KnownCodes, type OpeningInput } from './opening.js';

const now = new Date('2026-03-16T02:00:00Z');
const known: KnownCodes = { isPlace: (code) => code === '440305', isActiveUnit: (id) => id === 'unit' };
const contact = {
  channel: 'call',
  startedAt: '2026-03-16T01:50:00Z',
  answeredAt: '2026-03-16T01:50:08Z',
  outcome: 'open',
} as const;
const sound: OpeningInput = {
  contact,
  kind: 'complaint',
  field: 'pay',
  difficulty: 'general',
  urgency: 'general',
  places: { workplace: { code: '440305' } },
  confidentiality: 'open',
  title: '拖欠工资',
  text: '本人在某某公司工作，工资拖欠三个月。',
};
// Made numbers of the national standard's own example form; the check character of the first is right.
const RIGHT = '11010519491231002X';
const WRONG = '110105194912310021';

describe('opening a ticket', () => {
  it.each<[string, Partial<OpeningInput>, string | null, string | undefined]>([
    ['sound', {}, null, undefined],
    ['without a worker at all', { worker: {} }, null, undefined],
    ['with a sound identity', { worker: { phone: '138 1234 2046', idNumber: RIGHT } }, null, undefined],
    ['no contact', { contact: undefined }, 'invalid-input', 'contact'],
    ['two contacts', { contactId: 'id' }, 'invalid-input', 'contact'],
    [
      'a contact that needs no ticket',
      { contact: { ...contact, outcome: 'answered' } },
      'invalid-input',
      'contact.outcome',
    ],
    [
      'a contact of tomorrow',
      { contact: { ...contact, startedAt: '2026-03-17T00:00:00Z' } },
      'invalid-input',
      'contact.startedAt',
    ],
    [
      'a number that is none',
      { contact: { ...contact, number: 'unknown' } },
      'invalid-input',
      'contact.number',
    ],
    [
      'a contact from nowhere',
      { contact: { ...contact, places: { caller: { code: '999999' } } } },
      'unknown-place',
      'contact.places.caller.code',
    ],
    ['an unknown field', { field: 'weather' }, 'unknown-category', 'field'],
    ['an item of no field', { item: 'weather' }, 'unknown-category', 'item'],
    ['an unknown tag', { tags: ['migrant', 'weather'] }, 'unknown-category', 'tags.1'],
    ['an unknown industry', { industry: 'weather' }, 'unknown-category', 'industry'],
    [
      'an unknown place',
      { places: { insurance: { code: '000000' } } },
      'unknown-place',
      'places.insurance.code',
    ],
    ['a phone that is none', { worker: { phone: 'abc' } }, 'invalid-input', 'worker.phone'],
    ['a wrong check digit', { worker: { idNumber: WRONG } }, 'invalid-input', 'worker.idNumber'],
    [
      'an unknown unit',
      { dispatchTo: { unitId: 'other', reason: '指定' } },
      'unknown-unit',
      'dispatchTo.unitId',
    ],
    ['a known unit', { dispatchTo: { unitId: 'unit', reason: '指定' } }, null, undefined],
  ])('%s', (_, change, code, field) => {
    const decision = checkOpening({ ...sound, ...change }, known, now);
    expect(decision.ok ? [null, undefined] : [decision.refusal.code, decision.refusal.field]).toEqual([
      code,
      field,
    ]);
  });

  it('never repeats personal data in a refusal', () => {
    const decision = checkOpening({ ...sound, worker: { idNumber: WRONG } }, known, now);
    expect(JSON.stringify(decision)).not.toContain(WRONG.slice(6, 14));
  });
});

describe('logging a contact', () => {
  it.each([
    [{ field: 'weather' }, 'field'],
    [{ kind: 'consult', field: 'pay', item: 'unpaid-wages' }, null],
    [{ number: '0755-26123456' }, null],
    [{ places: { caller: { code: '1' } } }, 'places.caller.code'],
  ] as const)('%j', (change, field) => {
    const decision = checkContact({ ...contact, ...change }, known, now);
    expect(decision.ok ? null : decision.refusal.field).toBe(field);
  });
});
