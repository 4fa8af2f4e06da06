import { FieldSealing } from '@hotline/platform';
import { newId, Refused } from '@hotline/kernel';
import { DraftStore } from '../data/draft-store.js';
import { MOST_CONTACT_DRAFTS } from '../domain/draft.js';
import { DiscardDraft } from './discard-draft.js';
import { ListDrafts } from './list-drafts.js';
import { type DraftInput, SaveDraft } from './save-draft.js';
import { SpecDesk } from '../../../test/support/intake-desk.js';

let desk: SpecDesk;
let save: SaveDraft;
let list: ListDrafts;
let discard: DiscardDraft;
beforeAll(async () => {
  desk = await SpecDesk.open();
  const drafts = new DraftStore(new FieldSealing(Buffer.alloc(32, 7)));
  save = new SaveDraft(desk.base.work, drafts);
  list = new ListDrafts(desk.base.work, drafts);
  discard = new DiscardDraft(desk.base.work, drafts);
});
afterAll(() => desk.close());

const draft = (change: Partial<DraftInput> = {}): DraftInput => ({
  id: newId(),
  purpose: 'contact',
  subjectId: null,
  body: { text: '职工反映𠮷某公司拖欠工资', number: '13812342046' },
  version: 0,
  ...change,
});

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal : Promise.reject(error)),
  );

it('comes back as it was typed, and only to whoever typed it', async () => {
  const first = draft();
  await save.run(desk.national, first);
  const saved = await save.run(desk.national, { ...first, version: 1, body: { text: '改' } });
  expect(saved.version).toBe(2);
  expect(await list.run(desk.national)).toEqual([saved]);
  expect(await list.run(desk.nationalToo)).toEqual([]);
  await discard.run(desk.nationalToo, first.id);
  expect(await list.run(desk.national)).toHaveLength(1);
});

it('is sealed in the database', async () => {
  const one = draft();
  await save.run(desk.sichuan, one);
  const stored = await desk.one<{ body_sealed: Buffer }>('select body_sealed from draft where id = $1', [
    one.id,
  ]);
  expect(stored.body_sealed.includes('13812342046')).toBe(false);
  expect(stored.body_sealed.includes('工资')).toBe(false);
});

it('refuses a save over an older copy and hands out the newer one', async () => {
  const one = draft();
  await save.run(desk.national, one);
  await save.run(desk.national, { ...one, version: 1, body: { text: '新' } });
  expect(
    await refusalOf(save.run(desk.national, { ...one, version: 1, body: { text: '旧' } })),
  ).toMatchObject({
    code: 'stale-version',
    current: { version: 2, body: { text: '新' } },
  });
});

it('lets one of two first saves win', async () => {
  const one = draft();
  const results = await Promise.all(
    ['甲', '乙'].map((text) => refusalOf(save.run(desk.national, { ...one, body: { text } }))),
  );
  expect(results.filter((refusal) => refusal === null)).toHaveLength(1);
  expect(results.find((refusal) => refusal !== null)).toMatchObject({
    code: 'stale-version',
    current: { version: 1 },
  });
});

it('does not come back from a late save after it was discarded', async () => {
  const one = draft();
  await save.run(desk.national, one);
  await discard.run(desk.national, one.id);
  await discard.run(desk.national, one.id);
  expect(await refusalOf(save.run(desk.national, { ...one, version: 1 }))).toMatchObject({
    code: 'not-found',
  });
});

it('has room for 64 KB and for thirty contacts', async () => {
  const large = { text: '职'.repeat(21_000) };
  await save.run(desk.nationalToo, draft({ body: large }));
  const tooLarge = draft({ body: { text: '职'.repeat(22_000) } });
  expect(await refusalOf(save.run(desk.nationalToo, tooLarge))).toMatchObject({ code: 'body-too-large' });
  for (let n = 1; n < MOST_CONTACT_DRAFTS; n += 1) await save.run(desk.nationalToo, draft());
  expect(await refusalOf(save.run(desk.nationalToo, draft()))).toMatchObject({ code: 'invalid-input' });
  await save.run(desk.nationalToo, draft({ purpose: 'report', subjectId: newId() }));
});

it('keeps the form of any verb, and shows contacts before forms', async () => {
  const contact = draft();
  await save.run(desk.sichuan, contact);
  const form = draft({ purpose: 'request-extension', subjectId: newId(), body: { reason: '等外省材料' } });
  await save.run(desk.sichuan, form);
  const kept = (await list.run(desk.sichuan)).map(({ purpose }) => purpose);
  expect(kept.at(-1)).toBe('request-extension');
  expect(kept[0]).toBe('contact');
});
