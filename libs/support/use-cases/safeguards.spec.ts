import { DispatchTicket } from '@hotline/dispatch';
import {
  LogWorkerContact,
  PassDown,
  ReportHop,
  RequestReturn,
  RevealIdentity,
  RuleReturn,
  SignHop,
} from '@hotline/handling';
import { newId } from '@hotline/kernel';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { custody } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { AskSupport } from './ask-support.js';
import { ListRecusalChoices } from './list-recusal-choices.js';
import { RecordIdentityConsent } from './record-identity-consent.js';
import { RecuseFromTicket } from './recuse-from-ticket.js';

const EMPLOYER = '深圳市长明电子有限公司';
let house: CaseHouse;
let nanshan: Actor;
let city: Actor;
let inside: Actor;
let union: string;

beforeAll(async () => {
  house = await CaseHouse.open();
  union = newId();
  const county = house.get(UnitTree).current().get(unitId('440305'));
  await house.owner.query(
    `insert into unit (id, parent_id, code, name, short_name, kind, level, path, calendar_id, pinyin, initials)
     select $1, $2, 'changming', '深圳市长明电子有限公司工会', '长明电子工会', kind, 'enterprise', $3, calendar_id, pinyin, initials
     from unit where id = $2`,
    [union, county.id, `${county.path}changming/`],
  );
  await house.get(UnitTree).refresh();
  nanshan = await house.actor(['handler', '440305']);
  city = await house.actor(['handler', '440300']);
  inside = await inTheUnion('handler');
}, 60_000);
afterAll(() => house.close());

async function inTheUnion(role: 'handler' | 'supervisor' | 'agent'): Promise<Actor> {
  const actor = await house.actor(['handler', '440305']);
  const { path } = house.get(UnitTree).current().get(union);
  return { ...actor, memberships: [{ id: newId(), role, unitId: union, path }] };
}

const told = { employer: EMPLOYER, worker: { name: '李建国', phone: '13912340001' } };
const pass = async (id: string, by = nanshan) =>
  house.get(PassDown).run(by, id, await house.version(id), { unitId: union, note: null });
const agree = async (id: string, agreed: boolean, by = nanshan) =>
  house
    .get(RecordIdentityConsent)
    .run(by, id, await house.version(id), { agreed, means: 'call', note: null });
const recuse = async (id: string, by: Actor, rest: { accountId?: string; unitId?: string } = {}) =>
  house.get(RecuseFromTicket).run(by, id, await house.version(id), {
    accountId: rest.accountId ?? null,
    unitId: rest.unitId ?? null,
    reason: '与被反映单位负责人有亲属关系',
  });

describe('the employer’s own union', () => {
  it('receives nothing by passing down, support or ruling until the worker has agreed', async () => {
    const id = await house.arrived(told);
    expect(await refusalOf(pass(id))).toBe('employer-blind unitId');
    const wish = { unitId: union, asked: '核实', dueAt: null };
    expect(await refusalOf(house.get(AskSupport).run(nanshan, id, await house.version(id), wish))).toBe(
      'employer-blind unitId',
    );
    await house.get(RequestReturn).run(nanshan, id, await house.version(id), {
      reasonCode: 'wrong-place',
      clause: null,
      reason: '公司总部在宝安',
      proposedUnitId: unitId('440306'),
    });
    const facts = await house.facts(id);
    const order = {
      returnId: facts.openReturn!.id,
      decision: 'granted',
      reason: '由企业工会办理',
      toUnitId: union,
    } as const;
    expect(await refusalOf(house.get(RuleReturn).run(city, id, facts.version, order))).toBe(
      'employer-blind toUnitId',
    );
    await house.check(id);
  });

  it('is passed over by a dispatcher: the county acts instead, and the hop says why', async () => {
    const id = await house.openTicket({ ...told, places: {} });
    await house.settle();
    const dispatcher = await house.actor(['dispatcher', 'cn']);
    await house
      .get(DispatchTicket)
      .run(dispatcher, { ticketId: id, version: await house.version(id), unitId: union });
    await house.settle();
    const facts = await house.check(id);
    expect([facts.state, facts.accountable.id]).toEqual(['dispatched', unitId('440305')]);
    expect(custody(facts).explanation.text).toContain('职工未同意向本单位公开身份，由南山区总工会办理');
  });

  it('may act once the worker has agreed; a word taken back hides everything again', async () => {
    const id = await house.arrived(told);
    await agree(id, true);
    await house.check(id);
    await pass(id);
    expect((await house.check(id)).accountable.id).toBe(union);
    const open = await house.show(inside, id);
    expect(open).toMatchObject({ keptFrom: false, identity: { withheld: false, nameMasked: '李*国' } });
    await agree(id, false);
    const shut = await house.show(inside, id);
    expect(shut).toMatchObject({
      keptFrom: true,
      text: '',
      identity: { withheld: true, nameMasked: null, phoneMasked: null },
    });
    expect(shut.verbs).not.toContain('reveal-identity');
    const look = { fields: ['name'] as const, reason: '需要联系职工' };
    expect(await refusalOf(house.get(RevealIdentity).run(inside, id, look))).toBe('forbidden');
    expect(await refusalOf(agree(id, true, inside))).toBe('forbidden');
  });
});

