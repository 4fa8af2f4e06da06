import { LogWorkerContact, ReportHop, ReviewReport, SignHop } from '@hotline/handling';
import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { reviewChain } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import type { ChangePlan } from '../domain/plan.js';
import { CancelUnitChange } from './cancel-unit-change.js';
import { PlanUnitChange } from './plan-unit-change.js';
import { RunUnitChange } from './run-unit-change.js';
import { type ShownChange, ShowUnitChange } from './show-unit-change.js';
import { StartUnitChange } from './start-unit-change.js';

const AT_ONCE = { strideMs: 60_000, hearMs: 0 };
const NANSHAN = unitId('440305');

let house: CaseHouse;
let admin: Actor;

beforeEach(async () => {
  house = await CaseHouse.open();
  admin = await house.actor(['administrator', 'cn']);
}, 60_000);
afterEach(() => house.close());

const tree = () => house.get(UnitTree).current();
const pathOf = (code: string) => tree().get(unitId(code)).path;

async function planned(plan: Partial<ChangePlan>, actor = admin): Promise<ShownChange> {
  const whole = { unitIds: [NANSHAN], ...plan } as ChangePlan;
  const id = await house
    .get(PlanUnitChange)
    .run(actor, { plan: whole, reason: '区划调整', documentNo: '工发〔2026〕12 号' });
  return house.get(ShowUnitChange).run(actor, id);
}

async function done(plan: Partial<ChangePlan>, pace = AT_ONCE): Promise<ShownChange> {
  const { id, version } = await planned(plan);
  await house.get(StartUnitChange).run(admin, id, version);
  while (!(await house.get(RunUnitChange).stride(id, pace)));
  return house.get(ShowUnitChange).run(admin, id);
}

async function act(actor: Actor, id: string, ...steps: ('sign' | 'contact' | 'report' | 'accept')[]) {
  for (const step of steps) {
    const version = await house.version(id);
    if (step === 'sign') await house.get(SignHop).run(actor, id, version);
    if (step === 'contact')
      await house
        .get(LogWorkerContact)
        .run(actor, id, version, { means: 'call', reached: true, note: '已联系' });
    if (step === 'report')
      await house.get(ReportHop).run(actor, id, version, {
        outcome: 'negotiated',
        amountRecovered: null,
        peopleHelped: null,
        narrative: '约谈后支付。',
        workerContactId: null,
        attachmentIds: [],
      });
    if (step === 'accept')
      await house.get(ReviewReport).run(actor, id, version, { decision: 'accept', reason: null });
    await house.check(id);
  }
}

