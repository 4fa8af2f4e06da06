import { startThrowAwayPostgres } from './postgres-server.mjs';

/** One throw-away PostgreSQL for the run; each spec file clones its own database from a migrated template. */
export default async function globalSetup() {
  const server = await startThrowAwayPostgres();
  process.env.HOTLINE_TEST_POSTGRES = server.ownerUrl;
  globalThis.__hotlinePostgres = server;
}
