import { UnitTree } from '@hotline/organization';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { Behind } from './support/behind.js';
import { type Contract, operationsOf, STREAMS } from './support/contract-samples.js';
import { CHANGSHA_YUELU, comesTo, must, open, show, verbs } from './support/moves.js';

const MARKS = ['李建国', '李*国', '13912340001', '139****0001', '我叫李建国', '工资条照片'];

/** Several units, one accountable; and what the employer's own union never sees. */
describe('working together', () => {
  let hotline: Hotline;
  let behind: Behind;
  let agent: Person;

  beforeAll(async () => {
    hotline = await startHotline();
    behind = await Behind.of(hotline);
    agent = await hotline.as('agent');
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  const on = (id: string, version: number, supportId?: string) => ({
    params: { path: { id, ...(supportId ? { supportId } : {}) }, header: { 'If-Match': `"${version}"` } },
  });

  it('a case of another province: the home province supports, reports its part, and the lead reports', async () => {
    const taker = await hotline.as('agent-gd');
    const lead = await hotline.as('handler-yuelu');
    const home = await hotline.as('handler-gd');
    const opened = await open(taker, { places: { workplace: { code: CHANGSHA_YUELU } } });
    let ticket = await comesTo(lead, opened, 'dispatched');
    expect(ticket.accountable?.code).toBe(CHANGSHA_YUELU);
    expect(ticket.hops.map((hop) => hop.toUnit.level)).toContain('national');
    const [part] = ticket.together.supports;
    expect(part).toMatchObject({ unit: { code: '440000' }, source: 'home-province', ending: null });
    const duties = must(await home.api.GET('/api/duties', { params: { query: { kind: ['support'] } } }));
    expect(duties.items.map((duty) => duty.subjectId)).toContain(part?.id);
    const list = must(await home.api.GET('/api/tickets', { params: { query: { view: 'supporting' } } }));
    expect(list.items.map((row) => row.id)).toContain(ticket.id);

    ticket = must(await verbs.sign(lead, ticket));
    ticket = must(await verbs.contactWorker(lead, ticket));
    const early = await verbs.report(lead, ticket);
    expect(early.error).toMatchObject({ code: 'support-open', field: 'waivers' });
    const supportId = part?.id ?? '';
    ticket = must(
      await home.api.POST('/api/tickets/{id}/supports/{supportId}/sign', {
        params: { path: { id: ticket.id, supportId }, header: { 'If-Match': `"${ticket.version}"` } },
      }),
    );
    ticket = must(
      await home.api.POST('/api/tickets/{id}/supports/{supportId}/report', {
        params: { path: { id: ticket.id, supportId }, header: { 'If-Match': `"${ticket.version}"` } },
        body: { outcome: 'explained', narrative: '已联系职工家属，情况属实。' },
      }),
    );
    ticket = must(await verbs.report(lead, ticket));
    expect(ticket).toMatchObject({ state: 'reported', accountable: { code: CHANGSHA_YUELU } });
    const kinds = must(
      await lead.api.GET('/api/tickets/{id}/events', { params: { path: { id: ticket.id } } }),
    );
    expect(kinds.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['support-signed', 'support-reported']),
    );
  });

  it('no answer of any route tells the employer’s union who the worker is', async () => {
    const county = await hotline.as('handler-nanshan');
    await behind.rows(
      `insert into unit (id, parent_id, code, name, short_name, kind, level, path, pinyin, initials)
       select gen_random_uuid(), id, 'changming', '深圳市长明电子有限公司工会', '长明电子工会', kind, 'enterprise',
         path || 'changming/', '', '' from unit where code = '440305'`,
    );
    await hotline.nest.get(UnitTree, { strict: false }).refresh();
    await behind.rows(
      `insert into membership (id, account_id, unit_id, role)
       select gen_random_uuid(), a.id, u.id, r.role from account a, unit u, unnest(array['agent', 'handler',
         'dispatcher', 'supervisor', 'administrator', 'auditor']) r(role)
       where a.name = 'handler-wuhou' and u.code = 'changming'`,
    );
    const inside = await hotline.as('handler-wuhou');
    const opened = await open(agent, {
      employer: '深圳市长明电子有限公司',
      worker: { name: '李建国', phone: '13912340001' },
      text: '我叫李建国，公司两个月没有发工资，附工资条照片。',
    });
    let ticket = await comesTo(county, opened, 'dispatched');
    // By right of a word the worker has since taken back: the worst case, because the union has had the ticket.
    const say = async (agreed: boolean) =>
      must(
        await county.api.POST('/api/tickets/{id}/identity-consent', {
          ...on(ticket.id, ticket.version),
          body: { agreed, means: 'call' },
        }),
      );
    await behind.rows(
      `insert into ticket_access (ticket_id, path, away) select $1, path, true from unit where code = 'changming'`,
      [ticket.id],
    );
    ticket = await say(true);
    ticket = await say(false);
    const seen = await show(inside, ticket.id);
    expect(seen).toMatchObject({ keptFrom: true, text: '', identity: { withheld: true } });
    const contract = (await (await agent.raw('/api/openapi.json')).json()) as Contract;
    const reads = operationsOf(contract).filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/api/') && !STREAMS.includes(path),
    );
    const told: string[] = [];
    for (const { path, operationId } of reads) {
      const filled = path
        .replace('{metric}', 'on-time')
        .replace('{version}', '1')
        .replace(/\{\w+\}/g, ticket.id);
      const text = await (await inside.raw(filled)).text();
      if (MARKS.some((mark) => text.includes(mark))) told.push(operationId);
    }
    const asked = { employer: '深圳市长明电子有限公司' };
    const lookup = JSON.stringify(must(await inside.api.POST('/api/callers/lookup', { body: asked })));
    if (MARKS.some((mark) => lookup.includes(mark))) told.push('LookUpCaller');
    expect(told).toEqual([]);
    const reveal = await inside.api.POST('/api/tickets/{id}/identity', {
      params: { path: { id: ticket.id } },
      body: { fields: ['name'], reason: '需要联系职工' },
    });
    expect(reveal.error).toBeDefined();
  });
});
