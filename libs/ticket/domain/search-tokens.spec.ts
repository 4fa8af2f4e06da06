import { searchQuery, searchTokens } from './search-tokens.js';

describe('lexemes of a document', () => {
  it.each([
    ['拖欠工资', ['拖欠', '欠工', '工资', '资']],
    ['工', ['工']],
    ['𠮷野家欠薪', ['𠮷野', '野家', '家欠', '欠薪', '薪']],
    ['加班费 3200 元', ['加班', '班费', '费', '3200', '元']],
    ['ＡＢＣ电子 VIP', ['abc', '电子', '子', 'vip']],
    ['工单20260316-00655号', ['工单', '单', '20260316-00655', '号']],
    ['工资工资', ['工资', '资工', '资']],
    ['，。！', []],
    ["o'brien & co:*", ['o', 'brien', 'co']],
  ])('%s', (text, tokens) => expect(searchTokens(text)).toEqual(tokens));

  it('cuts words no index can hold', () => {
    expect(searchTokens('x'.repeat(5000))).toEqual(['x'.repeat(64)]);
  });
});

describe('the query for what a person typed', () => {
  const cuts: Record<string, string[]> = {
    拖欠农民工的工资: ['拖欠', '农民工', '的', '工资'],
    李某公司: ['李', '某', '公司'],
    欠工资: ['欠', '工资'],
  };
  const cut = (text: string) => cuts[text] ?? [...text];

  it.each([
    ['拖欠农民工的工资', "'拖欠' & '农民' & '民工' & '工资'"],
    ['李某公司', "'李某' & '公司'"],
    ['欠工资', "'欠':* & '工资'"],
    ['薪', "'薪':*"],
    ['的', "'的':*"],
    ['20260316-00655', "'20260316-00655'"],
    ['00655', "'00655':*"],
    ['ABC 欠工资', "'abc':* & '欠':* & '工资'"],
    ["') | 'x", "'x':*"],
    ['a'.repeat(100), `'${'a'.repeat(64)}':*`],
  ])('%s', (text, query) => expect(searchQuery(text, cut)).toBe(query));

  it.each([[''], ['  '], ['&|!():*'], ["'''"]])('%p looks for nothing', (text) =>
    expect(searchQuery(text, cut)).toBeNull(),
  );

  it('stops at sixteen terms', () => {
    const text = Array.from({ length: 40 }, (_, at) => `w${at}`).join(' ');
    expect(searchQuery(text, cut)?.split(' & ')).toHaveLength(16);
  });
});
