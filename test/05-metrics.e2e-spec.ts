import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import {
  acceptUpwards,
  aCall,
  comesTo,
  handleAndReport,
  must,
  open,
  show,
  type Ticket,
  verbs,
  WUHOU,
} from './support/moves.js';
import { ShiftedClock } from './support/shifted-clock.js';

const DAY_MS = 86_400_000;
const METRICS = ['connection', 'on-time', 'worker-satisfaction', 'agent-satisfaction'] as const;
type Metric = (typeof METRICS)[number];
/** Subjects of one number, counted by hand. */
type Recount = Record<'hit' | 'miss' | 'excluded', string[]>;

const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const recount = (): Recount => ({ hit: [], miss: [], excluded: [] });

/** A number is what a child would count on the tickets, and every unit sees its own subtree's. */
describe('metrics', () => {
  let hotline: Hotline;
  let from: string;
  let to: string;
  const clock = new ShiftedClock();
  const wanted: Record<Metric, Recount> = {
    connection: recount(),
    'on-time': recount(),
    'worker-satisfaction': recount(),
    'agent-satisfaction': recount(),
  };
  const tickets: Ticket[] = [];

  const CHAINS: Record<string, readonly string[]> = {
    nanshan: ['handler-nanshan', 'handler-sz', 'handler-gd', 'handler'],
    wuhou: ['handler-wuhou', 'handler-cd', 'handler-sc', 'handler'],
  };

  async function toCallBack(agent: Person, place: keyof typeof CHAINS): Promise<Ticket> {
    const people = await Promise.all((CHAINS[place] ?? []).map((name) => hotline.as(name)));
    const [holder, ...above] = people;
    if (!holder) throw new Error('nobody holds it');
    const places = place === 'wuhou' ? { places: { workplace: { code: WUHOU } } } : {};
    const arrived = await comesTo(holder, await open(agent, places), 'dispatched');
    return acceptUpwards(above, await handleAndReport(holder, arrived));
  }

  async function callsOfTheDay(agent: Person): Promise<void> {
    const log = async (body: ReturnType<typeof aCall>) =>
      must(await agent.api.POST('/api/contacts', { body })).id;
    const ring = new Date(Date.now() - 60_000);
    const after = (seconds: number) => new Date(ring.getTime() + seconds * 1_000).toISOString();
    const missed = (seconds: number) =>
      log({ channel: 'call', startedAt: after(0), endedAt: after(seconds), outcome: 'abandoned' });
    const { connection, 'agent-satisfaction': rated } = wanted;
    const pleased = await log(aCall({ callRating: 'satisfied' }));
    const cross = await log(aCall({ callRating: 'dissatisfied' }));
    connection.hit.push(pleased, cross);
    rated.hit.push(pleased);
    rated.miss.push(cross);
    connection.miss.push(await missed(20));
    connection.excluded.push(await missed(3), await log(aCall({ outcome: 'silent' })));
    await log({ ...aCall(), channel: 'letter' });
  }

  async function endsOfTheDay(agent: Person): Promise<void> {
    const rate = { reached: true, solved: 'yes', callRating: 'satisfied' } as const;
    const silent = { reached: false, notReachedReason: 'no-answer' } as const;
    const satisfied = must(
      await verbs.callBack(agent, await toCallBack(agent, 'nanshan'), {
        ...rate,
        handlingRating: 'satisfied',
      }),
    );
    const neutral = must(
      await verbs.callBack(agent, await toCallBack(agent, 'wuhou'), { ...rate, handlingRating: 'neutral' }),
    );
    let unreached = await toCallBack(agent, 'nanshan');
    for (let attempt = 0; attempt < 3; attempt += 1)
      unreached = must(await verbs.callBack(agent, unreached, silent));
    for (const done of [satisfied, neutral, unreached]) tickets.push(must(await verbs.close(agent, done)));
    tickets.push(await toCallBack(agent, 'nanshan'));
    tickets.push(await open(agent, { places: {} }));
  }

  /** What the tickets themselves say, read one by one. */
  function countByHand(): void {
    for (const ticket of tickets) {
      const { id, closedAt, dueAt, callBacks } = ticket;
      const onTime = closedAt !== null && Date.parse(closedAt) <= Date.parse(dueAt ?? '');
      wanted['on-time'][onTime ? 'hit' : 'miss'].push(id);
      for (const contact of ticket.contacts) wanted.connection.hit.push(contact.id);
      const last = callBacks.at(-1);
      if (last) {
        const result = last.reached ? (last.handlingRating === 'satisfied' ? 'hit' : 'miss') : 'excluded';
        wanted['worker-satisfaction'][result].push(id);
        if (last.reached) wanted['agent-satisfaction'].hit.push(last.id);
      }
    }
  }

  beforeAll(async () => {
    hotline = await startHotline({ clock });
    from = day(clock.now());
    const agent = await hotline.as('agent');
    await callsOfTheDay(agent);
    await endsOfTheDay(agent);
    for (const [n, { id }] of tickets.entries()) tickets[n] = await show(agent, id);
    countByHand();
    clock.advance(100 * DAY_MS);
    to = day(clock.now());
  }, 90_000);

  afterAll(() => hotline?.close());

  const unitOf = async (person: Person): Promise<string> =>
    must(await person.api.GET('/api/session')).memberships[0]?.unit.id ?? '';

  const numbersOf = async (person: Person, unitId: string) => {
    const { numbers } = must(
      await person.api.GET('/api/numbers', { params: { query: { unitId, from, to } } }),
    );
    return Object.fromEntries(numbers.map((one) => [one.metric, one]));
  };

  const rowsOf = async (
    person: Person,
    unitId: string,
    metric: Metric,
    result: 'hit' | 'miss' | 'excluded',
  ) => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { unitId, from, to, result, limit: 2, ...(cursor ? { cursor } : {}) };
      const page = must(
        await person.api.GET('/api/numbers/{metric}/rows', { params: { path: { metric }, query } }),
      );
      found.push(...page.items.map((row) => row.subjectId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return found.sort();
  };

  const folded = (person: Person, unitId: string) =>
    eventually('every event is in the numbers', async () => {
      const seen = await numbersOf(person, unitId);
      const done = METRICS.every(
        (metric) =>
          seen[metric]?.denominator === wanted[metric].hit.length + wanted[metric].miss.length &&
          seen[metric]?.numerator === wanted[metric].hit.length,
      );
      return done ? seen : null;
    }).catch(() => numbersOf(person, unitId));

  it.each(METRICS)('%s equals the count by hand, with the exceptions beside it', async (metric) => {
    const supervisor = await hotline.as('supervisor');
    const unitId = await unitOf(supervisor);
    const { [metric]: number } = await folded(supervisor, unitId);
    const { hit, miss, excluded } = wanted[metric];
    expect(number).toMatchObject({
      numerator: hit.length,
      denominator: hit.length + miss.length,
      rate: Number(((hit.length / (hit.length + miss.length)) * 100).toFixed(2)),
    });
    expect(number?.excluded.reduce((sum, one) => sum + one.count, 0)).toBe(excluded.length);
  });

  it.each(METRICS)('the rows behind %s are exactly the ones counted', async (metric) => {
    const supervisor = await hotline.as('supervisor');
    const unitId = await unitOf(supervisor);
    await folded(supervisor, unitId);
    for (const result of ['hit', 'miss', 'excluded'] as const) {
      expect([result, await rowsOf(supervisor, unitId, metric, result)]).toEqual([
        result,
        [...wanted[metric][result]].sort(),
      ]);
    }
  });

  it('what is overdue and open is counted as such, on the board and in the rows', async () => {
    const supervisor = await hotline.as('supervisor');
    const unitId = await unitOf(supervisor);
    await folded(supervisor, unitId);
    const board = must(await supervisor.api.GET('/api/numbers', { params: { query: { unitId, from, to } } }));
    expect(board.openOverdue).toBe(tickets.filter((ticket) => ticket.closedAt === null).length);
  });

  it('the units below add up to the unit, and the tiles to the nation', async () => {
    const supervisor = await hotline.as('supervisor');
    const unitId = await unitOf(supervisor);
    const whole = await folded(supervisor, unitId);
    const query = { unitId, from, to };
    const children = must(await supervisor.api.GET('/api/numbers/children', { params: { query } }));
    const guangdong = children.find((one) => one.unit.code === '440000');
    const sichuan = children.find((one) => one.unit.code === '510000');
    expect(guangdong).toMatchObject({ due: 3, onTime: 2, ratings: 1, satisfied: 1 });
    expect(sichuan).toMatchObject({ due: 1, onTime: 1, ratings: 1, satisfied: 0 });
    // The unclear ticket lies with the nation itself, below no province.
    expect(children.reduce((sum, one) => sum + one.due, 0)).toBe((whole['on-time']?.denominator ?? 0) - 1);
    const tiles = must(
      await supervisor.api.GET('/api/numbers/tiles', { params: { query: { metric: 'on-time', from, to } } }),
    );
    expect(tiles.reduce((sum, one) => sum + one.denominator, 0)).toBe(
      children.reduce((sum, one) => sum + one.due, 0),
    );
  });

  it('a county’s supervisor sees his subtree and nobody else’s', async () => {
    const supervisor = await hotline.as('supervisor');
    await folded(supervisor, await unitOf(supervisor));
    const nanshan = await hotline.as('supervisor-nanshan');
    const own = await unitOf(nanshan);
    const mine = tickets.filter((ticket) => ticket.accountable?.id === own);
    expect(mine).toHaveLength(3);
    const seen = await numbersOf(nanshan, own);
    expect(seen['on-time']).toMatchObject({
      denominator: 3,
      numerator: mine.filter((ticket) => ticket.closedAt !== null).length,
    });
    expect(await rowsOf(nanshan, own, 'on-time', 'hit')).toEqual(
      mine
        .filter((ticket) => ticket.closedAt !== null)
        .map((ticket) => ticket.id)
        .sort(),
    );
    const foreign = await unitOf(await hotline.as('supervisor-wuhou'));
    for (const unitId of [foreign, await unitOf(supervisor)]) {
      const { error } = await nanshan.api.GET('/api/numbers', { params: { query: { unitId, from, to } } });
      expect(error).toMatchObject({ status: 404 });
      const rows = await nanshan.api.GET('/api/numbers/{metric}/rows', {
        params: { path: { metric: 'on-time' }, query: { unitId, from, to } },
      });
      expect(rows.error).toMatchObject({ status: 404 });
    }
  });
});
