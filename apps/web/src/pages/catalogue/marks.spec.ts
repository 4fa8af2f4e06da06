import { type Mark, markValues, markWords } from './marks';

/** 由[市]总工会: what is marked stands in brackets. */
const told = (marks: readonly Mark[]) =>
  marks.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

describe('what differs between two texts', () => {
  it.each([
    ['the same', '按工作地', '按工作地', '按工作地', '按工作地'],
    ['a sign replaced', '由区总工会主办', '由市总工会主办', '由[区]总工会主办', '由[市]总工会主办'],
    [
      'words added',
      '由市总工会主办',
      '由市总工会主办，区总协办',
      '由市总工会主办',
      '由市总工会主办[，区总协办]',
    ],
    ['words removed', '先看参保地，再看工作地', '先看参保地', '先看参保地[，再看工作地]', '先看参保地'],
    ['a Latin word is one piece', 'rank 10 first', 'rank 12 first', 'rank [10] first', 'rank [12] first'],
    ['nothing in common is replaced whole', '铁路职工', '欠薪由市办', '[铁路职工]', '[欠薪由市办]'],
    ['from nothing', '', '新说明', '', '[新说明]'],
    ['rare signs are not torn', '姓𠮷的人', '姓吉的人', '姓[𠮷]的人', '姓[吉]的人'],
  ])('%s', (_, before, after, left, right) => {
    const marks = markWords(before, after);
    expect([told(marks.before), told(marks.after)]).toEqual([left, right]);
  });

  it('is quick with texts of full length', () => {
    const marks = markWords('甲'.repeat(499) + '乙', '甲'.repeat(500));
    expect(marks.before.at(-1)).toEqual({ text: '乙', changed: true });
  });

  it.each<[string, string[], string[], boolean, string, string]>([
    ['a set marks what the other lacks', ['a', 'b'], ['b', 'c'], false, '[a]b', 'b[c]'],
    ['the order of a set is no difference', ['a', 'b'], ['b', 'a'], false, 'ab', 'ba'],
    ['an order is compared place by place', ['a', 'b'], ['b', 'a'], true, '[a][b]', '[b][a]'],
    ['no values before', [], ['a'], true, '', '[a]'],
  ])('%s', (_, before, after, ordered, left, right) => {
    const marks = markValues(before, after, ordered);
    expect([told(marks.before), told(marks.after)]).toEqual([left, right]);
  });
});
