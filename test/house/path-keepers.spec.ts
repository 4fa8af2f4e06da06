import { PATH_KEEPERS } from '../../apps/server/src/rooms.js';
import { type TestDatabase, testDatabase } from '../support/test-database.js';

/** The tree itself, its history, and frozen days: these keep the paths of their time. */
const STAY = ['metric_snapshot', 'path_move', 'unit', 'unit_name_history'];

describe('columns of unit paths', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.close());

  it('each have a keeper in rooms.ts, so that no row is left behind when a unit moves', async () => {
    const { rows } = await test.owner.query<{ name: string }>(
      `select distinct c.table_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~ '(^|_)path$' order by 1`,
    );
    const kept = new Set([...PATH_KEEPERS.map((keeper) => keeper.name), ...STAY]);
    expect(rows.map(({ name }) => name).filter((name) => !kept.has(name))).toEqual([]);
  });
});
