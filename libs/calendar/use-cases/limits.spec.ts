import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { Actor } from '@hotline/organization';
import type { Matrix } from '../data/limits-store.js';
import { RuleBook } from '../data/rule-book.js';
import type { LimitRow } from '../domain/limits-preset.js';
import { CheckLimits } from './check-limits.js';
import { DraftLimits } from './draft-limits.js';
import { ListLimits } from './list-limits.js';
import { PublishLimits } from './publish-limits.js';

let house: CaseHouse;
let root: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  house.clock.set('2026-11-28T10:00:00+08:00');
  root = await house.actor(['administrator', 'cn']);
}, 60_000);
afterAll(() => house.close());

const shelf = () => house.get(ListLimits).run(root);
async function change(edit: (matrix: Matrix) => Matrix): Promise<void> {
  const { draft } = await shelf();
  await house.get(DraftLimits).change(root, draft!.version, edit(draft!.body));
}
const publish = async (day: string) =>
  house.get(PublishLimits).run(root, (await shelf()).draft!.version, day, '工会发〔2026〕12号');
const row = (id: string, amount: number, part: Partial<LimitRow> = {}): LimitRow => ({
  id,
  clock: 'handle',
  limit: { amount, unit: 'working-days' },
  ...part,
});

describe('the limits matrix', () => {
  it('is drafted by the root administrator alone, once at a time', async () => {
    const province = await house.actor(['administrator', '440000']);
    expect(await refusalOf(Promise.resolve().then(() => house.get(DraftLimits).open(province, 1)))).toBe(
      'not-in-your-units',
    );
    await house.get(DraftLimits).open(root, undefined);
    expect(await refusalOf(house.get(DraftLimits).open(root, 1))).toBe('duplicate');
    expect(await refusalOf(house.get(DraftLimits).change(root, 9, (await shelf()).draft!.body))).toBe(
      'stale-version',
    );
    expect((await shelf()).versions).toMatchObject([{ version: 1, standing: 'in-force' }]);
  });

  it('names broken rows, gaps and unknown codes, and refuses to publish them', async () => {
    const { rows, maxExtensions } = (await shelf()).draft!.body;
    await change(() => ({
      maxExtensions,
      rows: [
        ...rows.filter(({ clock }) => clock !== 'order'),
        row('twice', 0, { clock: 'sign', limit: { amount: 0, unit: 'hours' } }),
        row('field', 4, { field: 'astrology' }),
      ],
    }));
    const faults = await house.get(CheckLimits).run(root);
    const at = rows.filter(({ clock }) => clock !== 'order').length;
    expect(faults.slice(0, 3).map(({ field, problem }) => `${field} ${problem}`)).toEqual([
      `rows.${at}.limit.amount not-a-positive-whole-number`,
      `rows.${at} row-twice`,
      `rows.${at + 1}.field unknown-code`,
    ]);
    expect(faults.at(-1)).toMatchObject({ problem: 'gap', facts: { clock: 'order' } });
    expect(await refusalOf(publish('2027-01-01'))).toBe(`limits-broken rows.${at}.limit.amount`);
    await change(() => ({ rows, maxExtensions }));
    expect(await house.get(CheckLimits).run(root)).toEqual([]);
  });

  it('is compared with the one in force and takes effect on its day, never in the past', async () => {
    await change(({ rows }) => ({
      maxExtensions: 2,
      rows: [
        ...rows.map((one) =>
          one.id === 'handle-general' ? row('handle-general', 4, { difficulty: 'general' }) : one,
        ),
        row('handle-pay-county', 2, { field: 'pay', level: 'county', difficulty: 'general' }),
      ],
    }));
    const compared = await house.get(CheckLimits).compare(root, 1, undefined);
    expect(
      compared.rows.map(({ row: { id }, before, after }) => [id, before?.amount, after?.amount]),
    ).toEqual([
      ['handle-general', 3, 4],
      ['handle-pay-county', undefined, 2],
    ]);
    expect(compared.maxExtensions).toEqual({ before: 1, after: 2 });
    expect(await refusalOf(publish('2026-11-27'))).toBe('invalid-input effectiveFrom');
    expect(await refusalOf(publish('2026-02-30'))).toBe('invalid-input effectiveFrom');
    await publish('2026-12-01');
    expect((await shelf()).versions.map(({ version, standing }) => [version, standing])).toEqual([
      [2, 'coming'],
      [1, 'in-force'],
    ]);
    const rules = house.get(RuleBook);
    expect(rules.presetAt(new Date('2026-11-30T15:59:59Z')).version).toBe(1);
    expect(rules.presetAt(new Date('2026-11-30T16:00:00Z')).version).toBe(2);
  });

  it('leaves every clock that runs as it was promised', async () => {
    house.clock.set('2026-11-30T10:00:00+08:00');
    const id = await house.arrived();
    const before = (await house.facts(id)).openClocks;
    house.clock.set('2026-12-01T10:00:00+08:00');
    await house.get(DraftLimits).open(root, 2);
    await publish('2026-12-01');
    expect((await house.facts(id)).openClocks).toEqual(before);
    expect((await shelf()).versions.map(({ version, standing }) => [version, standing])).toEqual([
      [3, 'in-force'],
      [2, 'past'],
      [1, 'past'],
    ]);
  });
});
