import { type Actor, unitId, UnitTree } from '@hotline/organization';
import { custody, ListTickets } from '@hotline/ticket';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { SetChainMode } from './chain-settings.js';
import { DispatchTicket } from './dispatch-ticket.js';
import { PreviewRoute } from './preview-route.js';
import { RecallDispatch } from './recall-dispatch.js';
import { ShowSuggestions } from './show-suggestions.js';

let house: CaseHouse;
let dispatcher: Actor;
let root: Actor;

beforeAll(async () => {
  house = await CaseHouse.open();
  dispatcher = await house.actor(['dispatcher', 'cn']);
  root = await house.actor(['administrator', 'cn']);
}, 60_000);
afterAll(() => house.close());

const unclear = async () => {
  const id = await house.openTicket({ places: {} });
  await house.settle();
  return id;
};
const send = async (id: string, code: string, ...support: string[]) =>
  house.get(DispatchTicket).run(dispatcher, {
    ticketId: id,
    version: await house.version(id),
    unitId: unitId(code),
    support: support.map((one) => ({ unitId: unitId(one), asked: '核实本区工地情况', dueAt: null })),
  });
const setMode = (industry: string, mode: 'dual' | 'territorial-first' | 'industrial-first', rest = {}) =>
  house.get(SetChainMode).run(root, {
    industry,
    mode,
    dualLead: mode === 'dual' ? 'territorial' : null,
    unitId: null,
    effectiveFrom: '2026-03-10',
    note: null,
    ...rest,
  });
const closed = async (code: string, active: boolean) => {
  await house.owner.query('update unit set active = $2, version = version + 1 where code = $1', [
    code,
    active,
  ]);
  await house.get(UnitTree).refresh();
};
/** Nothing can be written to this unit. */
const unreachable = async (code: string, work: () => Promise<void>) => {
  await house.owner.query(`create function unreachable() returns trigger language plpgsql as
    $$ begin if new.to_unit_id = '${unitId(code)}' then raise exception 'unreachable'; end if; return new; end $$`);
  await house.owner.query(
    'create trigger unreachable before insert on hop for each row execute function unreachable()',
  );
  try {
    await work();
  } finally {
    await house.owner.query('drop trigger unreachable on hop; drop function unreachable()');
  }
};

describe('lead and support in one step', () => {
  it('are both sent, or the ticket stays in the queue with the reason', async () => {
    const id = await unclear();
    await unreachable('440306', async () => {
      expect(await refusalOf(send(id, '440305', '440306'))).toBe('receiver-failed support');
      const kept = await house.check(id);
      expect([kept.state, kept.queueReason, kept.hops.length, kept.supports.length]).toEqual([
        'unclear',
        'receiver-failed',
        1,
        0,
      ]);
    });
    const queue = await house
      .get(ListTickets)
      .run(dispatcher, { view: 'unclear', queueReason: 'receiver-failed' });
    expect(queue.items.map((row) => row.id)).toEqual([id]);
    await send(id, '440305', '440306');
    await house.settle();
    const sent = await house.check(id);
    expect([sent.state, sent.accountable.id]).toEqual(['dispatched', unitId('440305')]);
    expect(sent.supports.map((part) => part.unitId)).toEqual([unitId('440306')]);
    const shown = await house.show(dispatcher, id);
    expect(shown.hops.filter((hop) => hop.role === 'support')).toMatchObject([
      { toUnit: { code: '440306' }, explanation: { text: '派单员指派协办 → 宝安区总工会' } },
    ]);
  });

  it('are refused by name when one is closed or unfit, and nothing is sent', async () => {
    const id = await unclear();
    await closed('440306', false);
    expect(await refusalOf(send(id, '440305', '440306'))).toBe('unknown-unit support.0.unitId');
    await closed('440306', true);
    expect(await refusalOf(send(id, '440305', '440307', '440305'))).toBe('invalid-input support.1.unitId');
    expect((await house.check(id)).state).toBe('unclear');
  });

  it('are recalled together within the minute, unless the part was signed', async () => {
    const id = await unclear();
    await send(id, '440305', '440306');
    await house.get(RecallDispatch).run(dispatcher, id, await house.version(id));
    const back = await house.check(id);
    expect([back.state, back.supports[0]?.ending]).toEqual(['unclear', 'withdrawn']);
  });
});

