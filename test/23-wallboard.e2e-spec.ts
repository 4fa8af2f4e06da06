import pg from 'pg';
import { aCall, anEnded, plantCall, type PlantedSource, plantSource } from './support/folded-calls.js';
import { type Hotline, type Person, startHotline } from './support/hotline.js';
import { must, unitWithCode } from './support/moves.js';

interface Said {
  event: string;
  data: Record<string, unknown>;
}

/** What a screen on the wall hears, in the order of the wire. */
class Ear {
  private text = '';
  private constructor(private readonly reader: ReadableStreamDefaultReader<Uint8Array>) {}

  static async open(person: Person, path: string): Promise<Ear> {
    const { body } = await person.raw(path);
    if (!body) throw new Error('the stream has no body');
    return new Ear(body.getReader());
  }

  async next(event: string): Promise<Said> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const said = read(this.text.slice(0, end));
        this.text = this.text.slice(end + 2);
        if (said?.event === event) return said;
        continue;
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error(`the stream ended before ${event}`);
      this.text += new TextDecoder().decode(value);
    }
  }

  close = (): Promise<void> => this.reader.cancel();
}

function read(block: string): Said | null {
  const field = (name: string): string | undefined =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const [event, data] = [field('event'), field('data')];
  return event && data ? { event, data: JSON.parse(data) as Record<string, unknown> } : null;
}

describe('the wallboard, by the API', () => {
  let hotline: Hotline;
  let owner: pg.Client;
  let supervisor: Person;
  let admin: Person;
  let unitId: string;
  let source: PlantedSource;

  beforeAll(async () => {
    hotline = await startHotline({ workers: false });
    owner = new pg.Client({ connectionString: hotline.url });
    await owner.connect();
    supervisor = await hotline.as('supervisor');
    admin = await hotline.as('admin');
    unitId = await unitWithCode(admin, 'cn');
    source = await plantSource(owner, unitId, 'cn/');
  }, 60_000);
  afterAll(async () => {
    await owner?.end();
    await hotline?.close();
  });

  const wait = async (key: string): Promise<void> => {
    const us = Date.now() * 1_000;
    const { visits } = anEnded(key, us - 5_000_000, 'abandoned', 1);
    const open = visits.map((visit) => ({ ...visit, outcome: 'open' as const, left: null, wait: null }));
    await plantCall(owner, source, aCall(key, us - 6_000_000, { outcome: 'open' }), open);
  };

  it('begins with the whole picture and goes on with what changes', async () => {
    const ear = await Ear.open(supervisor, '/api/wallboard/live');
    const whole = await ear.next('wall');
    expect(whole.data).toMatchObject({ version: 0, wall: { waiting: { count: 0, longestSince: null } } });
    await wait('9.1');
    const change = await ear.next('change');
    expect(change.data).toMatchObject({ from: 0, version: 1, pieces: { waiting: { count: 1 } } });
    expect(Object.keys(change.data.pieces as object)).toEqual(['waiting']);
    const still = await ear.next('still');
    expect(still.data).toMatchObject({ version: expect.any(Number) });
    await ear.close();
    const shown = must(await supervisor.api.GET('/api/wallboard', { params: { query: {} } }));
    expect(shown).toMatchObject({ unit: { id: unitId }, wall: { waiting: { count: 1 } } });
  });

  it('is for who reads numbers, of his own units', async () => {
    const agent = await hotline.as('agent');
    expect((await agent.raw('/api/wallboard')).status).toBe(403);
    const below = await hotline.as('supervisor-gd');
    expect((await below.raw(`/api/wallboard?unitId=${unitId}`)).status).toBe(404);
    expect((await below.raw(`/api/wallboard/live?unitId=${unitId}`)).status).toBe(404);
    expect((await below.raw('/api/wallboard')).status).toBe(200);
  });

  it('warns from where an administrator has said, who overwrites nothing unseen', async () => {
    const limits = { waiting: 7, waitSeconds: 45, connection: 92, service: 70 };
    const put = (body: object) =>
      admin.api.PUT('/api/wallboard/limits', { body: { unitId, basedOn: 0, limits, ...body } });
    expect(must(await put({}))).toMatchObject({
      limits,
      version: 1,
      own: true,
      of: { id: unitId },
      editable: true,
    });
    expect((await put({})).error?.code).toBe('stale-version');
    const wrong = await put({ basedOn: 1, limits: { ...limits, waiting: 0 } });
    expect([wrong.response.status, wrong.error?.code]).toEqual([422, 'invalid-input']);
    const shown = must(await supervisor.api.GET('/api/wallboard/limits', { params: { query: {} } }));
    expect(shown).toMatchObject({ limits, own: true, editable: false });
  });
});

it('a server stops though walls hang', async () => {
  const hotline = await startHotline({ workers: false });
  const supervisor = await hotline.as('supervisor');
  const wall = await Ear.open(supervisor, '/api/wallboard/live');
  await wall.next('wall');
  const others = [await Ear.open(supervisor, '/api/wallboard/live'), await Ear.open(supervisor, '/api/live')];
  await hotline.close();
  for (const ear of [wall, ...others]) await expect(ear.next('none')).rejects.toThrow('the stream ended');
}, 60_000);
