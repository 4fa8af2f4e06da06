import type { components } from '../apps/web/src/api/schema.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must } from './support/moves.js';

type Schemas = components['schemas'];
type Catalogue = Schemas['RuleBody'][];
type Matrix = Schemas['LimitsMatrixBody'];
type Plan = Schemas['ChangePlanBody'];

/** A broken calendar, matrix or catalogue is saved as it is and never published; the answer names the row. */
describe('broken rules', () => {
  let hotline: Hotline;
  let admin: Person;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    admin = await hotline.as('admin');
  }, 60_000);
  afterAll(() => hotline?.close());

  const publish = (path: string, version: number, body: object): Promise<Response> =>
    admin.post(path, body, { 'if-match': `"${version}"` });

  async function calendar(spoil: (plan: Plan) => Plan): Promise<Response> {
    const { draft } = must(await admin.api.POST('/api/calendars/drafts', { body: { id: 'national' } }));
    const { id: _, unitId: __, ...plan } = draft!.plan;
    const params = { path: { id: 'national' }, header: { 'If-Match': `"${draft!.version}"` } };
    const saved = must(await admin.api.PUT('/api/calendars/{id}/draft', { params, body: spoil(plan) }));
    const { version } = saved.draft!;
    const answer = await publish('/api/calendars/national/draft/publish', version, { note: '试' });
    const header = { 'If-Match': `"${version}"` };
    await admin.api.DELETE('/api/calendars/{id}/draft', { params: { path: { id: 'national' }, header } });
    return answer;
  }

  async function limits(spoil: (matrix: Matrix) => Matrix): Promise<Response> {
    const { draft } = must(await admin.api.POST('/api/limits/draft', { body: {} }));
    const { rows, maxExtensions } = draft!;
    const header = { 'If-Match': `"${draft!.version}"` };
    const saved = must(
      await admin.api.PUT('/api/limits/draft', { params: { header }, body: spoil({ rows, maxExtensions }) }),
    );
    const { version } = saved.draft!;
    const body = { effectiveFrom: '2099-01-01', note: '试' };
    const answer = await publish('/api/limits/draft/publish', version, body);
    await admin.api.DELETE('/api/limits/draft', { params: { header: { 'If-Match': `"${version}"` } } });
    return answer;
  }

  async function catalogue(spoil: (rules: Catalogue) => Catalogue): Promise<Response> {
    const begun = must(await admin.api.POST('/api/catalogue/drafts', { body: { note: '试' } }));
    const rules = spoil(begun.rules.map(({ unit: _, ...rule }) => rule));
    const params = { path: { id: begun.id }, header: { 'If-Match': `"${begun.version}"` } };
    const saved = must(
      await admin.api.PUT('/api/catalogue/drafts/{id}', { params, body: { note: begun.note, rules } }),
    );
    const path = `/api/catalogue/drafts/${saved.id}/publication`;
    return publish(path, saved.version, { skipDryRun: '急' });
  }

  const day = (date: string) => ({ date, kind: 'off' as const, name: '假' });
  const first = <T>(list: readonly T[], change: Partial<T>): T[] =>
    list.map((one, n) => (n === 0 ? { ...one, ...change } : one));

  it.each<[string, () => Promise<Response>, string, RegExp]>([
    [
      'a day that does not exist',
      () => calendar((plan) => ({ ...plan, overrides: [day('2026-02-30'), ...plan.overrides] })),
      'calendar-broken',
      /^overrides\.0\.date$/,
    ],
    [
      'a day named twice',
      () => calendar((plan) => ({ ...plan, overrides: [...plan.overrides, plan.overrides[0]!] })),
      'calendar-broken',
      /^overrides\.[1-9]\d*\.date$/,
    ],
    [
      'a day of a year nobody knows',
      () => calendar((plan) => ({ ...plan, overrides: [...plan.overrides, day('2061-01-01')] })),
      'calendar-broken',
      /^overrides\.[1-9]\d*\.date$/,
    ],
    [
      'slots that overlap',
      () =>
        calendar((plan) => ({
          ...plan,
          weekly: {
            ...plan.weekly!,
            '1': [
              { from: '08:30', to: '12:00' },
              { from: '11:00', to: '17:30' },
            ],
          },
        })),
      'calendar-broken',
      /^weekly\.1\.1$/,
    ],
    [
      'a row of a clock and level there twice',
      () => limits((matrix) => ({ ...matrix, rows: [...matrix.rows, { ...matrix.rows[0]!, id: 'twin' }] })),
      'limits-broken',
      /^rows\.[1-9]\d*$/,
    ],
    [
      'a limit of nothing',
      () => limits((matrix) => ({ ...matrix, rows: first(matrix.rows, { amount: 0 }) })),
      'limits-broken',
      /^rows\.0\.limit/,
    ],
    [
      'a field nobody knows',
      () => limits((matrix) => ({ ...matrix, rows: first(matrix.rows, { field: 'weather' }) })),
      'limits-broken',
      /^rows\.0\.field$/,
    ],
    [
      'a question nothing answers',
      () => limits((matrix) => ({ ...matrix, rows: matrix.rows.filter(({ clock }) => clock !== 'review') })),
      'limits-broken',
      /^rows$/,
    ],
    [
      'a condition nobody knows',
      () => catalogue((rules) => first(rules, { when: { fields: ['weather'] } })),
      'catalogue-broken',
      /^rules\.0\.when\.fields/,
    ],
    [
      'a unit that does not exist',
      () =>
        catalogue((rules) =>
          first(rules, { chain: 'unit', routeBy: [], unitId: '00000000-0000-7000-8000-000000000000' }),
        ),
      'catalogue-broken',
      /^rules\.0\./,
    ],
    [
      'a place that does not exist',
      () => catalogue((rules) => first(rules, { when: { places: ['99'] } })),
      'catalogue-broken',
      /^rules\.0\.when\.places/,
    ],
  ])('%s: refused, with the row', async (_, refused, code, field) => {
    const answer = await refused();
    const problem = (await answer.json()) as Schemas['ProblemBody'];
    expect([answer.status, problem.code]).toEqual([422, code]);
    expect(problem.errors?.map((one) => one.field ?? '').filter((one) => field.test(one))).not.toEqual([]);
    expect(problem.detail).not.toBe('');
  });

  it('and nothing of it is in force', async () => {
    const shown = must(await admin.api.GET('/api/calendars/{id}', { params: { path: { id: 'national' } } }));
    expect(shown.versions.map(({ version }) => version)).toEqual([1]);
  });
});
