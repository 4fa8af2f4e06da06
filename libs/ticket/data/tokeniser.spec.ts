import { Tokeniser } from './tokeniser.js';

describe('cutting with the real dictionary', () => {
  const tokeniser = new Tokeniser();

  /** What PostgreSQL would answer: every term an exact lexeme, or the beginning of one. */
  function matches(document: string[], query: string): boolean {
    return query.split(' & ').every((term) => {
      const text = term.replace(/'|:\*/g, '');
      return document.some((lexeme) => (term.endsWith(':*') ? lexeme.startsWith(text) : lexeme === text));
    });
  }

  const text = '某某建筑公司拖欠木工班组十二名农民工工资约二十六万元，劳务公司与总包互相推诿。';

  it.each([
    ['工资', true],
    ['农民工工资', true],
    ['工资 拖欠', true],
    ['拖欠农民工的工资', true],
    ['某某建筑', true],
    ['木工', true],
    ['诿', true],
    ['班', true],
    ['加班费', false],
    ['工伤', false],
  ])('%s: %p', async (query, found) => {
    expect(matches(tokeniser.document(text), (await tokeniser.query(query)) ?? '')).toBe(found);
  });

  it('leaves out what a ticket does not have', () => {
    expect(tokeniser.document('标题', null, undefined, '')).toEqual(['标题', '题']);
  });
});
