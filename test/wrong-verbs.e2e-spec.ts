import { type Actor, hasPermission, scopeOf, unitId, UnitTree } from '@hotline/organization';
import { LIFECYCLE, mayDo, OPEN_STATES, type TicketFacts, type TicketVerb } from '@hotline/ticket';
import { STATUS_OF } from '../apps/server/src/edge/statuses.js';
import { SCORECARD } from '../libs/follow-up/domain/scorecard.js';
import { Behind } from './support/behind.js';
import { CaseHouse } from './support/case-house.js';
import { type Contract, type Operation, operationsOf, sampleOf } from './support/contract-samples.js';
import type { Person } from './support/hotline.js';
import { parkedTickets } from './support/parked-tickets.js';
import { NO_VERB, VERB_OF } from './support/verb-routes.js';

const NAMES = [
  'agent',
  'dispatcher',
  'handler',
  'supervisor',
  'admin',
  'auditor',
  'handler-nanshan',
  'supervisor-nanshan',
  'handler-sz',
  'handler-gd',
  'handler-wuhou',
  'agent-gd',
] as const;

interface Somebody {
  readonly name: string;
  readonly person: Person;
  readonly actor: Actor;
}

interface Parked {
  readonly facts: TicketFacts;
  /** Paths of every unit that holds or once held it. */
  readonly paths: readonly string[];
}

interface Session {
  account: { id: string };
  memberships: { id: string; role: Actor['memberships'][number]['role']; unit: { id: string } }[];
}

/** Codes of the vocabulary and units, which no schema can tell. */
const BAOAN = { unitId: unitId('440306') };
const CODES: Readonly<Record<string, object>> = {
  DispatchTicket: BAOAN,
  PassDown: BAOAN,
  AskSupport: BAOAN,
  PassSupport: BAOAN,
  RequestReturn: { reasonCode: 'wrong-duty' },
  RequestExtension: { reasonCode: 'long-history' },
  RequestExclusion: { reasonCode: 'force-majeure' },
  PauseTicket: { reasonCode: 'awaiting-court' },
  DeclineTicket: { reasonCode: 'not-labour' },
  ReferTicket: { bodyCode: 'police' },
  ReportSupport: { outcome: 'mediated' },
  CheckQuality: { scores: SCORECARD.map(({ code }) => ({ code, points: 1 })), remark: '如实' },
};

