import { testDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { Seeder } from './seeder.js';

let opened: TestDatabase;
const count = async (table: string): Promise<number> =>
  Number((await opened.owner.query(`select count(*) from ${table}`)).rows[0].count);

beforeEach(async () => {
  opened = await testDatabase();
});
afterEach(() => opened.close());

describe('the first start', () => {
  it('plants the whole tree, each unit below its parent', async () => {
    expect(await new Seeder(opened.work).plant(false)).toBe(true);
    expect(await count('unit')).toBe(3216);
    const { rows: astray } = await opened.owner.query(
      `select u.code from unit u left join unit p on p.id = u.parent_id
       where u.path <> coalesce(p.path, '') || rtrim(substr(u.path, length(coalesce(p.path, '')) + 1), '/') || '/'
          or (u.parent_id is null) <> (u.code = 'cn')`,
    );
    expect(astray).toEqual([]);
  });

  it('plants calendar, limits and words once', async () => {
    await new Seeder(opened.work).plant(false);
    const { rows: books } = await opened.owner.query(
      `select (select id || ' ' || known_from || '-' || known_to from calendar) as calendar,
         (select rows ->> 'id' from limits) as limits,
         (select jsonb_array_length(body -> 'kinds') from vocabulary) as kinds,
         (select count(distinct calendar_id)::int from unit) as calendars`,
    );
    expect(books[0]).toEqual({
      calendar: 'national 2025-2026',
      limits: 'shipped-2025',
      kinds: 7,
      calendars: 1,
    });
  });

  it('makes no account outside of demo mode', async () => {
    await new Seeder(opened.work).plant(false);
    expect(await count('account')).toBe(0);
  });

  it('never adds demo accounts to an installation that began without them', async () => {
    await new Seeder(opened.work).plant(false);
    expect(await new Seeder(opened.work).plant(true)).toBe(false);
    expect(await count('account')).toBe(0);
  });

  it('makes one account for each demo person, each with one role', async () => {
    await new Seeder(opened.work).plant(true);
    expect([await count('account'), await count('membership')]).toEqual([29, 29]);
  });

  it('is done by one of several processes that start together', async () => {
    const planted = await Promise.all([1, 2, 3, 4].map(() => new Seeder(opened.work).plant(true)));
    expect(planted.filter(Boolean)).toHaveLength(1);
    expect([await count('unit'), await count('account')]).toEqual([3216, 29]);
  });
});
