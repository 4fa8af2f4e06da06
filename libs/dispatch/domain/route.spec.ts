import {
  CHANGSHA,
  GUANGDONG,
  NANSHAN,
  RAILWAY,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';
import type { CatalogueRule, RouteQuestion } from './catalogue.js';
import { decideRoute, unitOfPlace } from './route.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';

const unknown = { code: null, guessed: false };
const nowhere = { caller: unknown, workplace: unknown, employerSeat: unknown, insurance: unknown };
const at = (code: string, guessed = false) => ({ code, guessed });

const pay = (places: Partial<RouteQuestion['places']>, rest: Partial<RouteQuestion> = {}): RouteQuestion => ({
  kind: 'complaint',
  field: 'pay',
  tags: [],
  industry: null,
  confidentiality: 'open',
  ...rest,
  places: { ...nowhere, ...places },
});

describe('where a ticket goes', () => {
  it.each([
    ['the workplace decides', pay({ workplace: at('440305'), employerSeat: at('430100') }), NANSHAN, 12],
    [
      'without it the employer’s seat',
      pay({ employerSeat: at('430100'), caller: at('440305') }),
      CHANGSHA,
      12,
    ],
    ['then the confirmed place of the caller', pay({ caller: at('440300') }), SHENZHEN, 12],
    [
      'a guess never decides',
      pay({ workplace: at('440305', true), employerSeat: at('430100') }),
      CHANGSHA,
      12,
    ],
    [
      'insurance goes where it is paid',
      pay({ insurance: at('440300'), workplace: at('430100') }, { field: 'insurance' }),
      SHENZHEN,
      15,
    ],
    [
      'railway workers belong to their chain',
      pay({ workplace: at('440305') }, { industry: 'railway' }),
      RAILWAY,
      1,
    ],
    ['suggestions stop at the city', pay({ workplace: at('440305') }, { kind: 'suggestion' }), SHENZHEN, 3],
    [
      'complaints about a union go to the province',
      pay({ workplace: at('440305') }, { field: 'union-affairs' }),
      GUANGDONG,
      2,
    ],
    ['a division without its own union: the nearest above', pay({ workplace: at('440399') }), SHENZHEN, 12],
  ])('%s', (_, question, target, rule) => {
    const decision = decideRoute(question, SHIPPED_CATALOGUE, SMALL_TREE);
    expect(decision).toMatchObject({ clear: true, target, explanation: { catalogueVersion: 1, rule } });
  });

  it('explains itself in one sentence', () => {
    const decision = decideRoute(pay({ workplace: at('440305') }), SHIPPED_CATALOGUE, SMALL_TREE);
    expect(decision.explanation.text).toBe('派单目录 v1 第 12 条：工作地 440305 · 劳动报酬 → 南山区总工会');
  });

  it.each([
    ['no place at all', pay({}), 'place-unknown'],
    ['only guesses', pay({ caller: at('440305', true) }), 'place-unknown'],
    ['a place outside the tree', pay({ workplace: at('650100') }), 'place-unknown'],
    ['nothing in the catalogue', pay({ workplace: at('440305') }, { field: 'unheard-of' }), 'no-rule'],
  ])('leaves to a dispatcher: %s', (_, question, reason) => {
    expect(decideRoute(question, SHIPPED_CATALOGUE, SMALL_TREE)).toMatchObject({ clear: false, reason });
  });

  it('calls two rules of one rank that name different units a conflict', () => {
    const second: CatalogueRule = {
      ...(SHIPPED_CATALOGUE.rules[4] as CatalogueRule),
      no: 31,
      routeBy: ['employerSeat'],
    };
    const catalogue = { ...SHIPPED_CATALOGUE, rules: [...SHIPPED_CATALOGUE.rules, second] };
    const question = pay({ workplace: at('440305'), employerSeat: at('430100') });
    expect(decideRoute(question, catalogue, SMALL_TREE)).toMatchObject({
      clear: false,
      reason: 'rules-conflict',
      explanation: { text: '规则冲突：第 12 条与第 31 条指向不同单位' },
    });
    const agreeing = pay({ workplace: at('440305'), employerSeat: at('440305') });
    expect(decideRoute(agreeing, catalogue, SMALL_TREE)).toMatchObject({ clear: true, target: NANSHAN });
  });

  it.each([
    ['county', NANSHAN],
    ['city', SHENZHEN],
    ['province', GUANGDONG],
  ] as const)('goes no deeper than the rule’s level %s', (level, expected) => {
    expect(unitOfPlace(SMALL_TREE, '440305', level)).toBe(expected);
  });

  it('numbers every shipped rule once', () => {
    const numbers = SHIPPED_CATALOGUE.rules.map((rule) => rule.no);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
