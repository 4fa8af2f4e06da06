import { checkPreset } from './check-preset.js';
import type { LimitUnit } from './limit.js';
import {
  limitFor,
  presetAt,
  RECORD_CLOCKS,
  type LimitQuestion,
  type LimitRow,
  type LimitsPreset,
} from './limits-preset.js';
import { completed, SHIPPED_LIMITS } from './shipped-limits.js';
import { at } from './spec-times.js';

const isRecordRow = (row: LimitRow): boolean => (RECORD_CLOCKS as readonly string[]).includes(row.clock);

const plain: LimitQuestion = {
  clock: 'handle',
  kind: 'complaint',
  field: 'pay',
  difficulty: 'general',
  urgency: 'general',
  level: 'county',
};

describe('the shipped limits', () => {
  it('are complete and without doubles', () => {
    expect(checkPreset(SHIPPED_LIMITS)).toEqual({ ok: true, value: SHIPPED_LIMITS });
  });

  it.each<[Partial<LimitQuestion>, number, LimitUnit, string]>([
    [{}, 3, 'working-days', 'handle-general'],
    [{ kind: 'consult' }, 1, 'working-days', 'handle-consult'],
    [{ kind: 'consult', difficulty: 'difficult' }, 12, 'working-days', 'handle-difficult'],
    [{ difficulty: 'complex' }, 50, 'calendar-days', 'handle-complex'],
    [{ difficulty: 'complex', urgency: 'urgent' }, 12, 'hours', 'handle-urgent'],
    [{ kind: 'consult', urgency: 'urgent' }, 12, 'hours', 'handle-urgent'],
    [{ clock: 'promise' }, 5, 'working-days', 'promise-general'],
    [{ clock: 'promise', urgency: 'urgent' }, 24, 'hours', 'promise-urgent'],
    [{ clock: 'promise', kind: 'consult' }, 2, 'working-days', 'promise-consult'],
    [{ clock: 'dispatch', level: 'national' }, 30, 'minutes', 'dispatch-national'],
    [{ clock: 'dispatch', level: 'province' }, 30, 'minutes', 'dispatch-province'],
    [{ clock: 'dispatch' }, 30, 'working-minutes', 'dispatch-below'],
    [{ clock: 'dispatch', urgency: 'urgent' }, 30, 'minutes', 'dispatch-urgent'],
    [{ clock: 'sign' }, 1, 'working-days', 'sign-general'],
    [{ clock: 'sign', urgency: 'urgent' }, 15, 'minutes', 'sign-urgent'],
    [{ clock: 'contact' }, 2, 'working-hours', 'contact-general'],
    [{ clock: 'review' }, 1, 'working-days', 'review-level'],
    [{ clock: 'call-back' }, 2, 'working-days', 'call-back'],
    [{ clock: 'ruling' }, 1, 'working-days', 'ruling-general'],
    [{ clock: 'extension-ruling', urgency: 'urgent' }, 2, 'hours', 'extension-ruling-urgent'],
    [{ clock: 'exclusion-ruling' }, 1, 'working-days', 'exclusion-ruling-general'],
    [{ clock: 'support' }, 2, 'working-days', 'support-general'],
    [{ clock: 'order', urgency: 'urgent' }, 2, 'hours', 'order-urgent'],
    [{ clock: 'receipt' }, 1, 'working-days', 'receipt'],
    [{ clock: 'referral' }, 15, 'working-days', 'referral'],
  ])('%j → %i %s', (asked, amount, unit, row) => {
    const found = limitFor(SHIPPED_LIMITS, { ...plain, ...asked });
    expect(found).toEqual({ limit: { amount, unit }, limitId: `shipped-2025:${row}` });
  });
});