const clocksOf = async (id: string) =>
  (await house.facts(id)).openClocks.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`).sort();

const access = async (id: string) => {
  const { rows } = await house.owner.query<{ path: string; away: boolean | null }>(
    'select path, away from ticket_access where ticket_id = $1 order by path',
    [id],
  );
  return rows.map(({ path, away }) => `${path}${away ? ' away' : ''}`);
};

describe('a unit that is renamed', () => {
  it('is found by its former name, code and path, and nothing else changes', async () => {
    const id = await house.arrived();
    await done({ kind: 'rename', name: '前海区总工会', shortName: '前海', code: '440399' });
    const unit = house.get(UnitTree).find(NANSHAN);
    expect([unit?.name, unit?.code, unit?.path]).toEqual(['前海区总工会', '440399', 'cn/44/4403/440305/']);
    for (const word of ['南山区总工会', '440305', '前海'])
      expect(
        house
          .get(UnitTree)
          .search(word, 20)
          .map((one) => one.id),
      ).toContain(NANSHAN);
    expect(house.get(UnitTree).former().of(NANSHAN)).toMatchObject([
      { name: '南山区总工会', code: '440305' },
    ]);
    await house.check(id);
  });
});

describe('a county that moves to another city', () => {
  it('takes its work along; the review goes up the way the ticket came down', async () => {
    const id = await house.arrived();
    const before = await clocksOf(id);
    const { state, progress } = await done({ kind: 'move', parentId: unitId('440100') });
    expect([state, progress.phase, progress.tickets]).toEqual(['done', 'settled', 1]);
    const facts = await house.check(id);
    expect(facts.accountable).toEqual({ id: NANSHAN, path: 'cn/44/4401/440305/' });
    expect(await clocksOf(id)).toEqual(before);
    expect(reviewChain(facts)).toEqual(['440300', '440000', 'cn'].map(unitId));
    expect(await access(id)).toEqual(['cn/', 'cn/44/', 'cn/44/4401/440305/', 'cn/44/4403/ away']);
    const county = await house.actor(['handler', '440305']);
    await act(county, id, 'sign', 'contact', 'report');
    await act(await house.actor(['handler', '440300']), id, 'accept');
    expect(house.get(UnitTree).withPath('cn/44/4403/440305/')?.id).toBe(NANSHAN);
  });

  it('is seen by old and new superiors at every moment of the change', async () => {
    const id = await house.arrived();
    const { id: changeId, version } = await planned({ kind: 'move', parentId: unitId('440100') });
    await house.get(StartUnitChange).run(admin, changeId, version);
    const readers = async () => {
      const found = [];
      for (const code of ['440305', '440300', '440000', 'cn'])
        found.push(await house.actor(['handler', code]));
      return found;
    };
    for (const reader of await readers()) await house.show(reader, id);
    for (let finished = false; !finished;) {
      finished = await house.get(RunUnitChange).stride(changeId, { strideMs: 1, hearMs: 0 });
      for (const reader of await readers()) await house.show(reader, id);
      if (finished) await house.show(await house.actor(['handler', '440100']), id);
    }
    await house.check(id);
  });

  it('can be given up until the tree changes, not after', async () => {
    const { id, version } = await planned({ kind: 'move', parentId: unitId('440100') });
    await house.get(StartUnitChange).run(admin, id, version);
    await house.get(CancelUnitChange).run(admin, id, version + 1);
    expect(await house.get(RunUnitChange).stride(id, AT_ONCE)).toBe(true);
    expect(pathOf('440305')).toBe('cn/44/4403/440305/');
    const finished = await done({ kind: 'move', parentId: unitId('440100') });
    expect(await refusalOf(house.get(CancelUnitChange).run(admin, finished.id, finished.version))).toBe(
      'wrong-state',
    );
  });
});

describe('a county merged into another', () => {
  it('hands its open work over by a hop that keeps every due date and what was signed', async () => {
    const county = await house.actor(['handler', '440305']);
    const [sent, handled, reported, closed] = [
      await house.arrived(),
      await house.arrived(),
      await house.arrived(),
      await house.arrived({ places: { workplace: { code: '440306' } } }),
    ];
    await act(county, handled, 'sign', 'contact');
    await act(county, reported, 'sign', 'contact', 'report');
    const before = await Promise.all([sent, handled, reported].map(clocksOf));
    const change = await done({ kind: 'merge', intoId: unitId('440306'), memberships: 'grant' });
    expect(change.progress.handedOver).toBe(3);
    expect(await Promise.all([sent, handled, reported].map(clocksOf))).toEqual(before);
    const states = await Promise.all([sent, handled, reported, closed].map((id) => house.check(id)));
    expect(states.map((facts) => facts.state)).toEqual(['dispatched', 'handling', 'reported', 'dispatched']);
    expect(new Set(states.map((facts) => facts.accountable.id))).toEqual(new Set([unitId('440306')]));
    expect(states[2]?.turn?.unit.id).toBe(unitId('440300'));
    const baoan = await house.actor(['handler', '440306']);
    const shown = await house.show(baoan, handled);
    expect(shown.hops.at(-1)?.explanation.text).toContain('机构合并');
    expect(shown.hops.map((hop) => hop.toUnit.code).slice(-2)).toEqual(['440305', '440306']);
    await act(baoan, handled, 'contact', 'report');
    await act(baoan, sent, 'sign');
    expect(tree().get(NANSHAN)).toMatchObject({ active: false, heirId: unitId('440306') });
    expect(tree().ofRegion('440305')?.code).toBe('440306');
    await house.show(await house.actor(['handler', '440305']), handled);
  });

  it('leaves the turn of a merged superior to its heir', async () => {
    const id = await house.arrived();
    await act(await house.actor(['handler', '440305']), id, 'sign', 'contact', 'report');
    await done({ kind: 'merge', unitIds: [unitId('440300')], intoId: unitId('440100') });
    const facts = await house.check(id);
    expect(facts.turn?.unit.id).toBe(unitId('440100'));
    expect(facts.accountable.path).toBe('cn/44/4401/440305/');
    await act(await house.actor(['handler', '440100']), id, 'accept');
  });
});

describe('a county that is split', () => {
  it('gives its open work away by place, the rest to the heir', async () => {
    const west = await house.arrived({ places: { workplace: { code: '440305' } } });
    const parts = [
      { unitId: unitId('440306'), places: ['440305'], childIds: [] },
      {
        unitId: '0198c0de-0000-7000-8000-000000000001',
        code: '440398',
        name: '前海区总工会',
        places: [],
        childIds: [],
      },
    ];
    const draft = await planned({ kind: 'split', parts, heir: 1 });
    expect(draft.preview.handovers.map(({ toName, tickets }) => `${toName} ${tickets}`)).toEqual([
      '宝安区总工会 1',
      '前海区总工会 0',
    ]);
    await done({ kind: 'split', parts, heir: 1 });
    const facts = await house.check(west);
    expect(facts.accountable.id).toBe(unitId('440306'));
    expect(reviewChain(facts)[0]).toBe(unitId('440300'));
    expect(tree().get(NANSHAN).path).toBe('cn/44/4403/440398/440305/');
  });
});

describe('a county that is closed', () => {
  it('leaves its open work to its superior', async () => {
    const id = await house.arrived();
    await done({ kind: 'close' });
    const facts = await house.check(id);
    expect(facts.accountable.id).toBe(unitId('440300'));
    expect(reviewChain(facts)).toEqual(['440000', 'cn'].map(unitId));
    await act(await house.actor(['handler', '440300']), id, 'sign');
  });
});

describe('a change that dies in the middle', () => {
  it('is carried on by the next runner and ends the same', async () => {
    const ids = [await house.arrived(), await house.arrived(), await house.arrived()];
    await done({ kind: 'merge', intoId: unitId('440306') }, { strideMs: 0.01, hearMs: 0 });
    for (const id of ids) expect((await house.check(id)).accountable.id).toBe(unitId('440306'));
    const { rows } = await house.owner.query(
      `select (select count(*)::int from ticket where path ^@ 'cn/44/4403/440305/') +
         (select count(*)::int from ticket_access where path ^@ 'cn/44/4403/440305/') +
         (select count(*)::int from path_move where settled_at is null) as left`,
    );
    expect(rows).toEqual([{ left: 0 }]);
  });
});

describe('who may reorganise', () => {
  it.each([
    ['the nation', 'cn', 'allowed'],
    ['the province above both', '440000', 'allowed'],
    ['the city it leaves', '440300', 'not-in-your-units unitIds'],
    ['the county itself', '440305', 'not-in-your-units unitIds'],
  ])('%s', async (_, code, answer) => {
    const actor = await house.actor(['administrator', code]);
    expect(await refusalOf(planned({ kind: 'move', parentId: unitId('440100') }, actor))).toBe(answer);
  });
});
