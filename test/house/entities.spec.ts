import { ROOM_ENTITIES } from '../../apps/server/src/rooms.js';
import { type TestDatabase, testDatabase } from '../support/test-database.js';

/** Tables of the platform itself, written by plain SQL and mapped by no entity. */
const UNMAPPED = ['dead_letter', 'migrations', 'outbox'];

const PLAIN: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'character varying': 'varchar',
  int4: 'integer',
  int2: 'smallint',
  bool: 'boolean',
  'character(1)': 'char',
};

const plain = (type: string): string => PLAIN[type] ?? type;

describe('entities and migrations', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase(ROOM_ENTITIES);
  });
  afterAll(() => test.close());

  it('name the same columns with the same types and nullability', async () => {
    const drift: string[] = [];
    for (const entity of test.database.entityMetadatas) {
      const { rows } = await test.owner.query<{
        column_name: string;
        data_type: string;
        is_nullable: string;
      }>(
        `select column_name, data_type, is_nullable from information_schema.columns
         where table_schema = 'public' and table_name = $1`,
        [entity.tableName],
      );
      const real = new Map(rows.map((row) => [row.column_name, row]));
      for (const column of entity.columns) {
        const found = real.get(column.databaseName);
        real.delete(column.databaseName);
        const name = `${entity.tableName}.${column.databaseName}`;
        if (!found) {
          drift.push(`${name}: not in the database`);
          continue;
        }
        const type = column.isArray ? 'ARRAY' : plain(test.database.driver.normalizeType(column));
        if (type !== plain(found.data_type))
          drift.push(`${name}: entity ${type}, database ${found.data_type}`);
        if (column.isNullable !== (found.is_nullable === 'YES')) drift.push(`${name}: nullability differs`);
      }
      for (const left of real.keys()) drift.push(`${entity.tableName}.${left}: not in the entity`);
    }
    expect(drift).toEqual([]);
  });

  it('leave no table unmapped but the named ones', async () => {
    const { rows } = await test.owner.query<{ relname: string }>(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    );
    const mapped = new Set(test.database.entityMetadatas.map((entity) => entity.tableName));
    const unmapped = rows.map((row) => row.relname).filter((name) => !mapped.has(name));
    expect(unmapped.sort()).toEqual(UNMAPPED);
  });
});
