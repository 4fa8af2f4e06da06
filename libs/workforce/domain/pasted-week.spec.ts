import { readPastedWeek, spansOf } from './pasted-week.js';

const PEOPLE = [
  { accountId: '1', name: '李坐席' },
  { accountId: '2', name: '王芳' },
  { accountId: '3', name: '王芳' },
];
const read = (text: string) => readPastedWeek(text, '2026-03-09', PEOPLE);

describe('a pasted week', () => {
  it.each([
    ['8-16', [{ from: '08:00', to: '16:00' }]],
    ['08:00–16:30', [{ from: '08:00', to: '16:30' }]],
    ['22：00至次日6：00', [{ from: '22:00', to: '06:00' }]],
    [
      '8-12/13-17',
      [
        { from: '08:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
    ],
    ['16-24', [{ from: '16:00', to: '00:00' }]],
    ['休', []],
    ['', []],
    ['早班', null],
    ['8-25', null],
  ])('reads %j', (cell, spans) => expect(spansOf(cell)).toEqual(spans));

  it('is a line a person, Monday first, with or without a head', () => {
    const { shifts, faults } = read('姓名\t周一\t周二\t周三\n李坐席\t8-16\t休\t22-6\n\n');
    expect(faults).toEqual([]);
    expect(shifts).toEqual([
      { accountId: '1', day: '2026-03-09', from: '08:00', to: '16:00' },
      { accountId: '1', day: '2026-03-11', from: '22:00', to: '06:00' },
    ]);
  });

  it('or a line a shift', () => {
    expect(read('李坐席\t2026-03-12\t8:00\t16:00').shifts).toEqual([
      { accountId: '1', day: '2026-03-12', from: '08:00', to: '16:00' },
    ]);
    expect(read('李坐席,3月10日,8-16').shifts).toMatchObject([{ day: '2026-03-10' }]);
  });

  it('names every row it cannot read and keeps the others', () => {
    const { shifts, faults } = read('张三\t8-16\n王芳\t8-16\n李坐席\t早班\t8-16\n李坐席\t3/20\t8-16');
    expect(shifts).toHaveLength(1);
    expect(faults).toEqual([
      { row: 1, problem: 'no-such-person', text: '张三' },
      { row: 2, problem: 'two-of-that-name', text: '王芳' },
      { row: 3, problem: 'not-a-time', text: '早班' },
      { row: 4, problem: 'not-a-day', text: '3/20' },
    ]);
  });
});
