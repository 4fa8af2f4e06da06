import { HOUR_MS, type Refused } from '@hotline/kernel';
import { type Actor, unitId } from '@hotline/organization';
import { aCase, refusalOf } from '../../../test/support/case-house.js';
import { CatalogueDesk, RIDER } from '../../../test/support/catalogue-desk.js';
import { CompareCatalogues } from './compare-catalogues.js';
import { DiscardCatalogueDraft } from './discard-catalogue-draft.js';
import { PreviewRoute } from './preview-route.js';
import { RollBackCatalogue } from './roll-back-catalogue.js';
import { ShowCatalogue } from './show-catalogue.js';
import { ShowCatalogueDrafts } from './show-catalogue-drafts.js';
import { ShowDryRun } from './show-dry-run.js';

let desk: CatalogueDesk;
beforeEach(async () => {
  desk = await CatalogueDesk.open();
}, 60_000);
afterEach(() => desk.house.close());

const standings = async () =>
  (await desk.house.get(ShowCatalogue).list(desk.editor, null, 50)).items.map((one) => [
    one.version,
    one.standing,
  ]);
const targetOf = async (ticket: string) => {
  const { targetUnitId, hops } = await desk.house.facts(ticket);
  return [targetUnitId, hops.at(-1)?.explanation.text];
};

describe('from a draft to a version', () => {
  it('a draft is tried, published, and decides the next ticket; rolled back, the one after', async () => {
    const before = await desk.house.arrived(RIDER);
    expect(await targetOf(before)).toEqual([
      unitId('440305'),
      expect.stringContaining('派单目录 v1 第 12 条：'),
    ]);
    const tried = await desk.withRiders();
    expect(tried).toMatchObject({
      faults: [],
      tried: false,
      may: ['change', 'discard', 'dry-run', 'publish'],
    });
    await expect(refusalOf(desk.publish(tried))).resolves.toBe('dry-run-required');

    const run = await desk.start(tried);
    expect(run).toMatchObject({ state: 'queued', total: 1, done: 0 });
    await desk.house.settle();
    expect(await desk.house.get(ShowDryRun).run(desk.editor, run.id)).toMatchObject({
      state: 'finished',
      done: 1,
      changed: 1,
      groups: [{ outcome: 'changed', from: { code: '440305' }, to: { code: '440300' }, count: 1 }],
    });
    const { items } = await desk.house
      .get(ShowDryRun)
      .rows(desk.editor, run.id, { outcome: 'changed', after: 0, limit: 10 });
    expect(items).toMatchObject([{ ticketId: before, fromVersion: 1, fromRule: 12, toRule: 40 }]);

    expect(await desk.publish(tried)).toBe(2);
    expect(await standings()).toEqual([
      [2, 'in-force'],
      [1, 'superseded'],
    ]);
    desk.house.clock.advance(1_000);
    const after = await desk.house.arrived(RIDER);
    expect(await targetOf(after)).toEqual([
      unitId('440300'),
      '派单目录 v2 第 40 条：指定单位 · 平台骑手 → 深圳市总工会',
    ]);

    expect(await desk.house.get(RollBackCatalogue).run(desk.editor, 1, '规则写错', null)).toBe(3);
    expect(await desk.house.get(ShowCatalogue).one(desk.editor, 3)).toMatchObject({
      standing: 'in-force',
      copyOf: 1,
      note: '规则写错',
    });
    desk.house.clock.advance(1_000);
    expect(await targetOf(await desk.house.arrived(RIDER))).toEqual([
      unitId('440305'),
      expect.stringContaining('v3 第 12 条'),
    ]);
    const { rows } = await desk.house.owner.query(
      'select action, facts from audit where object_kind = $1 order by seq',
      ['catalogue'],
    );
    expect(rows).toMatchObject([
      { action: 'catalogue-published', facts: { version: 2, dryRunId: run.id } },
      { action: 'catalogue-rolled-back', facts: { version: 3, copyOf: 1 } },
    ]);
  });

  it('a version may begin later, never earlier, and be countermanded by one of the same day', async () => {
    const at = new Date(desk.house.clock.now().getTime() + HOUR_MS);
    const skip = { skipReason: '紧急，已会商' };
    const late = await desk.withRiders();
    const yesterday = new Date(desk.house.clock.now().getTime() - 1);
    expect(await refusalOf(desk.publish(late, { ...skip, effectiveFrom: yesterday }))).toBe(
      'invalid-input effectiveFrom',
    );
    expect(await desk.publish(late, { ...skip, effectiveFrom: at })).toBe(2);
    expect(await refusalOf(desk.publish(late, skip))).toBe('wrong-state');
    expect(await standings()).toEqual([
      [2, 'scheduled'],
      [1, 'in-force'],
    ]);
    expect(await targetOf(await desk.house.arrived(RIDER))).toEqual([unitId('440305'), expect.anything()]);
    await desk.house.get(RollBackCatalogue).run(desk.editor, 1, '取消', at);
    expect(await standings()).toEqual([
      [3, 'scheduled'],
      [2, 'superseded'],
      [1, 'in-force'],
    ]);
    expect(await desk.house.get(ShowCatalogue).one(desk.editor, 2)).toMatchObject({
      skipReason: '紧急，已会商',
      dryRunId: null,
    });
  });

  it('nobody below the national union publishes, and only the author changes a draft', async () => {
    const own = await desk.draft(desk.provincial);
    expect(own.may).toEqual(['change', 'discard', 'dry-run']);
    const skip = { skipReason: '急' };
    expect(await refusalOf(desk.publish(own, skip, desk.provincial))).toBe('forbidden');
    expect(await refusalOf(desk.house.get(RollBackCatalogue).run(desk.provincial, 1, '回', null))).toBe(
      'forbidden',
    );
    const national = await desk.draft();
    expect(await refusalOf(desk.save(national, [], '改', desk.provincial))).toBe('forbidden');
    const run = await desk.start(national, 10, desk.editor);
    expect(await refusalOf(desk.house.get(ShowDryRun).run(desk.provincial, run.id))).toBe('not-found');
    expect(await desk.save(own, own.rules, '全总改')).toMatchObject({ note: '全总改', version: 2 });
    expect(await desk.publish(await desk.house.get(ShowCatalogueDrafts).one(desk.editor, own.id), skip)).toBe(
      2,
    );
  });

  it('a part of the country proves nothing for the whole', async () => {
    const own = await desk.draft(desk.provincial);
    await desk.start(own, 10, desk.provincial);
    await desk.house.settle();
    const seen = await desk.house.get(ShowCatalogueDrafts).one(desk.editor, own.id);
    expect(seen).toMatchObject({ tried: false, dryRun: { state: 'finished', total: 0 } });
    expect(await refusalOf(desk.publish(seen))).toBe('dry-run-required');
  });

  it('a broken catalogue is refused with every fault and its row', async () => {
    const broken = await desk.withRiders({ when: { kinds: ['gossip'], fields: ['weather'] } });
    const row = broken.rules.length;
    expect(broken.faults).toHaveLength(2);
    const refusal = await desk.publish(broken, { skipReason: '急' }).catch((error: Refused) => error.refusal);
    expect(refusal).toMatchObject({
      code: 'catalogue-broken',
      field: `rules.${row - 1}.when.kinds`,
      faults: [
        {
          row,
          code: 'code-unknown',
          words: { zh: `第 40 条（第 ${row} 行）：代码“gossip”不在分类表或区划表中` },
        },
        { row, field: `rules.${row - 1}.when.fields` },
      ],
    });
    expect(await standings()).toEqual([[1, 'in-force']]);
  });
});

