import { crc32 } from 'node:zlib';
import { sheetCells, unzipped } from '../../../test/support/unzipped.js';
import type { Cell, SheetHead } from '../domain/sheet.js';
import type { FileState } from './sheet-file.js';
import { XlsxFile } from './xlsx-file.js';

const HEAD: SheetHead = {
  title: '话务报表 · 队列',
  notes: [
    ['单位', '广东省总工会'],
    ['接通率', '口径 v1：接通 ÷ 请求人工'],
  ],
  columns: [
    { head: '时间', kind: 'moment' },
    { head: '号码', kind: 'text' },
    { head: '接通率 %', kind: 'percent' },
  ],
};
const AT = Date.parse('2026-03-10T09:05:00+08:00');
const rowsFrom = (first: number, count: number): Cell[][] =>
  Array.from({ length: count }, (_, n) => [AT + (first + n) * 60_000, `138****${first + n}`, 66.67]);

/** As the job does it: what is known between two pieces goes through the database as JSON. */
async function written(file: XlsxFile, pages: readonly Cell[][][]): Promise<Buffer> {
  const kept = (state: FileState): FileState => JSON.parse(JSON.stringify(state)) as FileState;
  const begun = await file.begin(HEAD);
  const bytes = [begun.bytes];
  let state = kept(begun.state);
  for (const page of pages) {
    const piece = await file.rows(HEAD, state, page);
    bytes.push(piece.bytes);
    state = kept(piece.state);
  }
  bytes.push((await file.end(HEAD, state)).bytes);
  return Buffer.concat(bytes);
}

describe('an XLSX file in pieces', () => {
  it('holds title, notes, heads and every row, in order', async () => {
    const parts = unzipped(await written(new XlsxFile(), [rowsFrom(0, 3), [], rowsFrom(3, 2)]));
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const cells = sheetCells(parts.get('xl/worksheets/sheet1.xml') ?? '');
    expect(cells.slice(0, 5)).toEqual([
      ['话务报表 · 队列'],
      ['单位', '广东省总工会'],
      ['接通率', '口径 v1：接通 ÷ 请求人工'],
      [],
      ['时间', '号码', '接通率 %'],
    ]);
    expect(cells.slice(5).map(([, number]) => number)).toEqual([0, 1, 2, 3, 4].map((n) => `138****${n}`));
    // 2026-03-10 09:05 in Shanghai, as Excel counts days
    expect(Number(cells[5]?.[0])).toBeCloseTo(46_091.378_472, 5);
  });

  it('goes on on further sheets where one is full', async () => {
    const parts = unzipped(await written(new XlsxFile(8), [rowsFrom(0, 2), rowsFrom(2, 12)]));
    const sheets = [1, 2, 3].map((n) => sheetCells(parts.get(`xl/worksheets/sheet${n}.xml`) ?? ''));
    expect(sheets.map((cells) => cells.length)).toEqual([8, 8, 5]);
    const numbers = [sheets[0]?.slice(5), sheets[1]?.slice(1), sheets[2]?.slice(1)].flat();
    expect(numbers.map((row) => row?.[1])).toEqual(Array.from({ length: 14 }, (_, n) => `138****${n}`));
    expect(sheets[1]?.[0]).toEqual(['时间', '号码', '接通率 %']);
    expect(parts.get('[Content_Types].xml')).toContain('/xl/worksheets/sheet3.xml');
  });

  it('says the right checksum of what it packed piece by piece', async () => {
    const bytes = await written(new XlsxFile(), [rowsFrom(0, 400), rowsFrom(400, 400)]);
    const sheet = unzipped(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    const entry = bytes.readUInt32LE(end + 16);
    expect(bytes.readUInt32LE(entry + 16)).toBe(crc32(sheet));
  });

  it('keeps text as text, and drops what XML cannot hold', async () => {
    const page: Cell[][] = [[null, '=1+1 <b>&"\u0001', null]];
    const sheet = unzipped(await written(new XlsxFile(), [page])).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;b&gt;&amp;&quot;</t>');
  });
});
