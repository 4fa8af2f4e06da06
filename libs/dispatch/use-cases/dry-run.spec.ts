import { newId } from '@hotline/kernel';
import { type Actor, unitId } from '@hotline/organization';
import { refusalOf } from '../../../test/support/case-house.js';
import { CatalogueDesk, RIDER } from '../../../test/support/catalogue-desk.js';
import { eventually } from '../../../test/support/eventually.js';
import { startHotline } from '../../../test/support/hotline.js';
import { CancelDryRun } from './cancel-dry-run.js';
import { CatalogueProposals } from './catalogue-proposals.js';
import { BATCH, JudgeBatch } from './judge-batch.js';
import { ProposeCatalogueChange } from './propose-catalogue-change.js';
import { RuleCatalogueProposal } from './rule-catalogue-proposal.js';
import { ShowCatalogueDrafts } from './show-catalogue-drafts.js';
import { ShowDryRun } from './show-dry-run.js';

let desk: CatalogueDesk;
beforeEach(async () => {
  desk = await CatalogueDesk.open();
}, 60_000);
afterEach(() => desk.house.close());

describe('a dry run over many tickets', () => {
  const finished = async (id: string) => desk.house.get(ShowDryRun).run(desk.editor, id);
  const jobs = async () =>
    (
      await desk.house.owner.query<{ id: string }>(
        `select id from outbox where name = 'judge-batch' and done_at is null`,
      )
    ).rows;

  it('goes batch by batch, runs each once, and goes on after a restart', async () => {
    await desk.clone(await desk.house.arrived(RIDER), 2 * BATCH + 49);
    const run = await desk.start(await desk.withRiders(), 5_000);
    const [job] = await jobs();
    const judge = desk.house.get(JudgeBatch);
    await judge.handle({ runId: run.id }, job?.id ?? '');
    await judge.handle({ runId: run.id }, job?.id ?? '');
    expect(await finished(run.id)).toMatchObject({
      state: 'running',
      total: 450,
      done: BATCH,
      changed: BATCH,
    });

    // Another process on the same database finds what the first one left.
    const next = await startHotline({ databaseUrl: desk.house.hotline.url, clock: desk.house.clock });
    const done = await eventually('the run is finished', async () => {
      const seen = await finished(run.id);
      return seen.state === 'finished' ? seen : null;
    });
    await next.close();
    expect(done).toMatchObject({ total: 450, done: 450, same: 0, changed: 450 });
    const { rows } = await desk.house.owner.query<{ n: number; tickets: number; last: number }>(
      `select count(*)::integer as n, count(distinct ticket_id)::integer as tickets, max(seq) as last from catalogue_dry_run_row`,
    );
    expect(rows[0]).toEqual({ n: 450, tickets: 450, last: 450 });
  }, 60_000);

  it('opens each number to its tickets, page by page', async () => {
    await desk.clone(await desk.house.arrived(RIDER), 4);
    const run = await desk.start(await desk.withRiders(), 3);
    await desk.house.settle();
    expect(await finished(run.id)).toMatchObject({ total: 3, done: 3 });
    const page = (after: number) =>
      desk.house.get(ShowDryRun).rows(desk.editor, run.id, { toUnitId: unitId('440300'), after, limit: 2 });
    const first = await page(0);
    expect([first.items.length, first.nextCursor]).toEqual([2, '2']);
    expect(await page(2)).toMatchObject({ items: [{ seq: 3 }], nextCursor: null });
    const none = await desk.house
      .get(ShowDryRun)
      .rows(desk.editor, run.id, { toUnitId: null, after: 0, limit: 2 });
    expect(none.items).toEqual([]);
  });

  it('is cancelled, proves nothing then, and a new run stops the old one', async () => {
    await desk.clone(await desk.house.arrived(RIDER), BATCH + 1);
    const tried = await desk.withRiders();
    const run = await desk.start(tried);
    const [job] = await jobs();
    await desk.house.get(JudgeBatch).handle({ runId: run.id }, job?.id ?? '');
    expect(await desk.house.get(CancelDryRun).run(desk.editor, run.id)).toMatchObject({
      state: 'cancelled',
      done: BATCH,
    });
    await desk.house.settle();
    expect(await finished(run.id)).toMatchObject({ state: 'cancelled', done: BATCH });
    expect(await refusalOf(desk.house.get(CancelDryRun).run(desk.editor, run.id))).toBe('wrong-state');
    expect(await refusalOf(desk.publish(tried))).toBe('dry-run-required');

    const [second, third] = [await desk.start(tried), await desk.start(tried)];
    await desk.house.settle();
    expect([(await finished(second.id)).state, (await finished(third.id)).state]).toEqual([
      'cancelled',
      'finished',
    ]);
  });

  it('says so when its job has failed for good', async () => {
    const run = await desk.start(await desk.withRiders());
    const [job] = await jobs();
    await desk.house.owner.query(
      `insert into dead_letter (id, outbox_id, queue, name, attempts, error, failed_at)
       values ($1, $2, 'catalogue', 'judge-batch', 5, 'Error', now())`,
      [newId(), job?.id],
    );
    expect(await finished(run.id)).toMatchObject({ state: 'failed' });
    await desk.start(await desk.house.get(ShowCatalogueDrafts).one(desk.editor, run.draftId));
    await desk.house.settle();
    expect(await desk.house.get(ShowCatalogueDrafts).one(desk.editor, run.draftId)).toMatchObject({
      tried: true,
    });
  });
});