describe('the setting of an industry', () => {
  it('is the root’s to make, today or later, and explains the hops it sends', async () => {
    const below = await house.actor(['administrator', '440000']);
    const choice = {
      industry: 'railway',
      dualLead: null,
      unitId: null,
      effectiveFrom: '2026-03-10',
      note: null,
    };
    const low = house.get(SetChainMode).run(below, { ...choice, mode: 'territorial-first' });
    expect(await refusalOf(low)).toBe('not-in-your-units');
    await setMode('railway', 'territorial-first');
    const id = await house.arrived({ industry: 'railway' });
    const facts = await house.facts(id);
    expect(facts.accountable.id).toBe(unitId('440305'));
    expect(custody(facts).explanation.text).toMatch(/属地优先（2026-03-10 起）$/);
  });

  it('双派: the district leads, the chain supports, in the step of the arrival', async () => {
    const shown = await setMode('railway', 'dual');
    expect(shown.find((one) => one.industry === 'railway')?.settings.map((one) => one.inForce)).toEqual([
      true,
      false,
    ]);
    const id = await house.arrived({ industry: 'railway' });
    const facts = await house.check(id);
    expect(facts.accountable.id).toBe(unitId('440305'));
    expect(facts.supports.map((part) => part.unitId)).toEqual([unitId('i1')]);
    const hops = (await house.show(dispatcher, id)).hops;
    const [lead, support] = hops.slice(-2);
    expect(support).toMatchObject({ role: 'support', parentHopId: lead?.id, sentAt: lead?.sentAt });
    expect(support?.explanation.text).toBe('双派（2026-03-10 起），协办 → 中华全国铁路总工会');
    const preview = await house.get(PreviewRoute).run(await house.actor(['agent', 'cn']), {
      ...facts,
      employer: undefined,
    });
    expect(preview.support.map((one) => one.unit.code)).toEqual(['i1']);
    const waiting = await house.openTicket({
      industry: 'railway',
      places: { caller: { code: '440305', guessed: true } },
    });
    await house.settle();
    const [best] = await house.get(ShowSuggestions).run(dispatcher, waiting);
    expect([best?.unit.code, best?.support.map((unit) => unit.code)]).toEqual(['i1', []]);
  });

  it('a receiver that is closed, or cannot be written, leaves the ticket with a dispatcher', async () => {
    await setMode('railway', 'dual');
    await closed('i1', false);
    const id = await house.openTicket({ industry: 'railway' });
    await house.settle();
    const kept = await house.check(id);
    expect([kept.state, kept.queueReason, kept.hops.length]).toEqual(['unclear', 'receiver-failed', 1]);
    const { rows } = await house.owner.query(
      `select facts from event where ticket_id = $1 and kind = 'ticket-unclear'`,
      [id],
    );
    expect(rows[0].facts).toMatchObject({
      receivers: [unitId('440305'), unitId('i1')],
      failed: unitId('i1'),
    });
    const told = (await house.show(dispatcher, id)).undelivered?.receivers ?? [];
    expect(told.map((one) => [one.unit.code, one.role, one.outcome])).toEqual([
      ['440305', 'lead', 'held-back'],
      ['i1', 'support', 'closed'],
    ]);
    await closed('i1', true);
    await unreachable('i1', async () => {
      const other = await house.openTicket({ industry: 'railway' });
      await house.settle();
      const left = await house.check(other);
      expect([left.state, left.queueReason, left.supports]).toEqual(['unclear', 'receiver-failed', []]);
      expect(left.accountable.id).toBe(unitId('440300'));
    });
  });

  it('platform work: the district of the working place leads, the platform’s union supports', async () => {
    await setMode('platform', 'dual', { unitId: unitId('i2') });
    const id = await house.arrived({ field: 'new-forms', tags: ['platform'] });
    const facts = await house.check(id);
    expect([facts.accountable.id, facts.supports[0]?.unitId]).toEqual([unitId('440305'), unitId('i2')]);
  });
});

describe('a case of another province', () => {
  it('passes the national node, and the home province supports from the arrival on', async () => {
    const id = await house.arrived(
      { places: { workplace: { code: '430104' } } },
      await house.actor(['agent', '440300']),
    );
    const facts = await house.check(id);
    expect(facts.hops.map((hop) => hop.toUnitId)).toEqual(
      ['440300', '440000', 'cn', '430000', '430100', '430104'].map(unitId),
    );
    expect(facts.supports).toMatchObject([{ unitId: unitId('440000'), ending: null }]);
    const [part] = (await house.show(dispatcher, id)).together.supports;
    expect(part).toMatchObject({
      source: 'home-province',
      explanation: '跨省办理：广东省总工会为职工所在省，协办',
    });
  });
});
