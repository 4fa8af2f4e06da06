import type { components } from '../apps/web/src/api/schema.js';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { comesTo, must, open, unitWithCode } from './support/moves.js';

type Draft = components['schemas']['CatalogueDraftBody'];
type Change = components['schemas']['ChangeCatalogueDraftBody'];
type Rule = components['schemas']['RuleBody'];
type Problem = components['schemas']['ProblemBody'];

/** Rules are written as a draft, checked, tried on past tickets, published, and taken back. */
describe('the dispatch catalogue', () => {
  let hotline: Hotline;
  let admin: Person;
  let agent: Person;
  let shenzhen: string;

  beforeAll(async () => {
    hotline = await startHotline();
    admin = await hotline.as('admin');
    agent = await hotline.as('agent');
    shenzhen = await unitWithCode(admin, '440300');
  }, 60_000);
  afterAll(() => hotline?.close());

  const draft = async (): Promise<Draft> =>
    must(await admin.api.POST('/api/catalogue/drafts', { body: { note: '欠薪由市总工会主办' } }));
  const on = ({ id, version }: Pick<Draft, 'id' | 'version'>) => ({
    params: { path: { id }, header: { 'If-Match': `"${version}"` } },
  });
  const plain = ({ unit: _, ...rule }: Draft['rules'][number]): Rule => rule;
  const wages = (change: Partial<Rule> = {}): Rule => ({
    no: 50,
    name: '欠薪',
    rank: 5,
    when: { items: ['pay/unpaid-wages'], places: ['4403'] },
    routeBy: [],
    level: 'county',
    chain: 'unit',
    unitId: shenzhen,
    text: '深圳的欠薪由市总工会主办。',
    ...change,
  });
  const save = (one: Draft, rules: Rule[], person = admin) =>
    person.api.PUT('/api/catalogue/drafts/{id}', { ...on(one), body: { note: one.note, rules } });
  const problemOf = ({ error }: { error?: unknown }) => error as Problem;

  it('goes from a draft to a version by which the next ticket is sent', async () => {
    const county = await hotline.as('handler-nanshan');
    const city = await hotline.as('handler-sz');
    await comesTo(county, await open(agent, { item: 'unpaid-wages' }), 'dispatched');
    const begun = await draft();
    const written = must(await save(begun, [...begun.rules.map(plain), wages()]));
    const early = await admin.api.POST('/api/catalogue/drafts/{id}/publication', {
      ...on(written),
      body: {},
    });
    expect(problemOf(early)).toMatchObject({ status: 409, code: 'dry-run-required' });

    const run = must(
      await admin.api.POST('/api/catalogue/drafts/{id}/dry-runs', { ...on(written), body: {} }),
    );
    const done = await eventually('the dry run is finished', async () => {
      const { data } = await admin.api.GET('/api/catalogue/dry-runs/{id}', {
        params: { path: { id: run.id } },
      });
      return data?.state === 'finished' ? data : null;
    });
    expect(done).toMatchObject({ total: 1, changed: 1, groups: [{ to: { code: '440300' }, count: 1 }] });
    const published = must(
      await admin.api.POST('/api/catalogue/drafts/{id}/publication', { ...on(written), body: {} }),
    );
    expect(published).toMatchObject({
      version: 2,
      standing: 'in-force',
      dryRunId: run.id,
      author: '系统管理员',
    });
    const ticket = await comesTo(city, await open(agent, { item: 'unpaid-wages' }), 'dispatched');
    expect(ticket.hops.at(-1)?.explanation).toMatchObject({ catalogueVersion: 2, rule: 50 });

    const back = must(
      await admin.api.POST('/api/catalogue/{version}/rollback', {
        params: { path: { version: 1 } },
        body: { note: '区县已有力量' },
      }),
    );
    expect(back).toMatchObject({ version: 3, copyOf: 1, standing: 'in-force', effectiveUntil: null });
    const { items } = must(await admin.api.GET('/api/catalogue', { params: {} }));
    expect(items.map((one) => one.effectiveUntil)).toEqual([
      null,
      back.effectiveFrom,
      published.effectiveFrom,
    ]);
    await comesTo(county, await open(agent, { item: 'unpaid-wages' }), 'dispatched');
  });

  it('is refused broken, with the row, in both languages', async () => {
    const begun = await draft();
    const rules = [...begun.rules.map(plain), wages({ when: { fields: ['weather'] }, unitId: begun.id })];
    const broken = must(await save(begun, rules));
    const path = `/api/catalogue/drafts/${broken.id}/publication`;
    const ask = async (language: string): Promise<Problem> => {
      const headers = { 'if-match': `"${broken.version}"`, 'accept-language': language };
      return (await admin.post(path, { skipDryRun: '急' }, headers)).json() as Promise<Problem>;
    };
    const row = rules.length;
    expect(await ask('zh-CN')).toMatchObject({
      status: 422,
      code: 'catalogue-broken',
      field: `rules.${row - 1}.when.fields`,
      errors: [
        { row, code: 'code-unknown', field: `rules.${row - 1}.when.fields` },
        { row, code: 'unit-unknown', detail: `第 50 条（第 ${row} 行）：指定的单位不存在` },
      ],
    });
    expect((await ask('en')).detail).toMatch(/^Rule 50 \(row \d+\) knows no code “weather”/);
    const check = must(
      await admin.api.GET('/api/catalogue/drafts/{id}/check', { params: { path: { id: broken.id } } }),
    );
    expect([check.sound, check.faults.length]).toEqual([false, 2]);
  });

  it('a stale save gets the newer copy; without the right there is no draft', async () => {
    const begun = await draft();
    must(await save(begun, begun.rules.map(plain).slice(1)));
    const stale = problemOf(await save(begun, []));
    expect(stale).toMatchObject({
      status: 409,
      code: 'stale-version',
      current: { id: begun.id, version: 2 },
    });
    const supervisor = await hotline.as('supervisor');
    expect(problemOf(await save(begun, [], supervisor)).status).toBe(403);
    const proposals = await supervisor.api.GET('/api/catalogue/proposals', { params: {} });
    expect(problemOf(proposals).status).toBe(403);
  });

  it.each<[string, (rules: Rule[]) => unknown]>([
    ['rules.0.no', ([first]) => [{ ...first, no: 0 }]],
    ['rules.0.rank', ([first]) => [{ ...first, rank: '10' }]],
    ['rules.0.when', ([first]) => [{ ...first, when: [] }]],
    ['rules.0.when.kinds', ([first]) => [{ ...first, when: { kinds: 'pay' } }]],
    ['rules.0.when.kinds', ([first]) => [{ ...first, when: { kinds: [7] } }]],
    ['rules.0.when.items', ([first]) => [{ ...first, when: { items: ['unpaid-wages'] } }]],
    ['rules.0.when.employers', ([first]) => [{ ...first, when: { employers: ['a\u0000b'] } }]],
    ['rules.0.when.places', ([first]) => [{ ...first, when: { places: ['44%'] } }]],
    ['rules.0.when.phone', ([first]) => [{ ...first, when: { phone: ['1'] } }]],
    ['rules.1.routeBy', ([first]) => [first, { ...first, routeBy: ['home'] }]],
    ['rules.0.chain', ([first]) => [{ ...first, chain: 'nobody' }]],
    ['rules.0.unitId', ([first]) => [{ ...first, unitId: 'cn' }]],
    ['rules.0.text', ([first]) => [{ ...first, text: 'x'.repeat(501) }]],
    ['rules', (rules) => Array.from({ length: 301 }, () => rules[0])],
    ['rules.0.hits30d', ([first]) => [{ ...first, hits30d: 1 }]],
  ])('a rule of the wrong shape is refused at %s', async (field, bend) => {
    const begun = await draft();
    const body = { note: '', rules: bend(begun.rules.map(plain)) } as Change;
    const refused = problemOf(await admin.api.PUT('/api/catalogue/drafts/{id}', { ...on(begun), body }));
    expect([refused.status, refused.field]).toEqual([422, field]);
  });

  it('names the places a rule holds by the beginnings of their codes', async () => {
    const ask = (codes: string) => admin.api.GET('/api/places/named', { params: { query: { codes } } });
    const named = must(await ask('44,4403,440305,1101,999999'));
    expect(named.map(({ code, fullName }) => [code, fullName])).toEqual([
      ['440000', '广东省'],
      ['440300', '广东省深圳市'],
      ['440305', '广东省深圳市南山区'],
      ['110100', '北京市'],
    ]);
    for (const codes of ['', '4', '44,', '44%', Array(201).fill('44').join()])
      expect(problemOf(await ask(codes))).toMatchObject({ status: 422, field: 'codes' });
  });

  it('a rulers’ proposal becomes a rule of a draft', async () => {
    const county = await hotline.as('handler-nanshan');
    const ticket = await comesTo(county, await open(agent), 'dispatched');
    const supervisor = await hotline.as('supervisor-sz');
    const body = { ticketId: ticket.id, reason: '该工地由宝安管理' };
    const made = must(await supervisor.api.POST('/api/catalogue/proposals', { body }));
    expect(made).toMatchObject({ ticketNo: ticket.no, rule: 12, state: 'open', unit: { code: '440300' } });
    const again = problemOf(await supervisor.api.POST('/api/catalogue/proposals', { body }));
    expect(again).toMatchObject({ status: 409, code: 'duplicate' });
    const { items } = must(
      await admin.api.GET('/api/catalogue/proposals', { params: { query: { state: 'open' } } }),
    );
    expect(items.map((one) => one.id)).toEqual([made.id]);
    const ruled = must(
      await admin.api.POST('/api/catalogue/proposals/{id}/ruling', {
        params: { path: { id: made.id } },
        body: { decision: 'accepted', unitId: await unitWithCode(admin, '440306') },
      }),
    );
    const { data } = await admin.api.GET('/api/catalogue/drafts/{id}', {
      params: { path: { id: ruled.draftId ?? '' } },
    });
    expect(data?.rules.at(-1)).toMatchObject({ unit: { code: '440306' }, text: body.reason });
  });
});