describe('what rulings teach the catalogue', () => {
  it('a proposal names the rule, is made once, and becomes a rule of a draft in one step', async () => {
    const ticket = await desk.house.arrived();
    const ruler = await desk.house.actor(['supervisor', '440300']);
    const propose = (actor: Actor) => desk.house.get(ProposeCatalogueChange).run(actor, ticket, '工地在宝安');
    const one = await propose(ruler);
    expect(one).toMatchObject({
      unit: { code: '440300' },
      catalogueVersion: 1,
      rule: 12,
      proposedUnit: { code: '440305' },
      state: 'open',
    });
    expect(await refusalOf(propose(ruler))).toBe('duplicate');
    expect(await refusalOf(propose(await desk.house.actor(['supervisor', '430000'])))).toBe('not-found');

    const proposals = desk.house.get(CatalogueProposals);
    expect(
      (await proposals.list(await desk.house.actor(['dispatcher', '430000']), null, null, 10)).items,
    ).toEqual([]);
    expect((await proposals.list(desk.provincial, 'open', null, 10)).items).toHaveLength(1);
    const rule = desk.house.get(RuleCatalogueProposal);
    const bare = { reason: null, draftId: null, unitId: null };
    expect(await refusalOf(rule.run(desk.editor, one.id, { ...bare, decision: 'refused' }))).toBe(
      'reason-required reason',
    );
    const accepted = await rule.run(desk.editor, one.id, {
      ...bare,
      decision: 'accepted',
      unitId: unitId('440306'),
    });
    const made = await desk.house.get(ShowCatalogueDrafts).one(desk.editor, accepted.draftId ?? '');
    expect(made.faults).toEqual([]);
    expect(made.rules.at(-1)).toMatchObject({
      no: 25,
      rank: 29,
      when: { kinds: ['complaint'], fields: ['pay'], places: ['440305'] },
      chain: 'unit',
      unit: { code: '440306' },
    });
    expect(await refusalOf(rule.run(desk.editor, one.id, { ...bare, decision: 'accepted' }))).toBe(
      'already-ruled',
    );
  });

  it('an accepted one may go into a draft at hand; a refused one keeps its reason', async () => {
    const at = await desk.draft();
    const ruler = await desk.house.actor(['supervisor', 'cn']);
    const rule = (id: string, decision: 'accepted' | 'refused', draftId: string | null) =>
      desk.house
        .get(RuleCatalogueProposal)
        .run(desk.editor, id, { decision, reason: '已有规则', draftId, unitId: null });
    const [one, other] = [
      await desk.house.get(ProposeCatalogueChange).run(ruler, await desk.house.arrived(), '甲'),
      await desk.house.get(ProposeCatalogueChange).run(ruler, await desk.house.arrived(), '乙'),
    ];
    expect(await rule(one.id, 'accepted', at.id)).toMatchObject({ state: 'accepted', draftId: at.id });
    const after = await desk.house.get(ShowCatalogueDrafts).one(desk.editor, at.id);
    expect(after).toMatchObject({ version: 2, note: at.note });
    expect(after.rules).toHaveLength(at.rules.length + 1);
    expect(await rule(other.id, 'refused', null)).toMatchObject({
      state: 'refused',
      rulingReason: '已有规则',
      draftId: null,
    });
  });
});
