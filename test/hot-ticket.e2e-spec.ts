import { unitId } from '@hotline/organization';
import { Behind } from './support/behind.js';
import { CaseHouse } from './support/case-house.js';
import type { Person } from './support/hotline.js';
import { CLIENTS, oneWins } from './support/rush.js';

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

  const rush = (who: Person, id: string, path: string, body: (n: number) => object | null) =>
    oneWins(house, who, { id, path, body });

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

  it('a part: asked, signed, passed down, reported or waived, each by one of them', async () => {
    const id = await house.arrived();
    await rush(nanshan, id, 'sign', () => null);
    await rush(nanshan, id, 'supports', () => ({ unitId: unitId('440300'), asked: '核实' }));
    const partOf = async () => (await house.facts(id)).supports.at(-1)?.id ?? '';
    await rush(shenzhen, id, `supports/${await partOf()}/sign`, () => null);
    await rush(shenzhen, id, `supports/${await partOf()}/worker-contacts`, contact);
    const answered = { outcome: 'mediated', narrative: '已核实。' };
    await rush(shenzhen, id, `supports/${await partOf()}/report`, () => answered);
    await rush(nanshan, id, 'supports', () => ({ unitId: unitId('440300'), asked: '再核实' }));
    await rush(shenzhen, id, `supports/${await partOf()}/pass`, () => ({ unitId: unitId('440306') }));
    await rush(nanshan, id, `supports/${await partOf()}/waive`, () => ({ reason: '不影响结论' }));
    await rush(nanshan, id, 'supports', () => ({ unitId: unitId('440300'), asked: '第三次' }));
    await rush(shenzhen, id, `supports/${await partOf()}/decline`, () => ({ reason: '无力承担' }));
    const last = { reason: '不再需要' };
    const part = await partOf();
    await rush(nanshan, id, `supports/${part}/insist`, () => last);
    await rush(nanshan, id, `supports/${part}/withdraw`, () => last);
    expect([
      await rows('support', id),
      (await house.facts(id)).supports.filter((one) => !one.ending),
    ]).toEqual([3, []]);
  }, 120_000);

  it('orders and requests: given, answered, asked and ruled once', async () => {
    const id = await house.arrived();
    await rush(nanshan, id, 'sign', () => null);
    const supervise = { text: '请报告进展', within: { amount: 1, unit: 'working-days' } };
    await rush(shenzhen, id, 'urges', () => ({ text: '请抓紧' }));
    await rush(shenzhen, id, 'supervisions', () => supervise);
    const order = (await house.facts(id)).orders.find((one) => one.kind === 'supervise')?.id ?? '';
    await rush(nanshan, id, `orders/${order}/answer`, () => ({ answer: '正在办理' }));
    await rush(shenzhen, id, `orders/${order}/end`, () => ({ reason: '已了解' }));
    const plea = { reasonCode: 'long-history', reason: '案情复杂', workingDays: 1 };
    await rush(nanshan, id, 'extensions', () => plea);
    const request = (await house.facts(id)).requests[0]?.id ?? '';
    await rush(shenzhen, id, `extensions/${request}/ruling`, (n) => ({
      decision: n % 2 === 0 ? 'granted' : 'refused',
      reason: '按规定裁定',
    }));
    const pause = { reasonCode: 'awaiting-court', thirdParty: '法院', reason: '等待判决', workingDays: 2 };
    await rush(nanshan, id, 'pauses', () => pause);
    await rush(nanshan, id, 'resume', () => ({ note: '恢复' }));
    const referral = { bodyCode: 'labour-inspection', referredOn: '2026-03-10', note: '转请核查' };
    await rush(nanshan, id, 'referrals', () => referral);
    await rush(nanshan, id, 'identity-consent', () => ({ agreed: true, means: 'call' }));
    await rush(shenzhen, id, 'ladder/take-over', () => ({ reason: '人工督办' }));
    await rush(shenzhen, id, 'raise', () => ({ reason: '久拖不决' }));
    expect([
      await rows('ticket_order', id),
      await rows('ruling_request', id),
      await rows('pause', id),
    ]).toEqual([3, 1, 1]);
  }, 120_000);
});
