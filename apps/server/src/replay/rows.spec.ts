import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InvalidMap, readMap } from './map.js';
import { readRows } from './rows.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'hotline-replay-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, rest: object = {}): Promise<[number, unknown][]> {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, content);
  const map = readMap(
    JSON.stringify({ version: 1, key: 'id', ...rest, fields: { title: { column: 'text' } } }),
  );
  const found: [number, unknown][] = [];
  for await (const { number, row, fault } of readRows(file, map)) found.push([number, fault ?? row?.text]);
  return found;
}

it('reads plain and gzip, with byte order mark, quotes and line breaks', async () => {
  const text = '\ufeffid,text\r\n1,"一，""二""\n三"\r\n2,四\r\n';
  const rows = [
    [1, '一，"二"\n三'],
    [2, '四'],
  ];
  expect(await read(text)).toEqual(rows);
  expect(await read(gzipSync(text))).toEqual(rows);
});

it('reads GB 18030', async () => {
  const bytes = Buffer.concat([
    Buffer.from('id,text\n1,'),
    Buffer.from([0xb9, 0xa4, 0xd7, 0xca]),
    Buffer.from('\n'),
  ]);
  expect(await read(bytes, { encoding: 'gb18030' })).toEqual([[1, '工资']]);
});

it.each([
  [
    'too few and too many columns',
    'id,text\n1,a\n2\n3,b,c\n4,d\n',
    [
      [1, 'a'],
      [2, 'malformed:CSV_RECORD_INCONSISTENT_COLUMNS (line 3)'],
      [3, 'malformed:CSV_RECORD_INCONSISTENT_COLUMNS (line 4)'],
      [4, 'd'],
    ],
  ],
  [
    'a quote in the middle',
    'id,text\n1,a"b\n2,c\n',
    [
      [1, 'malformed:INVALID_OPENING_QUOTE (line 2)'],
      [2, 'c'],
    ],
  ],
  [
    'a quote that is never closed',
    'id,text\n1,a\n2,"b\n3,c\n',
    [
      [1, 'a'],
      [2, 'malformed:CSV_QUOTE_NOT_CLOSED (line 3–4)'],
    ],
  ],
])('numbers every row and goes on after %s', async (_, text, rows) => {
  expect(await read(text)).toEqual(rows);
});

it.each([
  ['id\n1\n', 'no column "text"'],
  ['id,text,text\n', 'two columns "text"'],
])('refuses a header that does not fit: %j', async (text, sentence) => {
  await expect(read(text)).rejects.toThrow(InvalidMap);
  await expect(read(text)).rejects.toThrow(sentence);
});

it('reports a gzip file that ends early', async () => {
  const whole = gzipSync(`id,text\n${'1,abc\n'.repeat(1_000)}`);
  await expect(read(whole.subarray(0, whole.length - 20))).rejects.toThrow(/unexpected end/);
});
