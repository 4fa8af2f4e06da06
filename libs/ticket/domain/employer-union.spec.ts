import { Tree, type Unit } from '@hotline/organization';
import { BAOAN, NANSHAN, NATION, SHENZHEN, GUANGDONG } from '../../../test/support/small-tree.js';
import { aTicket } from '../../../test/support/ticket-facts.js';
import { employerUnionOf, isUnionOf } from './employer-union.js';
import { fitReceiver } from './fit-receiver.js';
import { isKeptFrom, isWithheld } from './withholding.js';

const EMPLOYER = '深圳市长明电子（南山）有限公司';
const below = (parent: Unit, code: string, name: string): Unit => ({
  ...parent,
  id: `00000000-0000-7000-8000-0000000e${code.padStart(4, '0')}`,
  code,
  name,
  shortName: name,
  level: 'enterprise',
  parentId: parent.id,
  path: `${parent.path}${code}/`,
});
const UNION = below(NANSHAN, 'e1', '深圳市长明电子(南山)有限公司工会委员会');
const WORKSHOP = below(UNION, 'e2', '第二车间工会');
const OTHER = below(NANSHAN, 'e3', '深圳市安泰物流有限公司工会');
const TREE = new Tree([NATION, GUANGDONG, SHENZHEN, NANSHAN, BAOAN, UNION, WORKSHOP, OTHER]);

const post = (unit: Unit) => ({ id: unit.id, role: 'handler' as const, unitId: unit.id, path: unit.path });
const somebody = (...units: Unit[]) => ({
  accountId: '00000000-0000-7000-8000-0000000000aa',
  name: 'a',
  displayName: 'a',
  memberships: units.map(post),
});

it.each([
  ['深圳市长明电子（南山）有限公司工会', EMPLOYER, true],
  ['深圳市长明电子(南山)公司工会委员会', EMPLOYER, true],
  ['长明电子工会', EMPLOYER, true],
  ['深圳市安泰物流有限公司工会', EMPLOYER, false],
  ['电子工会', EMPLOYER, false],
  ['长明电子工会', null, false],
])('%s is the union of %s: %s', (union, employer, answer) => {
  expect(isUnionOf(union, employer)).toBe(answer);
});

it('is also every union below it, and never one of another level', () => {
  expect(employerUnionOf(TREE, WORKSHOP, EMPLOYER)).toBe(UNION);
  expect(employerUnionOf(TREE, OTHER, EMPLOYER)).toBeUndefined();
  expect(employerUnionOf(TREE, NANSHAN, '南山区总工会')).toBeUndefined();
});

const ticket = (rest: object) =>
  aTicket(NATION)
    .with({ employer: EMPLOYER, ...rest })
    .build();
const agreed = { identityConsent: { agreed: true } };

describe('the employer’s own union', () => {
  it.each<[string, object, Unit, Unit]>([
    ['a complaint', { kind: 'complaint' }, UNION, NANSHAN],
    ['a workshop of it', { kind: 'complaint' }, WORKSHOP, NANSHAN],
    ['help asked for openly goes there', { kind: 'help' }, UNION, UNION],
    [
      'help asked for behind the employer’s back does not',
      { kind: 'help', confidentiality: 'employer-blind' },
      UNION,
      NANSHAN,
    ],
    ['nor does an anonymous case', { kind: 'help', confidentiality: 'anonymous' }, UNION, NANSHAN],
    ['once the worker has agreed it may', { kind: 'complaint', ...agreed }, UNION, UNION],
    [
      'a taken-back agreement counts',
      { kind: 'complaint', identityConsent: { agreed: false } },
      UNION,
      NANSHAN,
    ],
    ['another enterprise receives it', { kind: 'complaint' }, OTHER, OTHER],
    [
      'the county is withdrawn too: the city',
      { kind: 'complaint', recusals: [{ accountId: null, unitId: NANSHAN.id }] },
      UNION,
      SHENZHEN,
    ],
  ])('%s', (_, rest, named, received) => {
    expect(fitReceiver(ticket(rest), named, TREE).unit.name).toBe(received.name);
  });

  it('says why it is another', () => {
    expect(fitReceiver(ticket({}), UNION, TREE)).toMatchObject({
      code: 'employer-blind',
      because: '职工未同意向本单位公开身份，由南山区总工会办理',
    });
  });

  it.each<[string, object, Unit[], boolean, boolean]>([
    ['its people learn nothing', { kind: 'complaint' }, [UNION], true, true],
    ['in no other post either', { kind: 'complaint' }, [UNION, NANSHAN], true, true],
    ['the county does', { kind: 'complaint' }, [NANSHAN], false, false],
    ['another enterprise sees an open complaint', { kind: 'complaint' }, [OTHER], false, false],
    [
      'but no name where it is hidden',
      { kind: 'help', confidentiality: 'employer-blind' },
      [OTHER],
      true,
      false,
    ],
    ['agreed', { kind: 'complaint', confidentiality: 'employer-blind', ...agreed }, [UNION], false, false],
    [
      'a withdrawn person learns nothing',
      { recusals: [{ accountId: somebody(NANSHAN).accountId, unitId: null }] },
      [NANSHAN],
      true,
      true,
    ],
    [
      'nor does a withdrawn unit',
      { recusals: [{ accountId: null, unitId: NANSHAN.id }] },
      [NANSHAN],
      true,
      true,
    ],
  ])('%s', (_, rest, units, withheld, kept) => {
    const facts = ticket(rest);
    expect(isWithheld(facts, somebody(...units), TREE)).toBe(withheld);
    expect(isKeptFrom(facts, somebody(...units), TREE)).toBe(kept);
  });
});
