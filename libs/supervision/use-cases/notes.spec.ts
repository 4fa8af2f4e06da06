import { type Actor, unitId } from '@hotline/organization';
import { CaseHouse, refusalOf } from '../../../test/support/case-house.js';
import { AddNote, type NoteInput } from './add-note.js';
import { ListNotes } from './list-notes.js';
import { ReadNotes } from './read-notes.js';
import { checkSteps } from '../domain/check-ladder.js';
import { SHIPPED_LADDER } from '../domain/ladder.js';
import { SetLadder } from './set-ladder.js';
import { ShowLadder } from './show-ladder.js';

let house: CaseHouse;
let county: Actor;
let city: Actor;
let agent: Actor;
beforeAll(async () => {
  house = await CaseHouse.open();
  county = await house.actor(['handler', '440305']);
  city = await house.actor(['supervisor', '440300']);
  agent = await house.actor(['agent', 'cn']);
}, 60_000);
afterAll(() => house.close());

const add = async (id: string, actor: Actor, change: Partial<NoteInput> = {}) =>
  house.get(AddNote).run(actor, id, {
    text: '已约单位周四面谈',
    visible: 'all',
    mentions: [],
    correctsId: null,
    mask: false,
    ...change,
  });
const texts = async (id: string, actor: Actor) =>
  (await house.get(ListNotes).run(actor, id, undefined)).items.map(({ text }) => text);

describe('internal notes', () => {
  it('are read by whom they are for, and move no version', async () => {
    const id = await house.arrived();
    const before = await house.facts(id);
    await add(id, county, { text: '本单位', visible: 'unit' });
    await add(id, county, { text: '上级', visible: 'chain' });
    await add(id, county, { text: '全部', visible: 'all' });
    expect(await texts(id, county)).toEqual(['全部', '上级', '本单位']);
    expect(await texts(id, city)).toEqual(['全部', '上级']);
    expect((await house.check(id)).version).toBe(before.version);
    expect(JSON.stringify(await house.show(city, id))).not.toContain('上级"');
  });

  it('mention a unit and role, once told and once read', async () => {
    const id = await house.arrived();
    const supervisors = { unitId: unitId('440300'), role: 'supervisor' as const };
    await add(id, county, { visible: 'unit', mentions: [supervisors, supervisors] });
    const notes = await house.get(ListNotes).run(city, id, undefined);
    expect(notes.items[0]).toMatchObject({ unread: true, mentions: [{ role: 'supervisor', readAt: null }] });
    const told = await house.owner.query(`select 1 from notice where ticket_id = $1 and kind = 'mentioned'`, [
      id,
    ]);
    expect(told.rowCount).toBe(1);
    await house.get(ReadNotes).run(agent, id);
    await house.get(ReadNotes).run(city, id);
    expect((await house.get(ListNotes).run(city, id, undefined)).items[0]?.unread).toBe(false);
    const stranger = { unitId: unitId('510104'), role: 'any' as const };
    expect(await refusalOf(add(id, county, { mentions: [stranger] }))).toBe('unknown-unit mentions.0.unitId');
  });

  it('are corrected by another of the same author, never changed', async () => {
    const id = await house.arrived();
    await add(id, county);
    const noteId = (await house.get(ListNotes).run(county, id, undefined)).items[0]?.id ?? '';
    expect(await refusalOf(add(id, city, { correctsId: noteId }))).toBe('not-found correctsId');
    await add(id, county, { text: '更正：周五', correctsId: noteId });
    expect(await texts(id, county)).toEqual(['更正：周五', '已约单位周四面谈']);
    await expect(
      house.work.run({ accountId: county.accountId, prefixes: ['cn/'] }, () =>
        house.owner.query(`set role hotline_app; update note set text = 'x'`),
      ),
    ).rejects.toThrow('permission denied');
    await house.owner.query('reset role');
  });

  it('hold no number of a person', async () => {
    const id = await house.arrived();
    expect(await refusalOf(add(id, county, { text: '职工13812342046' }))).toBe('personal-in-text text');
    await add(id, county, { text: '职工13812342046', mask: true });
    expect(await texts(id, county)).toEqual(['职工138****2046']);
    const outsider = await house.actor(['handler', '510104']);
    expect(await refusalOf(add(id, outsider))).toBe('not-found');
    expect(await refusalOf(texts(id, outsider))).toBe('not-found');
  });
});

describe('publishing a ladder', () => {
  const publish = async (
    actor: Actor,
    code: string,
    effectiveFrom = '2026-03-11',
    steps = SHIPPED_LADDER,
    basedOn = 0,
  ) =>
    house.get(SetLadder).run(actor, { unitId: unitId(code), level: 'county', basedOn, effectiveFrom, steps });

  it('is for national and provincial administrators, dated, versioned', async () => {
    const province = await house.actor(['administrator', '440000']);
    expect(checkSteps(SHIPPED_LADDER).ok).toBe(true);
    expect(await refusalOf(publish(province, '510000'))).toBe('not-in-your-units unitId');
    expect(await refusalOf(publish(province, '440300'))).toBe('invalid-input unitId');
    expect(await refusalOf(publish(province, '440000', '2026-03-09'))).toBe('invalid-input effectiveFrom');
    expect(await refusalOf(publish(province, '440000', '2026-03-11', SHIPPED_LADDER.slice(1)))).toBe(
      'invalid-input steps',
    );
    const two = [1, 2].map(() => refusalOf(publish(province, '440000')));
    expect((await Promise.all(two)).sort()).toEqual(['allowed', 'stale-version']);
    await publish(province, '440000', '2026-03-11', SHIPPED_LADDER, 1);
    const shown = () => house.get(ShowLadder).run(city, unitId('440300'));
    const county = async () => (await shown()).levels.find(({ level }) => level === 'county')?.version;
    expect((await shown()).versions.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect(await county()).toBeNull();
    house.clock.set('2026-03-11T09:00:00+08:00');
    expect(await county()).toBe(2);
    const own = await house.get(ShowLadder).run(province, unitId('440000'));
    expect(own.levels.map(({ level, newest }) => `${level} ${newest}`)).toContain('county 2');
  });
});
