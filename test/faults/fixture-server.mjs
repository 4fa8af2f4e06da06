import { createServer } from 'node:http';
import pg from 'pg';

/**
 * Stands in for the server in the launcher's tests: ready once the database answers, counts its starts in a table,
 * and at the end tells whether the database was still there for its last words.
 * FIXTURE_EXIT: end at once with this exit code.
 */
if (process.env.FIXTURE_EXIT) process.exit(Number(process.env.FIXTURE_EXIT));

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
pool.on('error', () => {});
await pool.query('CREATE TABLE IF NOT EXISTS start (id int GENERATED ALWAYS AS IDENTITY, pid int)');
await pool.query('INSERT INTO start (pid) VALUES ($1)', [process.pid]);

const server = createServer(async (request, response) => {
  try {
    const { rows } = await pool.query('SELECT count(*)::int AS starts FROM start');
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify({ pid: process.pid, starts: rows[0].starts, demo: process.env.DEMO }));
  } catch {
    response.writeHead(503, { connection: 'close' }).end();
  }
});
server.listen(Number(process.env.PORT));

async function leave(signal) {
  server.close();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const last = await pool.query('SELECT 1').then(
    () => 'the database still answers',
    (fault) => `the database is gone: ${fault.message}`,
  );
  await pool.end();
  console.log(`fixture: ${signal}, ${last}`);
  process.exit(0);
}
process.on('SIGTERM', () => leave('SIGTERM'));
process.on('SIGINT', () => leave('SIGINT'));
