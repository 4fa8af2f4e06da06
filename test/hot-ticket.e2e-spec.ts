import { unitId } from '@hotline/organization';
import { Behind } from './support/behind.js';
import { CaseHouse } from './support/case-house.js';
import type { Person } from './support/hotline.js';

const CLIENTS = 50;

interface Answer {
  readonly status: number;
  readonly body: {
    code?: string;
    version?: number;
    state?: string;
    current?: { version: number; state: string };
  };
}

/** Fifty screens, one ticket, one instant: one hand gets it, the others are told so and see what became of it. */
describe('fifty clients at one ticket', () => {
  let house: CaseHouse;
  let behind: Behind;
  let agent: Person;
  let nanshan: Person;
  let shenzhen: Person;
  let guangdong: Person;
  let nation: Person;

  beforeAll(async () => {
    house = await CaseHouse.open();
    behind = await Behind.of(house.hotline);
    const as = (name: string) => house.hotline.as(name);
    [agent, nanshan, shenzhen] = [await as('agent'), await as('handler-nanshan'), await as('handler-sz')];
    [guangdong, nation] = [await as('handler-gd'), await as('handler')];
  }, 60_000);
  afterAll(async () => {
    await behind?.close();
    await house?.close();
  });

  /** The same verb on the same version by everybody at once; bodies may differ. */
  async function rush(
    who: Person,
    id: string,
    path: string,
    body: (n: number) => object | null,
  ): Promise<Answer> {
    house.clock.advance(1_000);
    const { version, state } = await house.facts(id);
    const one = async (n: number): Promise<Answer> => {
      const content = body(n);
      const answer = await who.raw(`/api/tickets/${id}/${path}`, {
        method: 'POST',
        headers: {
          'if-match': `"${version}"`,
          ...(content ? { 'content-type': 'application/json' } : {}),
        },
        ...(content ? { body: JSON.stringify(content) } : {}),
      });
      return { status: answer.status, body: (await answer.json()) as Answer['body'] };
    };
    const answers = await Promise.all(Array.from({ length: CLIENTS }, (_, n) => one(n)));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect([path, state, won.length]).toEqual([path, state, 1]);
    expect(new Set(lost.map((answer) => `${answer.status} ${answer.body.code}`))).toEqual(
      new Set(['409 stale-version']),
    );
    const facts = await house.check(id);
    expect(facts.version).toBe(version + 1);
    expect(lost.every(({ body: { current } }) => (current?.version ?? 0) > version)).toBe(true);
    return won[0] as Answer;
  }

  const rows = (table: string, id: string) =>
    behind
      .rows<{ n: number }>(`select count(*)::integer as n from ${table} where ticket_id = $1`, [id])
      .then(([found]) => found?.n);
  const contact = () => ({ means: 'call', reached: true, note: '已联系' });
  const report = () => ({ outcome: 'negotiated', narrative: '已协商解决。', proof: {} });

  it('from signing to the archive: every step is done once, by one of them', async () => {
    const id = await house.arrived();
    await rush(nanshan, id, 'sign', () => null);
    await rush(nanshan, id, 'worker-contacts', contact);
    await rush(nanshan, id, 'reports', report);
    for (const reviewer of [shenzhen, guangdong, nation])
      await rush(reviewer, id, 'reviews', () => ({ decision: 'accept' }));
    await rush(agent, id, 'call-backs', () => ({
      reached: true,
      solved: 'yes',
      handlingRating: 'satisfied',
      callRating: 'satisfied',
    }));
    await rush(agent, id, 'close', () => ({}));
    await rush(agent, id, 'archive', () => null);
    expect([
      await rows('worker_contact', id),
      await rows('report', id),
      await rows('review', id),
      await rows('call_back', id),
    ]).toEqual([1, 1, 3, 1]);
  }, 120_000);

  it('some sign, some ask to give it back: one of the two happens, whole', async () => {
    const id = await house.arrived();
    const { version } = await house.facts(id);
    const tries: [string, object | null][] = [
      ['sign', null],
      ['returns', { reasonCode: 'wrong-duty', reason: '不属本单位职责' }],
    ];
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, async (_, n) => {
        const [path, body] = tries[n % tries.length] as [string, object | null];
        const answer = await nanshan.raw(`/api/tickets/${id}/${path}`, {
          method: 'POST',
          headers: { 'if-match': `"${version}"`, ...(body ? { 'content-type': 'application/json' } : {}) },
          ...(body ? { body: JSON.stringify(body) } : {}),
        });
        return answer.status;
      }),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const facts = await house.check(id);
    expect([facts.version, Number(facts.state === 'handling') + Number(facts.openReturn !== null)]).toEqual([
      version + 1,
      1,
    ]);
  }, 60_000);

  it('two rulings of one return: the first word binds', async () => {
    const id = await house.arrived();
    await rush(nanshan, id, 'returns', () => ({ reasonCode: 'wrong-place', reason: '施工地点在宝安' }));
    const { openReturn } = await house.facts(id);
    const refused = { decision: 'refused', reason: '应由你单位办理' };
    const granted = { decision: 'granted', reason: '改由宝安办理', toUnitId: unitId('440306') };
    await rush(shenzhen, id, `returns/${openReturn?.id}/ruling`, (n) => (n % 2 === 0 ? refused : granted));
    expect((await house.facts(id)).openReturn).toBeNull();
  }, 60_000);
});