describe('limitFor', () => {
  const days = (amount: number): LimitRow['limit'] => ({ amount, unit: 'working-days' });
  const rows: LimitRow[] = [
    { id: 'level', clock: 'handle', level: 'county', limit: days(1) },
    { id: 'any', clock: 'handle', limit: days(2) },
    { id: 'kind', clock: 'handle', kind: 'complaint', limit: days(3) },
    { id: 'kind-level', clock: 'handle', kind: 'complaint', level: 'county', limit: days(4) },
    { id: 'field-level', clock: 'handle', field: 'pay', level: 'county', limit: days(5) },
  ];
  const preset: LimitsPreset = { ...SHIPPED_LIMITS, id: 'own', rows };

  it.each<[Partial<LimitQuestion>, string]>([
    [{}, 'own:kind-level'],
    [{ level: 'city' }, 'own:kind'],
    [{ kind: 'help' }, 'own:field-level'],
    [{ kind: 'help', field: 'other' }, 'own:level'],
    [{ kind: 'help', level: 'city' }, 'own:any'],
  ])('%j takes the most specific row whatever the order', (asked, limitId) => {
    expect(limitFor(preset, { ...plain, ...asked }).limitId).toBe(limitId);
    expect(limitFor({ ...preset, rows: rows.toReversed() }, { ...plain, ...asked }).limitId).toBe(limitId);
  });

  it('gives the clocks of records the time of a review in a matrix from before they had rows', () => {
    const old = { ...SHIPPED_LIMITS, rows: SHIPPED_LIMITS.rows.filter((row) => !isRecordRow(row)) };
    for (const clock of RECORD_CLOCKS)
      expect(limitFor(old, { ...plain, clock })).toEqual(limitFor(old, { ...plain, clock: 'review' }));
    expect(completed(old.rows)).toEqual(SHIPPED_LIMITS.rows);
    expect(completed(SHIPPED_LIMITS.rows)).toEqual(SHIPPED_LIMITS.rows);
  });

  it('treats a gap as a fault', () => {
    expect(() => limitFor(preset, { ...plain, clock: 'sign' })).toThrow('no row');
  });
});

describe('checkPreset', () => {
  const without = (id: string): LimitRow[] => SHIPPED_LIMITS.rows.filter((row) => row.id !== id);
  const sign: LimitRow = { id: 'twin', clock: 'sign', limit: { amount: 2, unit: 'working-days' } };

  it.each<[string, LimitRow[], string, string | undefined]>([
    ['gap', without('review-level'), 'rows', 'review · general · general · * · * · national'],
    ['gap in one cell', without('sign-general'), 'rows', 'sign · general · general · * · * · national'],
    ['gap of difficulty', without('handle-complex'), 'rows', 'handle · general · complex · * · * · national'],
    ['duplicate', [...SHIPPED_LIMITS.rows, sign], `rows.${SHIPPED_LIMITS.rows.length}`, 'twin'],
    [
      'same id',
      [...SHIPPED_LIMITS.rows, { ...sign, id: 'call-back' }],
      `rows.${SHIPPED_LIMITS.rows.length}.id`,
      'call-back',
    ],
    ['no amount', [{ ...sign, limit: { amount: 0, unit: 'hours' } }], 'rows.0.limit.amount', 'twin'],
  ])('refuses a %s and names the row', (_why, rows, field, row) => {
    const found = checkPreset({ ...SHIPPED_LIMITS, rows });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'invalid-input', field, facts: { row } } });
  });

  it('refuses a date that does not exist', () => {
    const found = checkPreset({ ...SHIPPED_LIMITS, effectiveFrom: '2026-02-30' });
    expect(found).toMatchObject({ ok: false, refusal: { field: 'effectiveFrom' } });
  });
});

describe('presetAt', () => {
  const later: LimitsPreset = { ...SHIPPED_LIMITS, id: 'later', effectiveFrom: '2026-07-01' };
  it.each([
    ['2024-12-31 23:59', undefined],
    ['2025-01-01 00:00', 'shipped-2025'],
    ['2026-06-30 23:59', 'shipped-2025'],
    ['2026-07-01 00:00', 'later'],
  ])('%s → %s', (now, id) => {
    expect(presetAt([later, SHIPPED_LIMITS], at(now))?.id).toBe(id);
  });
});
