import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { startThrowAwayPostgres } from '../support/postgres-server.mjs';
import { eventually, Folders, freePort, isAlive, Launched, runCommand } from './launched.js';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const folders = new Folders();

jest.setTimeout(90_000);
afterEach(() => folders.clear());

function connectionOf(dataFolder: string): string {
  const { url } = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as { url: string };
  return url;
}

async function ask<R extends pg.QueryResultRow>(url: string, sql: string): Promise<R | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows[0];
  } finally {
    await client.end();
  }
}

describe('an ordinary life', () => {
  it('starts cold, keeps its secrets private, and stops the database last', async () => {
    const launched = await (await Launched.on(folders.make())).ready();
    expect(await launched.page()).toMatchObject({ starts: 1, demo: 'true' });
    for (const secret of ['postgres.password', 'connection.json', 'hotline.key']) {
      expect(statSync(join(launched.dataFolder, secret)).mode & 0o777).toBe(0o600);
    }
    expect(await launched.stop()).toBe(0);
    expect(launched.output).toContain('SIGTERM, the database still answers');
    expect(existsSync(join(launched.dataFolder, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(join(launched.dataFolder, 'connection.json'))).toBe(false);
  });

  it('starts a second time on the same data, port and key', async () => {
    const first = await (await Launched.on(folders.make())).ready();
    const before = {
      url: connectionOf(first.dataFolder),
      key: readFileSync(`${first.dataFolder}/hotline.key`),
    };
    await first.stop('SIGINT');
    const second = await (await Launched.on(first.dataFolder)).ready();
    expect(await second.page()).toMatchObject({ starts: 2 });
    expect(connectionOf(second.dataFolder)).toBe(before.url);
    expect(readFileSync(`${second.dataFolder}/hotline.key`)).toEqual(before.key);
    await second.stop();
  });

  it('runs a command on the running database, and on its own when nothing runs', async () => {
    const launched = await (await Launched.on(folders.make())).ready();
    const beside = runCommand(launched.dataFolder, ['first-administrator', 'a file.csv', '--rate', '5']);
    const port = Number(new URL(connectionOf(launched.dataFolder)).port);
    const given = { starts: 1, port, arguments: ['a file.csv', '--rate', '5'] };
    expect(JSON.parse(beside.stdout)).toEqual(given);
    expect(isAlive(launched.postmaster())).toBe(true);
    await launched.stop();
    const alone = runCommand(launched.dataFolder, ['first-administrator']);
    expect(JSON.parse(alone.stdout)).toMatchObject({ starts: 1 });
    expect(existsSync(join(launched.dataFolder, 'postgres/postmaster.pid'))).toBe(false);
  });
});

describe('kill -9', () => {
  it('of the launcher: the next start takes over from both orphans', async () => {
    const killed = await (await Launched.on(folders.make())).ready();
    const orphans = [(await killed.page()).pid, killed.postmaster()];
    await killed.stop('SIGKILL');
    expect(orphans.map(isAlive)).toEqual([true, true]);
    const next = await (await Launched.on(killed.dataFolder, { env: { PORT: String(killed.port) } })).ready();
    expect(orphans.map(isAlive)).toEqual([false, false]);
    expect(await next.page()).toMatchObject({ starts: 2 });
    await next.stop();
  });

  it('of the launcher: a command still works on the orphan', async () => {
    const killed = await (await Launched.on(folders.make())).ready();
    await killed.stop('SIGKILL');
    expect(JSON.parse(runCommand(killed.dataFolder, ['first-administrator']).stdout)).toMatchObject({
      starts: 1,
    });
    expect(isAlive(killed.postmaster())).toBe(true);
  });

  it('of the postmaster: it comes back and the server stays', async () => {
    const launched = await (await Launched.on(folders.make())).ready();
    const { pid } = await launched.page();
    const old = launched.postmaster();
    process.kill(old, 'SIGKILL');
    await eventually(() => launched.output.includes('PostgreSQL ended by itself'));
    await eventually(() => launched.postmaster() !== old);
    expect(await eventually(() => launched.page())).toMatchObject({ pid, starts: 1 });
    expect(await launched.stop()).toBe(0);
  });

  it('of the server: another takes its place', async () => {
    const launched = await (await Launched.on(folders.make())).ready();
    process.kill((await launched.page()).pid, 'SIGKILL');
    await eventually(async () => (await launched.page()).starts === 2);
    expect(launched.output).toContain('The server ended (SIGKILL); starting it again.');
    await launched.stop();
  });

  it('of launcher, server and postmaster at once', async () => {
    const killed = await (await Launched.on(folders.make())).ready();
    const pids = [killed.child.pid ?? 0, (await killed.page()).pid, killed.postmaster()];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    const next = await (await Launched.on(killed.dataFolder)).ready();
    expect(await next.page()).toMatchObject({ starts: 2 });
    await next.stop();
  });

  it('in the middle of initdb: the next start makes the folder anew', async () => {
    const killed = await Launched.on(folders.make());
    const halfMade = () => readdirSync(killed.dataFolder).find((name) => name.startsWith('postgres.new-'));
    await eventually(() => existsSync(join(killed.dataFolder, halfMade() ?? 'none', 'base')));
    await killed.stop('SIGKILL');
    expect(existsSync(join(killed.dataFolder, 'postgres'))).toBe(false);
    const next = await (await Launched.on(killed.dataFolder)).ready();
    expect(await next.page()).toMatchObject({ starts: 1 });
    await next.stop();
  });
});

describe('places and languages', () => {
  const PLACES: [string, string, number][] = [
    ['spaces, quotes and Chinese', "总工会 data, it's 100%", 0o755],
    ['a private parent folder', 'private/data', 0o700],
    ['a path too long for a socket', `${'long/'.repeat(25)}data`, 0o755],
  ];

  it.each(PLACES)('a folder with %s', async (_name, path, mode) => {
    const parent = folders.make();
    chmodSync(parent, mode);
    const launched = await (await Launched.on(join(parent, path))).ready();
    expect(await launched.page()).toMatchObject({ starts: 1 });
    await launched.stop('SIGKILL');
    const again = await (await Launched.on(join(parent, path))).ready();
    expect(await again.page()).toMatchObject({ starts: 2 });
    await again.stop();
  });

  const LANGUAGES: [string, NodeJS.ProcessEnv][] = [
    ['LANG unset', {}],
    ['LANG=zh_CN.UTF-8', { LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN' }],
    [
      'LC_ALL=POSIX and PG variables of a shell',
      { LC_ALL: 'POSIX', PGDATA: '/none', PGPORT: '1', PGUSER: 'x' },
    ],
  ];

  it.each(LANGUAGES)('%s: UTF-8 where trigrams see Chinese', async (_name, env) => {
    const launched = await (await Launched.on(folders.make(), { env })).ready();
    const url = connectionOf(launched.dataFolder);
    await ask(url, 'CREATE EXTENSION pg_trgm');
    const row = await ask<{ encoding: string; trigrams: number; zone: string }>(
      url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
              cardinality(show_trgm('中文工单系统')) AS trigrams`,
    );
    expect(row).toEqual({ encoding: 'UTF8', zone: 'UTC', trigrams: 7 });
    await launched.stop();
  });
});

describe('users', () => {
  const asRoot = isRoot ? it : it.skip;
  if (!isRoot) process.stderr.write('Not root: the tests of the other users are skipped.\n');

  const USERS: [string, number][] = [
    ['nobody', NOBODY],
    ['daemon', 1],
  ];

  asRoot.each(USERS)(
    'an ordinary user (%s); root may start it in between without taking it',
    async (_, user) => {
      const dataFolder = join(folders.make(user), 'data');
      for (const [turn, uid] of [user, 0, user].entries()) {
        const launched = await (await Launched.on(dataFolder, { uid })).ready();
        expect(await launched.page()).toMatchObject({ starts: turn + 1 });
        expect(statSync(join(dataFolder, 'postgres')).uid).toBe(user);
        await launched.stop();
      }
    },
  );

  asRoot('root without user namespaces runs it as nobody, and back', async () => {
    const parent = folders.make();
    chmodSync(parent, 0o755);
    const methods: unknown[] = [];
    for (const PATH of [process.env.PATH, '/nonexistent', process.env.PATH]) {
      const launched = await (await Launched.on(join(parent, 'data'), { env: { PATH } })).ready();
      methods.push(JSON.parse(readFileSync(join(parent, 'data/postgres.json'), 'utf8')).method);
      await launched.stop();
    }
    expect(methods[1]).toBe('nobody');
  });
});

describe('clear refusals', () => {
  async function refusal(dataFolder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
    const launched = await Launched.on(dataFolder, { env });
    expect(await launched.ended).toBe(1);
    expect(
      launched.output
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('    at ')),
    ).toEqual([]);
    return launched.output;
  }

  it('a port that is taken', async () => {
    const port = await freePort();
    const squatter = createServer().listen(port);
    expect(await refusal(folders.make(), { PORT: String(port) })).toMatch(
      new RegExp(`PORT ${port} is taken by process ${process.pid} .*; set PORT`),
    );
    squatter.close();
  });

  it('a second launcher on the same folder, which does not disturb the first', async () => {
    const first = await (await Launched.on(folders.make())).ready();
    expect(await refusal(first.dataFolder)).toContain(
      `process ${first.child.pid} already runs on ${first.dataFolder} on http://localhost:${first.port}`,
    );
    expect(await first.page()).toMatchObject({ starts: 1 });
    expect(connectionOf(first.dataFolder)).toContain('hotline');
    await first.stop();
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['HOTLINE_DATA', '/dev/null'],
    ['HOTLINE_DATA', '/dev/null/data'],
  ])('a wrong %s (%s)', async (name, value) => {
    expect(await refusal(folders.make(), { [name]: value })).toMatch(new RegExp(`^hotline: ${name} must be`));
  });

  it('a server that gives up before it was ready, with its exit code', async () => {
    const launched = await Launched.on(folders.make(), { env: { FIXTURE_EXIT: '3' } });
    expect(await launched.ended).toBe(3);
    expect(launched.output).toContain('the server could not start (exit code 3)');
    expect(existsSync(join(launched.dataFolder, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('a damaged or foreign data folder, and a lost password or key', async () => {
    const launched = await (await Launched.on(folders.make())).ready();
    await launched.stop();
    const at = (name: string) => join(launched.dataFolder, name);
    const withFile = async (name: string, text: string | null) => {
      const kept = readFileSync(at(name));
      if (text === null) rmSync(at(name));
      else writeFileSync(at(name), text);
      const said = await refusal(launched.dataFolder);
      writeFileSync(at(name), kept, { mode: 0o600 });
      return said;
    };
    expect(await withFile('postgres/PG_VERSION', '17\n')).toContain('was made by PostgreSQL 17');
    expect(await withFile('postgres/global/pg_control', null)).toContain(
      'is not a complete PostgreSQL data folder',
    );
    expect(await withFile('postgres.password', null)).toContain('postgres.password is missing or empty');
    expect(await withFile('hotline.key', null)).toContain('hotline.key is missing');
    await (await (await Launched.on(launched.dataFolder)).ready()).stop();
  });
});

describe('a postmaster.pid that names a living process', () => {
  async function stoppedFolder(): Promise<string> {
    const launched = await (await Launched.on(folders.make())).ready();
    await launched.stop();
    return launched.dataFolder;
  }

  it('of another PostgreSQL: neither it nor the file is touched', async () => {
    const dataFolder = await stoppedFolder();
    const file = join(dataFolder, 'postgres/postmaster.pid');
    const foreign = await startThrowAwayPostgres();
    const text = `${foreign.pid}\n${dataFolder}/postgres\n1\n${foreign.port}\n\n127.0.0.1\n1 1\nready   \n`;
    writeFileSync(file, text, { mode: 0o600 });
    const launched = await Launched.on(dataFolder);
    expect(await launched.ended).toBe(1);
    expect(launched.output).toContain(`names process ${foreign.pid}, a living PostgreSQL of another folder`);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(await ask(foreign.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
    rmSync(file);
    await foreign.stop();
  });

  it('of anything else: the pid was handed out again, the process is left alone', async () => {
    const dataFolder = await stoppedFolder();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', '-D', dataFolder]);
    writeFileSync(join(dataFolder, 'postgres/postmaster.pid'), `${stranger.pid}\n${dataFolder}/postgres\n`);
    const launched = await (await Launched.on(dataFolder)).ready();
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    await launched.stop();
    stranger.kill();
  });
});

describe('the throw-away server of the tests', () => {
  it('does not wait for the disk and leaves nothing behind', async () => {
    const server = await startThrowAwayPostgres();
    expect(await ask(server.url, 'SHOW fsync')).toEqual({ fsync: 'off' });
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });
});
