import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { Behind } from './support/behind.js';
import { type Contract, operationsOf, STREAMS } from './support/contract-samples.js';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import {
  aCall,
  acceptUpwards,
  CHANGSHA_YUELU,
  comesTo,
  handleAndReport,
  must,
  NANSHAN,
  open,
  type Ticket,
  verbs,
  WUHOU,
} from './support/moves.js';

const WORD = '钻石帽厂';
/** Made up for this run; none of it may ever be seen again unless somebody asks for it by name. */
const CANARY = {
  name: '阚娜瑞',
  caller: '卜鸣雀',
  phone: '13987650001',
  number: '13987650002',
  idNumber: '11010519491231002X',
  address: '金丝雀巷 7351 号',
  draft: '13987650003',
};
const CANARIES = Object.values(CANARY);

/** Who sees what: a subtree sees its own, whichever way it asks; nobody sees who the worker is. */
describe('scope', () => {
  let hotline: Hotline;
  let behind: Behind;
  let agent: Person;
  let live: Promise<string>;
  const ended = new AbortController();
  const tickets: Record<'nanshan' | 'yuelu' | 'wuhou' | 'unclear', Ticket> = Object.create(null) as never;
  const lines: string[] = [];

  beforeAll(async () => {
    const stream = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    // Without the redaction of the product's own log: no call site may log it in the first place.
    hotline = await startHotline({ log: pino({ level: 'trace' }, stream) });
    behind = await Behind.of(hotline);
    agent = await hotline.as('agent');
    live = listen(await hotline.as('handler-nanshan'));
    await fill();
  }, 60_000);

  afterAll(async () => {
    ended.abort();
    await behind?.close();
    await hotline?.close();
  });

  async function listen(person: Person): Promise<string> {
    const answer = await person.raw('/api/live', { signal: ended.signal });
    let heard = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer.body ?? [])
        heard += decoder.decode(chunk as Uint8Array, { stream: true });
    } catch {
      // Hung up by the test.
    }
    return heard;
  }

  async function fill(): Promise<void> {
    const { name, phone, idNumber, address, caller, number } = CANARY;
    const places = { nanshan: NANSHAN, yuelu: CHANGSHA_YUELU, wuhou: WUHOU };
    for (const [where, code] of Object.entries(places) as [keyof typeof places, string][]) {
      const holder = await hotline.as(`handler-${where}`);
      const opened = await open(agent, {
        contact: aCall({ outcome: 'open', number, callerName: caller }),
        places: { workplace: { code } },
        worker: { name, phone, idNumber, address },
        title: `${WORD}拖欠工资`,
        employer: WORD,
      });
      tickets[where] = await comesTo(holder, opened, 'dispatched');
    }
    tickets.unclear = await comesTo(
      agent,
      await open(agent, { places: {}, title: `${WORD}不发工资` }),
      'unclear',
    );
    await agent.api.PUT('/api/drafts/{id}', {
      params: { path: { id: randomUUID() } },
      body: { version: 0, purpose: 'contact', subjectId: null, body: { number: CANARY.draft } },
    });
    await (
      await hotline.as('agent-gd')
    ).api.POST('/api/contacts', { body: aCall({ number, callerName: caller }) });
    await workOnNanshan();
  }

  /** The whole way, with a look at the identity and inputs that are refused, so that every record there is exists. */
  async function workOnNanshan(): Promise<void> {
    const { name, phone, address } = CANARY;
    const [county, city, province, nation] = await Promise.all(
      ['handler-nanshan', 'handler-sz', 'handler-gd', 'handler'].map((name) => hotline.as(name)),
    );
    if (!county || !city || !province || !nation) throw new Error('nobody there');
    const reported = await handleAndReport(county, tickets.nanshan);
    const params = { path: { id: reported.id } };
    const fields = ['name', 'phone', 'idNumber', 'address'] as const;
    const shown = must(
      await county.api.POST('/api/tickets/{id}/identity', {
        params,
        body: { fields: [...fields], reason: '联系职工核实月份' },
      }),
    );
    expect(Object.values(shown)).toEqual(expect.arrayContaining([CANARY.name, CANARY.phone, CANARY.address]));
    const done = await acceptUpwards([city, province, nation], reported);
    tickets.nanshan = must(
      await verbs.callBack(agent, done, { reached: false, notReachedReason: 'no-answer' }),
    );
    const wrong = await open(agent, {
      worker: { name, phone, address, idNumber: '110105194912310021' },
    }).catch(String);
    expect(wrong).not.toContain(CANARY.phone);
    await agent.api.POST('/api/callers/lookup', { body: { number: CANARY.number, employer: WORD } });
  }

  const idsOf = (keys: readonly (keyof typeof tickets)[]) => keys.map((key) => tickets[key].id).sort();

  /** By the tree alone: who stands above, or has held, sees; who stands aside does not. */
  const SEES: readonly (readonly [string, readonly (keyof typeof tickets)[]])[] = [
    ['supervisor', ['nanshan', 'yuelu', 'wuhou', 'unclear']],
    ['supervisor-gd', ['nanshan']],
    ['supervisor-sz', ['nanshan']],
    ['supervisor-nanshan', ['nanshan']],
    ['supervisor-hn', ['yuelu']],
    ['supervisor-yuelu', ['yuelu']],
    ['supervisor-wuhou', ['wuhou']],
    ['supervisor-bj', []],
    ['supervisor-chaoyang', []],
    ['handler-cd', ['wuhou']],
    ['agent-gd', ['nanshan']],
  ];

  describe.each(SEES)('%s', (name, keys) => {
    let person: Person;
    beforeAll(async () => {
      person = await hotline.as(name);
    });

    it('finds the same tickets in the list, by search and in the count', async () => {
      const list = async (query: object) =>
        must(await person.api.GET('/api/tickets', { params: { query } }))
          .items.map((row) => row.id)
          .sort();
      expect(await list({ view: 'all' })).toEqual(idsOf(keys));
      expect(await list({ view: 'all', q: WORD })).toEqual(idsOf(keys));
      expect(await list({ view: 'open' })).toEqual(idsOf(keys));
      const { views } = must(await person.api.GET('/api/tickets/counts'));
      expect(views.open).toEqual({ count: keys.length, atLeast: false });
    });

    it('opens those, and nothing of the others by any route', async () => {
      const routes = ['', '/events', '/suggestions'];
      for (const key of Object.keys(tickets) as (keyof typeof tickets)[]) {
        const mine = keys.includes(key);
        for (const route of routes) {
          const answer = await person.raw(`/api/tickets/${tickets[key].id}${route}`);
          // Suggestions are the dispatchers'; for anybody else the route is closed, whatever the ticket.
          const wanted = route === '/suggestions' ? 403 : mine ? 200 : 404;
          expect([key, route, answer.status]).toEqual([key, route, wanted]);
        }
      }
    });

    it('is told of no contact of other units', async () => {
      const answer = await person.raw('/api/contacts');
      if (answer.status === 403) return;
      const { items } = (await answer.json()) as { items: { id: string; unit: { code: string } }[] };
      const units = [...new Set(items.map((one) => one.unit.code))].sort();
      const wanted: Record<string, string[]> = { supervisor: ['440000', 'cn'] };
      const own = name.endsWith('-gd') ? ['440000'] : (wanted[name] ?? []);
      expect(units).toEqual(own);
    });
  });

  it('asking for a unit outside of one’s own shows nothing of it', async () => {
    const nanshan = tickets.nanshan.accountable?.id ?? '';
    const outsider = await hotline.as('supervisor-yuelu');
    for (const path of [
      `/api/tickets?view=all&unitId=${nanshan}`,
      `/api/tickets/counts?unitId=${nanshan}`,
      `/api/numbers?unitId=${nanshan}`,
      `/api/numbers/children?unitId=${nanshan}`,
      `/api/numbers/on-time/rows?unitId=${nanshan}`,
    ]) {
      const answer = await outsider.raw(path);
      const text = await answer.text();
      expect([path, text.includes(tickets.nanshan.id)]).toEqual([path, false]);
      if (answer.status !== 404) expect([path, /"count":[1-9]/.test(text)]).toEqual([path, false]);
    }
  });

  it('no answer to anybody, no line of the log, no live message holds who the worker is', async () => {
    const contract = (await (await agent.raw('/api/openapi.json')).json()) as Contract;
    const reads = operationsOf(contract).filter(
      ({ method, path }) => method === 'GET' && !STREAMS.includes(path),
    );
    const contactId = tickets.nanshan.contacts[0]?.id ?? '';
    const leaks: string[] = [];
    const look = (where: string, text: string) => {
      const found = CANARIES.filter((one) => text.includes(one));
      if (found.length > 0) leaks.push(`${where}: ${found.join(', ')}`);
    };
    const people = [
      'agent',
      'dispatcher',
      'handler',
      'supervisor',
      'admin',
      'auditor',
      'handler-nanshan',
      'supervisor-gd',
    ];
    for (const name of people) {
      const person = await hotline.as(name);
      for (const { path, operationId } of reads) {
        const id = path.includes('contacts') ? contactId : tickets.nanshan.id;
        const filled = path.replace('{id}', id).replace('{metric}', 'connection').replace('{version}', '1');
        const answer = await person.raw(filled);
        const text = await answer.text();
        // The writer's own draft is the writer's own words.
        if (operationId === 'ListDrafts' && name === 'agent') expect(text).toContain(CANARY.draft);
        else look(`${name} ${filled}`, text);
      }
    }
    await eventually('the live stream has told of the ticket', async () => lines.length > 0);
    ended.abort();
    const heard = await live;
    expect(heard).toContain(tickets.nanshan.id);
    look('live', heard);
    look('log', lines.join('\n'));
    expect(leaks).toEqual([]);
  });

  it('no table and no queue holds it in clear', async () => {
    const tables = await behind.rows<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`,
    );
    expect(tables.map((one) => one.name)).toEqual(
      expect.arrayContaining([
        'bullmq.job',
        'public.outbox',
        'public.event',
        'public.notice',
        'public.audit',
      ]),
    );
    const leaks: string[] = [];
    for (const { name } of tables) {
      const found = await behind.rows<{ line: string }>(
        `select t::text as line from ${name} t where t::text ~ $1 limit 1`,
        [CANARIES.join('|')],
      );
      if (found[0]) leaks.push(`${name}: ${found[0].line.slice(0, 200)}`);
    }
    expect(leaks).toEqual([]);
  });
});
