import type { Actor, Role, Unit } from '@hotline/organization';
import { BAOAN, GUANGDONG, NANSHAN, SHENZHEN } from '../../../test/support/small-tree.js';
import { cleanText, isMeant, maySee, type NoteCircle } from './note-rules.js';
import { superiorPost } from './superior.js';

const person = (...posts: [Role, Unit][]): Actor => ({
  accountId: 'someone',
  name: 'somebody',
  displayName: '某人',
  memberships: posts.map(([role, unit], n) => ({ id: `m${n}`, role, unitId: unit.id, path: unit.path })),
});

describe('who reads a note of 南山', () => {
  it.each<[NoteCircle, Unit, Unit[], boolean]>([
    ['unit', NANSHAN, [], true],
    ['unit', SHENZHEN, [], false],
    ['unit', SHENZHEN, [SHENZHEN], true],
    ['chain', SHENZHEN, [], true],
    ['chain', GUANGDONG, [], true],
    ['chain', BAOAN, [], false],
    ['chain', BAOAN, [BAOAN], true],
    ['all', BAOAN, [], true],
  ])('written for %s: %#', (visible, reader, mentioned, expected) => {
    const note = {
      unitId: NANSHAN.id,
      unitPath: NANSHAN.path,
      visible,
      mentioned: mentioned.map(({ id }) => id),
    };
    expect(maySee(person(['handler', reader]), note)).toBe(expected);
  });

  it('means a role of a unit', () => {
    const reader = person(['handler', NANSHAN]);
    expect(isMeant(reader, { unitId: NANSHAN.id, role: 'handler' })).toBe(true);
    expect(isMeant(reader, { unitId: NANSHAN.id, role: 'any' })).toBe(true);
    expect(isMeant(reader, { unitId: NANSHAN.id, role: 'supervisor' })).toBe(false);
    expect(isMeant(reader, { unitId: BAOAN.id, role: 'any' })).toBe(false);
  });

  it('keeps numbers of persons out', () => {
    expect(cleanText('text', '已与单位联系', false)).toEqual({ ok: true, value: '已与单位联系' });
    const refused = cleanText('text', '电话13812342046', false);
    expect(refused.ok ? null : refused.refusal).toEqual({ code: 'personal-in-text', field: 'text' });
    expect(cleanText('text', '电话13812342046', true)).toEqual({ ok: true, value: '电话138****2046' });
  });
});

describe('in whose name a superior speaks', () => {
  it.each<[string, [Role, Unit][], string | undefined]>([
    [
      'the nearest above',
      [
        ['supervisor', GUANGDONG],
        ['handler', SHENZHEN],
      ],
      SHENZHEN.id,
    ],
    ['never the unit itself', [['supervisor', NANSHAN]], undefined],
    [
      'only with the right',
      [
        ['agent', SHENZHEN],
        ['dispatcher', GUANGDONG],
      ],
      GUANGDONG.id,
    ],
    ['not a neighbour', [['supervisor', BAOAN]], undefined],
  ])('%s', (_, posts, expected) => {
    expect(superiorPost(person(...posts), 'ticket.supervise', NANSHAN)?.unitId).toBe(expected);
  });
});
