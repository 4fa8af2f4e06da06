import pg from 'pg';

/** Stands in for a command of the server: says which database it was given and how often a server started on it. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const { rows } = await client.query('SELECT count(*)::int AS starts, inet_server_port() AS port FROM start');
await client.end();
console.log(JSON.stringify({ ...rows[0], arguments: process.argv.slice(2) }));