/** Every verb, in every state, by everybody who may not: a clear no, and nothing has moved. */
describe('the wrong verb by the wrong person at the wrong time', () => {
  let house: CaseHouse;
  let behind: Behind;
  let contract: Contract;
  let operations: Operation[];
  let people: Somebody[];
  let parked: Parked[];

  beforeAll(async () => {
    house = await CaseHouse.open();
    behind = await Behind.of(house.hotline);
    people = [];
    for (const name of NAMES) people.push(await somebody(name));
    contract = (await (await people[0]?.person.raw('/api/openapi.json'))?.json()) as Contract;
    operations = operationsOf(contract).filter(
      ({ method, path, operationId }) =>
        method !== 'GET' && path.startsWith('/api/tickets/{id}/') && !NO_VERB.includes(operationId),
    );
    parked = [];
    for (const id of await parkedTickets(house)) parked.push(await known(id));
  }, 120_000);

  afterAll(async () => {
    await behind?.close();
    await house?.close();
  });

  async function somebody(name: string): Promise<Somebody> {
    const person = await house.hotline.as(name);
    const session = (await (await person.raw('/api/session')).json()) as Session;
    const tree = house.get(UnitTree).current();
    const memberships = session.memberships.map(({ id, role, unit }) => ({
      id,
      role,
      unitId: unit.id,
      path: tree.get(unit.id).path,
    }));
    return { name, person, actor: { accountId: session.account.id, name, displayName: name, memberships } };
  }

  async function known(id: string): Promise<Parked> {
    const facts = await house.facts(id);
    const access = await behind.rows<{ path: string }>(
      'select path from ticket_access where ticket_id = $1',
      [id],
    );
    return { facts, paths: [facts.accountable.path, ...access.map((row) => row.path)] };
  }

  /** The status the lifecycle table asks for; null where the verb is allowed. */
  function expected(verb: TicketVerb, { facts, paths }: Parked, actor: Actor): number | null {
    const { permission } = LIFECYCLE[verb];
    if (!hasPermission(actor, permission)) return 403;
    const { prefixes } = scopeOf(actor, permission);
    if (!prefixes.some((prefix) => paths.some((path) => path.startsWith(prefix)))) return 404;
    const decision = mayDo(verb, facts, actor, house.clock.now());
    return decision.ok ? null : STATUS_OF[decision.refusal.code];
  }

  it('knows the verb of every route that changes a ticket', () => {
    expect(operations.map((one) => one.operationId).filter((id) => !(id in VERB_OF))).toEqual([]);
    const states = new Set(parked.map(({ facts }) => facts.state));
    expect([...OPEN_STATES, 'closed', 'archived'].filter((state) => !states.has(state as never))).toEqual([]);
  });

  it('is refused with the status of its reason, and changes nothing', async () => {
    const faults: string[] = [];
    const exact = new Map<string, number>();
    const before = await behind.census();
    const attempts = operations.flatMap((operation) =>
      parked.flatMap((ticket) => people.map((who) => ({ operation, ticket, who }))),
    );
    const lane = async () => {
      for (let one = attempts.pop(); one; one = attempts.pop()) {
        const { operation, ticket, who } = one;
        const verb = VERB_OF[operation.operationId];
        const wanted = verb ? expected(verb, ticket, who.actor) : null;
        if (wanted === null) continue;
        const path = operation.path.replace('{id}', ticket.facts.id);
        const named = path.includes('{');
        const answer = await who.person.raw(
          path.replace(/\{\w+\}/g, () => crypto.randomUUID()),
          {
            method: operation.method,
            headers: {
              'if-match': `"${ticket.facts.version}"`,
              ...(operation.body ? { 'content-type': 'application/json' } : {}),
            },
            ...(operation.body ? { body: JSON.stringify(sampleOf(operation.body, contract)) } : {}),
          },
        );
        const { code } = (await answer.json()) as { code?: string };
        // A made-up part of a ticket is unknown, a made-up code is no code: both are said before the state is judged.
        const clear = answer.status === wanted || answer.status === 422 || (named && answer.status === 404);
        if (answer.status === wanted) {
          exact.set(operation.operationId, (exact.get(operation.operationId) ?? 0) + 1);
        }
        if (!clear || !code) {
          faults.push(
            `${operation.operationId} ${ticket.facts.state} ${who.name}: ${answer.status} ${code}, not ${wanted}`,
          );
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    expect(faults).toEqual([]);
    expect(operations.map((one) => one.operationId).filter((id) => !exact.has(id))).toEqual([]);
    expect(await behind.census()).toEqual(before);
    for (const { facts } of parked) expect((await house.check(facts.id)).version).toBe(facts.version);
  }, 240_000);

  it('on an old version is answered with the newer copy, whatever the verb, and changes nothing', async () => {
    const versioned = operations.filter((one) => one.parameters.some(({ name }) => name === 'If-Match'));
    const before = await behind.census();
    const missed: string[] = [];
    for (const operation of versioned) {
      const answers = await Promise.all(people.map((who) => onOldVersion(who, operation)));
      const told = answers.filter(
        ({ status, code, newest }) =>
          status === 409 && code === 'stale-version' && newest === handled().version,
      );
      const wrong = answers.filter(({ status }) => ![403, 404, 409].includes(status));
      if (told.length === 0 || wrong.length > 0)
        missed.push(
          `${operation.operationId}: ${answers.map(({ status, code }) => `${status} ${code}`).join()}`,
        );
    }
    expect(missed).toEqual([]);
    expect(await behind.census()).toEqual(before);
  }, 120_000);

  const handled = (): TicketFacts => {
    const found = parked.find(({ facts }) => facts.state === 'handling');
    if (!found) throw new Error('no ticket is handled');
    return found.facts;
  };

  /** A right body on the version before the present one: nothing but the version is wrong. */
  async function onOldVersion({ person }: Somebody, { operationId, method, path, body }: Operation) {
    const { id, version } = handled();
    const sample = body && { ...(sampleOf(body, contract) as object), ...CODES[operationId] };
    const answer = await person.raw(
      path.replace('{id}', id).replace(/\{\w+\}/g, () => crypto.randomUUID()),
      {
        method,
        headers: {
          'if-match': `"${version - 1}"`,
          ...(sample ? { 'content-type': 'application/json' } : {}),
        },
        ...(sample ? { body: JSON.stringify(sample) } : {}),
      },
    );
    const { code, current } = (await answer.json()) as { code?: string; current?: { version: number } };
    return { status: answer.status, code, newest: current?.version };
  }
});