describe('回避', () => {
  it('a person declares an interest, does nothing more and sees nobody’s name', async () => {
    const id = await house.arrived(told);
    const cousin = await house.actor(['handler', '440305']);
    await recuse(id, cousin);
    await house.check(id);
    expect(await refusalOf(house.get(SignHop).run(cousin, id, await house.version(id)))).toBe('recused');
    expect(await house.show(cousin, id)).toMatchObject({
      verbs: [],
      text: '',
      identity: { withheld: true },
      together: { recused: true, recusals: [{ who: cousin.displayName, ordered: false }] },
    });
    expect(await refusalOf(recuse(id, cousin))).toBe('recused');
    await house.get(SignHop).run(nanshan, id, await house.version(id));
  });

  it('a superior orders it; a colleague or a neighbour cannot', async () => {
    const id = await house.arrived(told);
    const cousin = await house.actor(['handler', '440305']);
    await house.owner.query(
      'insert into membership (id, account_id, unit_id, role) values ($1, $2, $3, $4)',
      [newId(), cousin.accountId, unitId('440305'), 'handler'],
    );
    const choices = async (actor: Actor) => {
      const { people, units } = await house.get(ListRecusalChoices).run(actor, id);
      return {
        people: people.filter((one) => one.accountId === cousin.accountId).map((one) => one.unit.code),
        units: units.map(({ code }) => code),
      };
    };
    expect(await choices(nanshan)).toEqual({ people: [], units: ['440305'] });
    expect(await choices(city)).toEqual({ people: ['440305'], units: ['440300', '440305'] });
    expect(await choices(await house.actor(['supervisor', '440305']))).toMatchObject({ people: ['440305'] });
    expect(await refusalOf(choices(await house.actor(['handler', '510104'])))).toBe('not-found');
    expect(await refusalOf(recuse(id, nanshan, { accountId: cousin.accountId }))).toBe('forbidden');
    expect(await refusalOf(recuse(id, city, { accountId: newId() }))).toBe('unknown-account accountId');
    await recuse(id, city, { accountId: cousin.accountId });
    expect((await house.show(nanshan, id)).together.recusals[0]).toMatchObject({
      ordered: true,
      by: city.displayName,
    });
    expect(await refusalOf(recuse(id, city, { accountId: cousin.accountId }))).toBe('duplicate accountId');
    expect((await choices(city)).people).toEqual([]);
  });

  it('a unit goes: its superior has custody, with the reason on the hop, and its parts are taken back', async () => {
    const id = await house.arrived(told);
    const ask = async (code: string) =>
      house
        .get(AskSupport)
        .run(nanshan, id, await house.version(id), { unitId: unitId(code), asked: '核实', dueAt: null });
    await ask('440306');
    const baoan = await house.actor(['supervisor', '440306']);
    await recuse(id, baoan, { unitId: unitId('440306') });
    expect((await house.check(id)).supports[0]?.ending).toBe('withdrawn');
    expect(await refusalOf(ask('440306'))).toBe('recused unitId');
    await recuse(id, city, { unitId: unitId('440305') });
    const moved = await house.check(id);
    expect([moved.state, moved.accountable.id]).toEqual(['dispatched', unitId('440300')]);
    expect(custody(moved).explanation.text).toBe('回避：南山区总工会回避，由深圳市总工会办理');
    expect(await refusalOf(house.get(SignHop).run(nanshan, id, moved.version))).toBe('recused');
    await house.get(SignHop).run(city, id, moved.version);
    expect(await refusalOf(recuse(id, city, { unitId: unitId('cn') }))).toBe('forbidden');
  });

  it('a reviewer’s unit goes: the next level reviews', async () => {
    const id = await house.arrived(told);
    await house.get(SignHop).run(nanshan, id, await house.version(id));
    await house
      .get(LogWorkerContact)
      .run(nanshan, id, await house.version(id), { means: 'call', reached: true, note: '已联系' });
    await house.get(ReportHop).run(nanshan, id, await house.version(id), {
      outcome: 'mediated',
      amountRecovered: null,
      peopleHelped: null,
      narrative: '已调解。',
      workerContactId: null,
      attachmentIds: [],
    });
    expect((await house.facts(id)).turn?.unit.id).toBe(unitId('440300'));
    await recuse(id, await house.actor(['supervisor', '440300']), { unitId: unitId('440300') });
    expect((await house.check(id)).turn).toMatchObject({
      unit: { id: unitId('440000') },
      expected: 'review',
    });
    expect((await house.show(nanshan, id)).path.map((unit) => unit.code)).toEqual(['440000', 'cn']);
  });
});
