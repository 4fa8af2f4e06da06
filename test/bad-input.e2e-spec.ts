import { randomUUID } from 'node:crypto';
import { REFUSAL_CODES } from '@hotline/kernel';
import { Behind } from './support/behind.js';
import {
  type Contract,
  type Operation,
  operationsOf,
  resolve,
  sampleOf,
  WRONG_BODIES,
  wrongValues,
} from './support/contract-samples.js';
import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import {
  aCall,
  aCase,
  comesTo,
  must,
  open,
  show,
  type Ticket,
  unitWithCode,
  verbs,
} from './support/moves.js';

interface Problem {
  status: number;
  code: string;
  detail: string;
  field?: string;
  errors?: { field: string }[];
}

const CHINESE = /[\u4e00-\u9fff]/;
const OTHER_ROLES = ['dispatcher', 'handler', 'supervisor', 'administrator', 'auditor'];
const json = { 'content-type': 'application/json' };

/** Whatever is sent, the answer is a clear no and nothing is stored; never a fault of ours. */
describe('bad input', () => {
  let hotline: Hotline;
  let behind: Behind;
  /** Somebody with every role at the national union, so that no right stands before the input. */
  let person: Person;
  let operations: Operation[];
  let contract: Contract;
  let ticket: Ticket;
  let accountId: string;
  let unitId: string;
  const faults: string[] = [];

  beforeAll(async () => {
    hotline = await startHotline();
    behind = await Behind.of(hotline);
    await behind.rows(
      `insert into membership (id, account_id, unit_id, role)
       select gen_random_uuid(), m.account_id, m.unit_id, r.role from membership m join account a on a.id = m.account_id
       cross join unnest($1::text[]) as r(role) where a.name = 'agent'`,
      [OTHER_ROLES],
    );
    person = await hotline.as('agent');
    const session = must(await person.api.GET('/api/session'));
    accountId = session.account.id;
    unitId = session.memberships[0]?.unit.id ?? '';
    contract = (await (await person.raw('/api/openapi.json')).json()) as Contract;
    operations = operationsOf(contract);
    ticket = await comesTo(person, await open(person, { worker: { phone: '13800138000' } }), 'dispatched');
    await eventually('the numbers are folded', async () => {
      const [left] = await behind.rows<{ n: number }>('select count(*)::integer as n from unfolded_event');
      return left?.n === 0;
    });
  }, 60_000);

  afterAll(async () => {
    await behind?.close();
    await hotline?.close();
  });

  const writes = () => operations.filter(({ method }) => method !== 'GET');

  function pathOf({ path }: Operation): string {
    const id = path.startsWith('/api/tickets')
      ? ticket.id
      : path.startsWith('/api/accounts')
        ? accountId
        : path.startsWith('/api/units')
          ? unitId
          : randomUUID();
    return path
      .replace('{id}', id)
      .replace(/\{metric\}/, 'on-time')
      .replace(/\{version\}/, '1')
      .replace(/\{\w+\}/g, () => randomUUID());
  }

  const send = (operation: Operation, body: string | null, headers: Record<string, string> = {}) =>
    person.raw(pathOf(operation), {
      method: operation.method,
      headers: { 'if-match': '"999"', ...headers },
      ...(body === null ? {} : { body }),
    });

  /** The answer must be a refusal with a code and a sentence; what it was is told when it is not. */
  async function refused(
    what: string,
    answer: Response,
    allowed: (status: number) => boolean,
  ): Promise<void> {
    const text = await answer.text();
    const problem = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json')
      ? (JSON.parse(text) as Problem)
      : null;
    const known = problem && (REFUSAL_CODES as readonly string[]).includes(problem.code) && problem.detail;
    if (!allowed(answer.status) || !known) faults.push(`${what}: ${answer.status} ${text.slice(0, 200)}`);
  }

  const anyRefusal = (status: number) => status >= 400 && status < 500;

  /** Runs the cases eight at a time. */
  async function each<T>(cases: readonly T[], attempt: (one: T) => Promise<void>): Promise<void> {
    const left = [...cases];
    const lane = async () => {
      for (let one = left.shift(); one !== undefined; one = left.shift()) await attempt(one);
    };
    await Promise.all(Array.from({ length: 8 }, lane));
  }

  async function nothingHappens(attempts: () => Promise<void>): Promise<void> {
    faults.length = 0;
    const before = await behind.census();
    await attempts();
    expect(faults).toEqual([]);
    expect(await behind.census()).toEqual(before);
    expect((await show(person, ticket.id)).version).toBe(ticket.version);
  }

  const bodied = () => writes().filter(({ body }) => body !== null);
  const named = (operation: Operation, what: string) => `${operation.operationId} ${what}`;

  it('a body that is no object, no JSON, or too long', async () => {
    const cases = bodied().flatMap((operation) => WRONG_BODIES.map((body) => [operation, ...body] as const));
    await nothingHappens(() =>
      each(cases, async ([operation, what, body]) =>
        refused(named(operation, what), await send(operation, body, json), anyRefusal),
      ),
    );
    await nothingHappens(() =>
      each(bodied(), async (operation) =>
        refused(named(operation, 'no body'), await send(operation, null), anyRefusal),
      ),
    );
  });

  it('a body of another media type', async () => {
    await nothingHappens(() =>
      each(bodied(), async (operation) => {
        const answer = await send(operation, '<a/>', { 'content-type': 'application/xml' });
        await refused(named(operation, 'xml'), answer, (status) => status === 415);
      }),
    );
  });

  it('unknown fields, and fields that are the server’s to set, are refused by every route', async () => {
    const extras = ['nonsense', 'id', 'state', 'createdAt', 'path', 'actorId', 'passwordHash', 'openedAt'];
    const cases = bodied().flatMap((operation) => {
      const known = Object.keys(resolve(operation.body ?? {}, contract).properties ?? {});
      return extras.filter((name) => !known.includes(name)).map((name) => [operation, name] as const);
    });
    await nothingHappens(() =>
      each(cases, async ([operation, name]) => {
        const body = { ...(sampleOf(operation.body ?? {}, contract) as object), [name]: 'x' };
        const answer = await send(operation, JSON.stringify(body), json);
        const { code, errors = [] } = (await answer.clone().json()) as Problem;
        if (code !== 'unknown-field' && !errors.some((one) => one.field === name))
          faults.push(named(operation, `${name}: ${code}`));
        await refused(named(operation, name), answer, (status) => status === 422);
      }),
    );
  });

  it('every field with every wrong type, NUL, half characters and too much text', async () => {
    const cases = bodied().flatMap((operation) => {
      const { properties = {} } = resolve(operation.body ?? {}, contract);
      return Object.entries(properties).flatMap(([name, schema]) => {
        const nothing = resolve(schema, contract).nullable || schema.nullable ? [] : [null];
        return [...wrongValues(schema, contract), ...nothing].map(
          (value) => [operation, name, value] as const,
        );
      });
    });
    expect(cases.length).toBeGreaterThan(500);
    await nothingHappens(() =>
      each(cases, async ([operation, name, value]) => {
        const body = { ...(sampleOf(operation.body ?? {}, contract) as object), [name]: value };
        const what = named(operation, `${name} = ${JSON.stringify(value).slice(0, 30)}`);
        await refused(what, await send(operation, JSON.stringify(body), json), (status) => status === 422);
      }),
    );
  }, 60_000);

  it.each([undefined, '', '"0"', '"-1"', '*', '"abc"', '"1", "2"', '99999999999', '"1.5"'])(
    'a changing call with If-Match %s is refused',
    async (version) => {
      const versioned = writes().filter(({ parameters }) =>
        parameters.some((one) => one.name === 'If-Match'),
      );
      expect(versioned.length).toBeGreaterThan(10);
      await nothingHappens(() =>
        each(versioned, async (operation) => {
          const answer = await person.raw(pathOf(operation), {
            method: operation.method,
            headers: { ...json, ...(version === undefined ? {} : { 'if-match': version }) },
            body: JSON.stringify(operation.body ? sampleOf(operation.body, contract) : {}),
          });
          await refused(named(operation, 'If-Match'), answer, (status) => status === 422);
        }),
      );
    },
  );

  it('identifiers that are none, and questions nobody can answer', async () => {
    const junk = [
      '',
      'x',
      '%00',
      '%ED%A0%80',
      "'%20or%201=1--",
      '-1',
      '1e9',
      '2026-13-45',
      '9'.repeat(400),
      '𠮷',
    ];
    const reads = operations.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'));
    const asked = reads.flatMap((operation) => {
      const queries = operation.parameters.filter((one) => one.in === 'query').map((one) => one.name);
      return [...queries, 'nonsense'].flatMap((name) =>
        [...junk.map((value) => `${name}=${value}`), `${name}=a&${name}=b`, `${name}[x]=1`].map(
          (query) => [operation, `${pathOf(operation)}?${query}`] as const,
        ),
      );
    });
    const placed = operations
      .filter(({ path }) => path.includes('{'))
      .flatMap((operation) =>
        ['x', '%00', '..%2f..', '%ff', 'null', '00000000-0000-0000-0000-00000000000g'].map(
          (id) =>
            [operation, operation.path.replace(/\{\w+\}/, id).replace(/\{\w+\}/g, randomUUID())] as const,
        ),
      );
    await nothingHappens(() =>
      each([...asked, ...placed], async ([operation, path]) => {
        const body = operation.body ? JSON.stringify(sampleOf(operation.body, contract)) : undefined;
        const answer = await person.raw(path, {
          method: operation.method,
          headers: { 'if-match': '"999"', ...(body ? json : {}) },
          ...(body ? { body } : {}),
        });
        // A stream that was opened after all would stay open.
        if (answer.status < 400) return answer.body?.cancel();
        await refused(`${operation.operationId} ${path}`, answer, anyRefusal);
      }),
    );
  }, 60_000);

  it('is explained in the reader’s language', async () => {
    await nothingHappens(() =>
      each(bodied(), async (operation) => {
        for (const language of ['zh-CN', 'en']) {
          const answer = await send(operation, '{"nonsense":1}', { ...json, 'accept-language': language });
          const { detail } = (await answer.json()) as Problem;
          if (CHINESE.test(detail) !== (language === 'zh-CN'))
            faults.push(named(operation, `${language}: ${detail}`));
        }
      }),
    );
  });

  describe('what does not exist', () => {
    const nowhere = '00000000-0000-7000-8000-00000000dead';

    it('units, wherever one is named', async () => {
      await nothingHappens(async () => {
        const unclear = { id: ticket.id, version: ticket.version };
        const answers = await Promise.all([
          verbs.dispatch(person, unclear, { unitId: nowhere }),
          verbs.passDown(person, unclear, { unitId: nowhere }),
          verbs.requestReturn(person, unclear, {
            reasonCode: 'wrong-place',
            reason: '不在本地。',
            proposedUnitId: nowhere,
          }),
          person.api.POST('/api/tickets', {
            params: {},
            body: aCase({ dispatchTo: { unitId: nowhere, reason: '职工要求' } }),
          }),
          person.api.POST('/api/accounts/{id}/memberships', {
            params: { path: { id: accountId } },
            body: { unitId: nowhere, role: 'agent' },
          }),
          person.api.POST('/api/units', {
            body: { parentId: nowhere, level: 'township', code: '440305001', name: '某街道总工会' },
          }),
        ]);
        expect(answers.map(({ error }) => (error as Problem).code)).toEqual(Array(6).fill('unknown-unit'));
      });
    });

    it('tickets outside of one’s units look like tickets that never were', async () => {
      const county = await hotline.as('handler-yuelu');
      const about = operations.filter(({ path }) => path.startsWith('/api/tickets/{id}'));
      await nothingHappens(() =>
        each(about, async (operation) => {
          const ask = (id: string) =>
            county.raw(operation.path.replace('{id}', id).replace(/\{\w+\}/g, nowhere), {
              method: operation.method,
              headers: { 'if-match': '"1"', ...(operation.body ? json : {}) },
              ...(operation.body ? { body: JSON.stringify(sampleOf(operation.body, contract)) } : {}),
            });
          const [foreign, absent] = [await ask(ticket.id), await ask(nowhere)];
          const [one, other] = (await Promise.all([foreign.json(), absent.json()])) as Problem[];
          if (foreign.status !== absent.status || one?.code !== other?.code || one?.detail !== other?.detail)
            faults.push(named(operation, `${foreign.status} ${one?.code} / ${absent.status} ${other?.code}`));
          if (![403, 404, 422].includes(foreign.status)) faults.push(named(operation, `${foreign.status}`));
        }),
      );
    });
  });

  it('another site’s request is refused before anything is read', async () => {
    const forged: readonly Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://12351.example' },
      { origin: 'null' },
    ];
    const cases = writes().flatMap((operation) => forged.map((headers) => [operation, headers] as const));
    await nothingHappens(() =>
      each(cases, async ([operation, headers]) => {
        const body = operation.body ? JSON.stringify(sampleOf(operation.body, contract)) : null;
        const answer = await send(operation, body, {
          ...(body ? json : {}),
          ...headers,
        });
        const { code } = (await answer.clone().json()) as Problem;
        if (code !== 'cross-site') faults.push(named(operation, `${JSON.stringify(headers)}: ${code}`));
        await refused(named(operation, 'forged'), answer, (status) => status === 403);
      }),
    );
  });

  it('rare characters and marks come back as they were sent', async () => {
    const text = '𠮷田𪚥 “引号” <b>&amp;</b> =1+1 \u200f右 \u{1f600} 行\n行';
    const opened = await open(person, {
      title: `𠮷 ${text.replace('\n', ' ')}`,
      text,
      employer: '𠮷野家（深圳）',
    });
    expect(await show(person, opened.id)).toMatchObject({
      title: `𠮷 ${text.replace('\n', ' ')}`,
      text,
      employer: '𠮷野家（深圳）',
    });
    const contact = must(
      await person.api.POST('/api/contacts', {
        body: aCall({ summary: text, answer: text, callerName: '𠮷田' }),
      }),
    );
    expect(contact).toMatchObject({
      summary: text,
      answer: text,
      callerNameMasked: expect.stringContaining('𠮷'),
    });
    const found = must(
      await person.api.GET('/api/tickets', { params: { query: { q: '𠮷野家', view: 'all' } } }),
    );
    expect(found.items.map((row) => row.id)).toEqual([opened.id]);
    expect(await unitWithCode(person, '440305')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('nobody, or somebody whose session is over, gets no further than the door', async () => {
    const closed = operations.filter(
      ({ path, operationId }) =>
        path.startsWith('/api/') && !['SignIn', 'ListDemoAccounts'].includes(operationId),
    );
    await behind.rows(`update session set expires_at = now() - interval '1 second'`);
    await eventually('the session is over', async () => (await person.raw('/api/session')).status === 401);
    for (const somebody of [person, person.withoutSession()]) {
      faults.length = 0;
      await each(closed, async (operation) => {
        const answer = await somebody.raw(pathOf(operation), { method: operation.method });
        await refused(named(operation, 'no session'), answer, (status) => status === 401);
      });
      expect(faults).toEqual([]);
    }
  });
});
