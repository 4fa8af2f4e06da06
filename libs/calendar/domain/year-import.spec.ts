import { readYearImport, withImportedYear } from './year-import.js';

const usual = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
const read = (text: string) => readYearImport(text, 2027, usual);

it('reads the words of the notice: spans, make-up days, halves, any separator', () => {
  const { lines, faults } = read(
    [
      '日期,名称,安排',
      '# 国办发明电〔2026〕7号',
      '2027-01-01~2027-01-03,元旦,放假',
      '',
      '2027年2月6日\t春节\t上班',
      '2027/4/9，三月三，休',
      '2027-12-31,除夕前,半天',
      '2027-12-30,盘点,下午',
    ].join('\n'),
  );
  expect(faults).toEqual([]);
  expect(lines.map((line) => [line.line, line.entries.map((entry) => entry.date).join()])).toEqual([
    [3, '2027-01-01,2027-01-02,2027-01-03'],
    [5, '2027-02-06'],
    [6, '2027-04-09'],
    [7, '2027-12-31'],
    [8, '2027-12-30'],
  ]);
  const entries = lines.flatMap((line) => line.entries);
  expect(entries[3]).toEqual({ date: '2027-02-06', kind: 'workday', name: '春节' });
  expect(entries[5]).toMatchObject({ kind: 'workday', slots: [usual[0]] });
  expect(entries[6]).toMatchObject({ kind: 'workday', slots: [usual[1]] });
});

it.each([
  ['2027-02-30,春节,放假', 'not-a-date'],
  ['2027-02-06~2027-02-01,春节,放假', 'not-a-date'],
  ['2027-01-01~2027-12-31,全年,放假', 'not-a-date'],
  ['2026-10-01,国庆节,放假', 'other-year'],
  ['2027-10-01,国庆节,开心', 'unknown-kind'],
  ['2027-10-01', 'unknown-kind'],
  ['<script>', 'not-a-date'],
])('%s is named by its line: %s', (text, problem) => {
  const { faults, lines } = read(`2027-01-01,元旦,放假\n${text}`);
  expect(faults).toMatchObject([{ field: 'lines.2', problem }]);
  expect(lines[1]?.entries).toEqual([]);
});

it('names a date written twice, and stops after five hundred lines', () => {
  expect(read('2027-01-01,元旦,放假\n2027-01-01,元旦,上班').faults).toMatchObject([
    { field: 'lines.2', problem: 'date-twice', facts: { row: 1 } },
  ]);
  const many = Array.from({ length: 501 }, () => 'x').join('\n');
  expect(read(many).faults.at(-1)).toMatchObject({ problem: 'too-many' });
});

it('replaces the year and leaves the others', () => {
  const before = [
    { date: '2026-10-01', kind: 'off' as const, name: '国庆节' },
    { date: '2027-01-02', kind: 'off' as const, name: '误' },
  ];
  const after = withImportedYear(before, 2027, [{ date: '2027-01-01', kind: 'off', name: '元旦' }]);
  expect(after.map((entry) => entry.date)).toEqual(['2026-10-01', '2027-01-01']);
});
