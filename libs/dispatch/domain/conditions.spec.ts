import { NANSHAN, SHENZHEN, SMALL_TREE } from '../../../test/support/small-tree.js';
import { Tree } from '@hotline/organization';
import {
  type CatalogueRule,
  DRAFT_VERSION,
  matches,
  type RouteQuestion,
  type RuleConditions,
} from './catalogue.js';
import { outcomeOf } from './dry-run.js';
import { decideRoute } from './route.js';
import { inForce, standingOf } from './versions.js';

const unknown = { code: null, guessed: false };
const question = (
  rest: Partial<RouteQuestion> = {},
  workplace = { code: '440305', guessed: false },
): RouteQuestion => ({
  kind: 'complaint',
  field: 'pay',
  item: 'unpaid-wages',
  tags: ['migrant'],
  industry: 'platform',
  employer: '北京三快科技有限公司（美 团）',
  confidentiality: 'open',
  ...rest,
  places: { caller: unknown, employerSeat: unknown, insurance: unknown, workplace },
});
const holds = (when: RuleConditions, asked = question()) => matches({ when }, asked);

describe('conditions of a rule', () => {
  it.each<[RuleConditions, boolean]>([
    [{}, true],
    [{ kinds: ['help', 'complaint'] }, true],
    [{ kinds: ['help'] }, false],
    [{ fields: ['pay'], items: ['pay/unpaid-wages'] }, true],
    [{ items: ['hours/unpaid-wages'] }, false],
    [{ items: ['unpaid-wages'] }, false],
    [{ tags: ['group', 'migrant'] }, true],
    [{ tags: ['group'] }, false],
    [{ industries: ['platform'] }, true],
    [{ confidentiality: ['anonymous'] }, false],
    [{ employers: ['美团'] }, true],
    [{ employers: ['饿了么', '三快科技'] }, true],
    [{ employers: ['饿了么'] }, false],
    [{ places: ['4403'] }, true],
    [{ places: ['440306', '44'] }, true],
    [{ places: ['43'] }, false],
    [{ fields: ['pay'], places: ['43'] }, false],
    [{ tags: [] }, false],
  ])('%j: %s', (when, expected) => {
    expect(holds(when)).toBe(expected);
  });

  it('never hang on what is unknown or guessed', () => {
    const bare = {
      kind: undefined,
      field: undefined,
      item: null,
      tags: undefined,
      industry: null,
      employer: null,
    };
    for (const when of [
      { kinds: ['help'] },
      { items: ['pay/x'] },
      { tags: ['group'] },
      { employers: ['美团'] },
    ])
      expect(holds(when, question(bare))).toBe(false);
    expect(holds({ places: ['44'] }, question({}, { code: '440305', guessed: true }))).toBe(false);
  });
});

const toShenzhen: CatalogueRule = {
  no: 7,
  name: '平台骑手',
  rank: 5,
  when: { employers: ['美团'] },
  routeBy: [],
  level: 'county',
  chain: 'unit',
  unitId: SHENZHEN.id,
  text: '',
};
const byPlace: CatalogueRule = {
  ...toShenzhen,
  no: 12,
  name: '劳动报酬',
  rank: 30,
  when: { fields: ['pay'] },
  routeBy: ['workplace'],
  chain: 'territorial',
};
const catalogue = (version: number, ...rules: CatalogueRule[]) => ({
  version,
  effectiveFrom: new Date('2026-01-01T00:00:00Z'),
  author: '',
  note: '',
  rules,
});

describe('a rule that names a unit', () => {
  it('sends there whatever the places are, and says so', () => {
    expect(
      decideRoute(question({}, unknown as never), catalogue(7, byPlace, toShenzhen), SMALL_TREE),
    ).toMatchObject({
      clear: true,
      target: SHENZHEN,
      explanation: {
        text: '派单目录 v7 第 7 条：指定单位 · 平台骑手 → 深圳市总工会',
        catalogueVersion: 7,
        rule: 7,
      },
    });
  });

  it('is passed over when its unit has been closed', () => {
    const tree = new Tree(
      SMALL_TREE.all().map((unit) => (unit === SHENZHEN ? { ...unit, active: false } : unit)),
    );
    expect(decideRoute(question(), catalogue(7, byPlace, toShenzhen), tree)).toMatchObject({
      target: NANSHAN,
    });
    expect(decideRoute(question(), catalogue(7, toShenzhen), tree)).toMatchObject({
      clear: false,
      reason: 'no-rule',
      explanation: { text: '派单目录 v7 第 7 条指定的单位已停用', rule: 7 },
    });
  });

  it('speaks of a draft as a draft', () => {
    const { explanation } = decideRoute(question(), catalogue(DRAFT_VERSION, toShenzhen), SMALL_TREE);
    expect(explanation.text).toBe('派单目录草案 第 7 条：指定单位 · 平台骑手 → 深圳市总工会');
  });
});

describe('a dry run', () => {
  const [unit, place, none] = [[toShenzhen], [byPlace], []].map((rules) =>
    decideRoute(question(), catalogue(1, ...rules), SMALL_TREE),
  );
  it.each([
    [place, place, 'same'],
    [none, none, 'same'],
    [place, unit, 'changed'],
    [place, none, 'becomes-unclear'],
    [none, place, 'becomes-clear'],
  ])('tells what becomes of a ticket (%#)', (then, draft, outcome) => {
    expect(then && draft && outcomeOf(then, draft)).toBe(outcome);
  });
});

describe('versions', () => {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  const dated = (version: number, day: string) => ({ version, effectiveFrom: at(day) });
  const versions = [
    dated(1, '2025-01-01'),
    dated(2, '2026-03-01'),
    dated(3, '2026-02-01'),
    dated(4, '2026-03-01'),
  ];

  it.each([
    ['2024-01-01', undefined],
    ['2025-06-01', 1],
    ['2026-02-01', 3],
    ['2026-03-01', 4],
    ['2027-01-01', 4],
  ])('on %s version %s is in force', (day, version) => {
    expect(inForce(versions, at(day))?.version).toBe(version);
  });

  it.each([
    [1, 'superseded'],
    [2, 'superseded'],
    [3, 'in-force'],
    [4, 'scheduled'],
  ])('in the middle of February version %s is %s', (version, standing) => {
    const one = versions.find((each) => each.version === version);
    expect(one && standingOf(one, versions, at('2026-02-15'))).toBe(standing);
  });
});
