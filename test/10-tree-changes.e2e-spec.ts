import { eventually } from './support/eventually.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { comesTo, must, open, type Ticket, unitWithCode } from './support/moves.js';
import { ShiftedClock } from './support/shifted-clock.js';

const DAY_MS = 86_400_000;
const COUNTY = '440305';
const OLD_CITY = '440300';
const NEW_CITY = '440100';
const ABOVE = ['cn', '440000'];

const day = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A report that reaches the lowest level stands on every ancestor's board, before and after the tree changes. */
describe('tree changes', () => {
  let hotline: Hotline;
  let admin: Person;
  const clock = new ShiftedClock();
  const people = new Map<string, string>();
  const ids = new Map<string, string>();
  let period: { from: string; to: string };
  let passedDown: Ticket;
  let openedBelow: Ticket;

  /** Somebody new with one post; signs in with the password shown once. */
  async function hire(role: 'agent' | 'supervisor', code: string): Promise<Person> {
    const name = `${role}-${code}`;
    const post = { unitId: ids.get(code) ?? '', role, kind: 'person' as const };
    const account = must(
      await admin.api.POST('/api/accounts', { body: { ...post, name, displayName: name } }),
    );
    people.set(name, account.initialPassword ?? '');
    return as(name);
  }

  const as = (name: string): Promise<Person> => hotline.as(name, people.get(name));
  const supervisorOf = (code: string) => as(code === 'cn' ? 'supervisor' : `supervisor-${code}`);

  beforeAll(async () => {
    hotline = await startHotline({ clock });
    admin = await hotline.as('admin');
    for (const code of [...ABOVE, OLD_CITY, NEW_CITY, COUNTY]) ids.set(code, await unitWithCode(admin, code));
    for (const code of ['440000', OLD_CITY, NEW_CITY, COUNTY]) await hire('supervisor', code);
    const agent = await hire('agent', COUNTY);
    period = { from: day(clock.now()), to: day(new Date(clock.now().getTime() + 60 * DAY_MS)) };
    const county = await supervisorOf(COUNTY);
    passedDown = await comesTo(county, await open(await hotline.as('agent')), 'dispatched');
    openedBelow = await comesTo(county, await open(agent), 'dispatched');
  }, 90_000);

  afterAll(() => hotline?.close());

  const listed = async (person: Person, view: 'open' | 'once-handled', unitCode?: string) => {
    const query = { view, ...(unitCode ? { unitId: ids.get(unitCode) ?? '' } : {}) };
    return must(await person.api.GET('/api/tickets', { params: { query } }))
      .items.map(({ id }) => id)
      .sort();
  };
  const rows = async (person: Person, unitCode: string) => {
    const query = { unitId: ids.get(unitCode) ?? '', ...period, result: 'excluded' as const };
    const path = { metric: 'on-time' as const };
    const page = must(await person.api.GET('/api/numbers/{metric}/rows', { params: { path, query } }));
    return page.items.map(({ ticketId }) => ticketId).sort();
  };
  const both = () => [passedDown.id, openedBelow.id].sort();

  async function standsEverywhere(city: string): Promise<void> {
    for (const code of [...ABOVE, city, COUNTY]) {
      const person = await supervisorOf(code);
      expect([code, await listed(person, 'open')]).toEqual([code, both()]);
      expect([code, await listed(person, 'open', COUNTY)]).toEqual([code, both()]);
      const counts = must(await person.api.GET('/api/tickets/counts', { params: { query: {} } }));
      expect([code, counts.views.open]).toEqual([code, { atLeast: false, count: 2 }]);
      await eventually(`${code} has both among its deadlines`, async () =>
        String(await rows(person, code)) === String(both()) ? true : null,
      );
    }
  }

  it('a case sent down four levels and one reported at the lowest stand on every ancestor’s lists and board', () =>
    standsEverywhere(OLD_CITY));

  it('the county moves to another city while people read', async () => {
    const plan = {
      kind: 'move' as const,
      unitIds: [ids.get(COUNTY) ?? ''],
      parentId: ids.get(NEW_CITY) ?? '',
    };
    const draft = must(
      await admin.api.POST('/api/unit-changes', {
        body: { ...plan, reason: '行政区划调整', documentNo: '工发〔2026〕12 号', memberships: 'keep' },
      }),
    );
    expect(draft.preview).toMatchObject({ conflicts: [], tickets: 2, unitCount: 1 });
    const on = { params: { path: { id: draft.id }, header: { 'If-Match': `"${draft.version}"` } } };
    must(await admin.api.POST('/api/unit-changes/{id}/start', on));
    const nation = await hotline.as('supervisor');
    const county = await supervisorOf(COUNTY);
    const done = await eventually('the change is done', async () => {
      expect(await listed(nation, 'open')).toEqual(both());
      expect(await listed(county, 'open')).toEqual(both());
      const { data } = await admin.api.GET('/api/unit-changes/{id}', { params: { path: { id: draft.id } } });
      return data?.state === 'done' ? data : null;
    });
    expect(done.progress).toMatchObject({ phase: 'settled', tickets: 2, ticketsDone: 2 });
  });

  it('both cases stand on the new ancestors’ lists and boards', () => standsEverywhere(NEW_CITY));

  it('the old city keeps what went through its hands, and nothing else', async () => {
    const city = await supervisorOf(OLD_CITY);
    expect(await listed(city, 'open')).toEqual([]);
    expect(await listed(city, 'once-handled')).toEqual([passedDown.id]);
    const { error } = await city.api.GET('/api/tickets/{id}', { params: { path: { id: openedBelow.id } } });
    expect(error).toMatchObject({ status: 404 });
    const query = { unitId: ids.get(OLD_CITY) ?? '', ...period };
    expect(must(await city.api.GET('/api/numbers', { params: { query } })).openOverdue).toBe(0);
  });

  it('the old path finds the county and says where it hung', async () => {
    const query = { path: 'cn/44/4403/440305/' };
    const unit = must(await admin.api.GET('/api/units/by-path', { params: { query } }));
    expect(unit).toMatchObject({ code: COUNTY, path: 'cn/44/4401/440305/', former: [query] });
    expect(
      (await admin.api.GET('/api/units/by-path', { params: { query: { path: 'cn/none/' } } })).error,
    ).toMatchObject({
      status: 404,
    });
  });

  it('once overdue, they are overdue at the county and everywhere above', async () => {
    clock.advance(45 * DAY_MS);
    for (const code of [...ABOVE, NEW_CITY, COUNTY]) {
      const person = await supervisorOf(code);
      await eventually(`${code} has two overdue`, async () => {
        const query = { unitId: ids.get(code) ?? '', ...period };
        const { data } = await person.api.GET('/api/numbers', { params: { query } });
        return data?.openOverdue === 2 ? true : null;
      });
    }
  });
});
