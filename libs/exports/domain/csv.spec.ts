import { csvCell, csvHead, csvLine, csvRow } from './csv.js';

describe('a cell of an exported file', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['+86', `'+86`],
    ['-2', `'-2`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['＝1', `'＝1`],
    ['\t=1', `'\t=1`],
    [' =cmd|x', `' =cmd|x`],
    ['a,b', '"a,b"'],
    ['说"好"', '"说""好"""'],
    ['两\n行', '"两\n行"'],
    ['138****2046', '138****2046'],
    [-5, '-5'],
    [null, ''],
  ])('%j becomes %j', (given, cell) => {
    expect(csvCell(given)).toBe(cell);
  });

  it('stands in a line that ends as RFC 4180 says', () => {
    expect(csvLine(['队列', 1, null])).toBe('队列,1,\r\n');
  });
});

describe('a CSV file', () => {
  const columns = [
    { head: '时间', kind: 'moment' as const },
    { head: '接通率 %', kind: 'percent' as const },
  ];

  it('begins with title, notes, an empty line and the heads', () => {
    const head = { title: '话务报表', notes: [['接通率', '口径 v1：接通 ÷ 请求人工']] as const, columns };
    expect(csvHead(head)).toBe('话务报表\r\n接通率,口径 v1：接通 ÷ 请求人工\r\n\r\n时间,接通率 %\r\n');
  });

  it('writes moments as Beijing time', () => {
    expect(csvRow(columns, [Date.parse('2026-03-10T01:05:00Z'), 66.67])).toBe(
      '2026-03-10 09:05:00,66.67\r\n',
    );
  });
});
