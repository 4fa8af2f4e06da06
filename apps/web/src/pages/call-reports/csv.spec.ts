import { csvCell, csvLine } from './csv';

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
