import { HOLE_S, lineOf, type LogRow, numbered, placeAfter, secondOf, type TablePlace } from './table.js';

const row = (id: number, change: Partial<LogRow> = {}): LogRow => ({
  id: String(id),
  time: '1795356581',
  callid: '1795356581.7',
  queuename: 'q12351',
  agent: 'NONE',
  event: 'ENTERQUEUE',
  data: ['', '13800001111', '1', null, null],
  ...change,
});
const START: TablePlace = { table: 'x', upTo: 0, holes: [], lines: 0 };

describe('a row of queue_log', () => {
  it.each([
    ['1795356581', 1_795_356_581],
    ['1795356581.999999', 1_795_356_581],
    ['2026-11-22 14:09:41.050354', 1_795_327_781],
    ['2026-11-22T14:09:41', 1_795_327_781],
    ['2026-02-30 10:00:00', null],
    ['yesterday', null],
    ['', null],
    [null, null],
  ])('at %j is of second %j', (text, wanted) => expect(secondOf(text)).toBe(wanted));

  it.each<[string, LogRow, string]>([
    ['with five columns', row(1), '1795356581|1795356581.7|q12351|NONE|ENTERQUEUE||13800001111|1'],
    [
      'with all five',
      row(1, { event: 'BLINDTRANSFER', data: ['80', 'ctx', '3', '9', '1'] }),
      '1795356581|1795356581.7|q12351|NONE|BLINDTRANSFER|80|ctx|3|9|1',
    ],
    [
      'with one',
      row(1, { event: 'ABANDON', data: ['1|1|9'] }),
      '1795356581|1795356581.7|q12351|NONE|ABANDON|1|1|9',
    ],
    [
      'with nothing',
      row(1, { event: 'QUEUESTART', data: [null, null] }),
      '1795356581|1795356581.7|q12351|NONE|QUEUESTART|',
    ],
    [
      'with a bar in a name',
      row(1, { agent: '坐席|8001\n', data: [null] }),
      '1795356581|1795356581.7|q12351|坐席 8001 |ENTERQUEUE|',
    ],
    ['without a time', row(1, { time: null, data: [''] }), '?|1795356581.7|q12351|NONE|ENTERQUEUE|'],
  ])('%s is the line of the file', (_, given, line) => expect(lineOf(given)).toBe(line));
});

describe('numbers of rows', () => {
  it('are those of the lines, with empty lines for what is missing', () => {
    const [part, ...others] = numbered([row(7), row(8), row(11)], 100);
    expect(others).toEqual([]);
    expect(part).toMatchObject({ linesBefore: 6, count: 3 });
    expect(part?.text.split('\n').map((line) => line !== '')).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('far apart are parts of their own', () => {
    expect(
      numbered([row(7), row(900), row(901)], 100).map(({ linesBefore, count }) => [linesBefore, count]),
    ).toEqual([
      [6, 1],
      [899, 2],
    ]);
  });

  it('that are missing are waited for, and not for ever', () => {
    const first = placeAfter(START, [row(5), row(7)], 100);
    expect(first).toMatchObject({ upTo: 7, holes: [], lines: 2 });
    const second = placeAfter(first, [row(8), row(11)], 200);
    expect(second).toMatchObject({
      upTo: 11,
      holes: [
        [9, 200],
        [10, 200],
      ],
    });
    const third = placeAfter(second, [row(9)], 300);
    expect(third).toMatchObject({ upTo: 11, holes: [[10, 200]], lines: 5 });
    expect(placeAfter(third, [], 200 + HOLE_S).holes).toEqual([]);
  });

  it('of a deleted stretch do not fill the memory', () => {
    const first = placeAfter(START, [row(1)], 0);
    expect(placeAfter(first, [row(5_000_000)], 1).holes).toHaveLength(1_000);
  });
});