describe('writing a draft', () => {
  it('a stale save gets the newer copy, the same content no new version, new rules a new proof', async () => {
    const begun = await desk.draft();
    const saved = await desk.save(begun, begun.rules, '先存');
    const refusal = await desk.save(begun, []).catch((error: Refused) => error.refusal);
    expect(refusal).toMatchObject({
      code: 'stale-version',
      current: { id: begun.id, version: 2, note: '先存' },
    });
    expect((await desk.save(saved, begun.rules, '先存')).version).toBe(2);

    await desk.start(saved);
    await desk.house.settle();
    const renamed = await desk.save(saved, saved.rules, '只改说明');
    expect(renamed).toMatchObject({ version: 3, tried: true });
    expect(await desk.save(renamed, saved.rules.slice(1))).toMatchObject({ version: 4, tried: false });
  });

  it('drafts are listed, compared, tried by hand, copied and put away', async () => {
    const one = await desk.withRiders();
    const compared = await desk.house.get(CompareCatalogues).run(desk.editor, '1', one.id);
    expect(compared).toMatchObject({
      added: [{ no: 40, unit: { code: '440300' } }],
      removed: [],
      changed: [],
    });
    const { kind, field, places } = aCase();
    const question = {
      kind,
      field,
      ...RIDER,
      urgency: 'general',
      difficulty: 'general',
      places: Object.fromEntries(
        ['workplace', 'employerSeat', 'caller', 'insurance'].map((key) => [
          key,
          { code: key === 'workplace' ? (places.workplace?.code ?? null) : null, guessed: false },
        ]),
      ) as never,
    } as const;
    const ask = (actor: Actor, catalogue?: string) =>
      desk.house.get(PreviewRoute).run(actor, { ...question, catalogue });
    expect(await ask(desk.editor)).toMatchObject({
      target: { code: '440305' },
      explanation: { catalogueVersion: 1 },
    });
    expect(await ask(desk.editor, one.id)).toMatchObject({
      target: { code: '440300' },
      explanation: { catalogueVersion: 0, rule: 40 },
    });
    expect(await refusalOf(ask(await desk.house.actor(['agent', 'cn']), one.id))).toBe('not-found');

    const copy = await desk.draft(desk.editor, one.id);
    expect(copy).toMatchObject({ basedOn: 1, rules: one.rules });
    await desk.house.get(DiscardCatalogueDraft).run(desk.editor, one.id, one.version);
    const { items } = await desk.house.get(ShowCatalogueDrafts).list(desk.editor, null, 10);
    expect(items.map((each) => each.id)).toEqual([copy.id]);
    expect(await refusalOf(desk.house.get(ShowCatalogueDrafts).one(desk.editor, one.id))).toBe('not-found');
  });
});
