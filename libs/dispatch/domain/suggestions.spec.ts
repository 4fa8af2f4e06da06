import {
  BAOAN,
  CHANGSHA,
  NANSHAN,
  NATION,
  RAILWAY,
  SHENZHEN,
  SMALL_TREE,
} from '../../../test/support/small-tree.js';
import type { RouteQuestion } from './catalogue.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';
import { namedPlaces, suggest, type SuggestionFacts } from './suggestions.js';

const unknown = { code: null, guessed: false };
const question: RouteQuestion = {
  kind: 'complaint',
  field: 'pay',
  places: { caller: unknown, workplace: unknown, employerSeat: unknown, insurance: unknown },
};
const facts = (rest: Partial<SuggestionFacts>): SuggestionFacts => ({
  question,
  words: '',
  proposedUnitId: null,
  recent: new Map(),
  holder: NATION,
  ...rest,
});
const ask = (rest: Partial<SuggestionFacts>) => suggest(facts(rest), SHIPPED_CATALOGUE, SMALL_TREE);
const total = (found: { share: number }[]) => found.reduce((sum, one) => sum + one.share, 0);

describe('suggestions for a dispatcher', () => {
  it('ranks the places of the case, guesses at half their weight, and adds up to 100', () => {
    const places = {
      ...question.places,
      caller: { code: '440305', guessed: true },
      employerSeat: { code: '430100', guessed: false },
    };
    const found = ask({ question: { ...question, places } });
    expect(found.map((one) => one.unit)).toEqual([CHANGSHA, NANSHAN]);
    expect(total(found)).toBe(100);
    expect(found[1]?.reasons).toEqual([{ text: '来电地为推测，待核', rule: 12 }]);
  });

  it('reads place names in the worker’s words, the deepest of a chain', () => {
    expect(namedPlaces('我在深圳市南山区的工地上班', NATION, SMALL_TREE)).toEqual([NANSHAN]);
    expect(namedPlaces('我在南山区上班', SHENZHEN, SMALL_TREE)).toEqual([NANSHAN]);
    expect(namedPlaces('说不清', NATION, SMALL_TREE)).toEqual([]);
  });

  it('puts the unit proposed by a return first', () => {
    const found = ask({
      proposedUnitId: BAOAN.id,
      words: '南山区',
      question: { ...question, industry: 'railway' },
    });
    expect(found.map((one) => one.unit)).toEqual([BAOAN, RAILWAY, NANSHAN]);
  });

  it('strengthens with history but never suggests by history alone', () => {
    const found = ask({
      words: '南山区',
      recent: new Map([
        [NANSHAN.id, 38],
        [BAOAN.id, 90],
      ]),
    });
    expect(found.map((one) => one.unit)).toEqual([NANSHAN]);
    expect(found[0]?.reasons.at(-1)?.text).toBe('近 90 天同类 38 件派往该单位');
  });

  it('says so when nothing is known: the holding unit asks the worker', () => {
    const found = ask({});
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ unit: NATION, share: 100 });
  });

  it('never offers more than five', () => {
    const places = {
      caller: { code: '440305', guessed: false },
      workplace: { code: '440306', guessed: false },
      employerSeat: { code: '430100', guessed: false },
      insurance: { code: '440000', guessed: false },
    };
    const found = ask({
      question: { ...question, places, industry: 'railway' },
      proposedUnitId: SHENZHEN.id,
    });
    expect(found).toHaveLength(5);
    expect(total(found)).toBe(100);
  });
});
