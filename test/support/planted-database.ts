import type { MixedList } from 'typeorm';
import { pino } from 'pino';
import { type Actor, Actors, type Role, unitId, UnitTree } from '@hotline/organization';
import { migrate, openDatabase, PgLive, PgUnitOfWork, rows } from '@hotline/platform';
import { newId, SystemClock } from '@hotline/kernel';
import { Seeder } from '../../apps/server/src/seed/seeder.js';
import { type Template, testDatabase, type TestDatabase } from './test-database.js';

export interface PlantedDatabase extends TestDatabase {
  tree: UnitTree;
  actors: Actors;
  /** A new account with one role in the unit of this code. */
  actor(role: Role, unitCode: string): Promise<Actor>;
}

function planted(name: string, demo: boolean): Template {
  const build = async (url: string): Promise<void> => {
    await migrate(url);
    const database = await openDatabase({ url, poolSize: 1, entities: [] }).initialize();
    await new Seeder(new PgUnitOfWork(database, new SystemClock())).plant(demo);
    await database.destroy();
  };
  return { name, build };
}

const PLANTED = planted('hotline_planted', false);
const PLANTED_DEMO = planted('hotline_planted_demo', true);

/** A database as after the first start: union tree, calendar, limits, vocabulary; with the demo accounts if asked. */
export async function plantedDatabase(
  settings: { demo?: boolean; entities?: MixedList<new () => object> } = {},
): Promise<PlantedDatabase> {
  const opened = await testDatabase(settings.entities, settings.demo ? PLANTED_DEMO : PLANTED);
  const live = new PgLive(opened.url);
  const tree = new UnitTree(opened.work, pino({ level: 'silent' }), live);
  await tree.refresh();
  const actor = (role: Role, unitCode: string) => addActor(opened, tree, role, unitCode);
  return { ...opened, tree, actors: new Actors(opened.work, opened.clock, live), actor };
}

async function addActor(
  { work }: TestDatabase,
  tree: UnitTree,
  role: Role,
  unitCode: string,
): Promise<Actor> {
  const [accountId, membershipId] = [newId(), newId()];
  const name = `${role}-${accountId.slice(-12)}`;
  const unit = tree.current().get(unitId(unitCode));
  await work.run({ accountId: null, prefixes: [] }, async (tx) => {
    await rows(tx, 'insert into account (id, name, display_name) values ($1, $2, $2)', [accountId, name]);
    await rows(tx, 'insert into membership (id, account_id, unit_id, role) values ($1, $2, $3, $4)', [
      membershipId,
      accountId,
      unit.id,
      role,
    ]);
  });
  const membership = { id: membershipId, role, unitId: unit.id, path: unit.path };
  return { accountId, name, displayName: name, memberships: [membership] };
}
