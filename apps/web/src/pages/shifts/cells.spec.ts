import type { ShiftWeek } from '../../api/contract';
import { cellText, copiedCells, readCell, readCells, storedCells } from './cells';

const week = (monday: string, change: Partial<ShiftWeek> = {}): ShiftWeek =>
  ({
    monday,
    people: [{ accountId: 'a', name: '甲' }],
    days: [0, 1].map((n) => ({
      day: `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + n).padStart(2, '0')}`,
      workday: true,
      past: false,
    })),
    shifts: [],
    ...change,
  }) as unknown as ShiftWeek;

describe('a cell of the roster', () => {
  it.each([
    ['8-16', [{ from: '08:00', to: '16:00' }]],
    ['22-6', [{ from: '22:00', to: '06:00' }]],
    ['16-24', [{ from: '16:00', to: '24:00' }]],
    [
      '0830-12/13-17:30',
      [
        { from: '08:30', to: '12:00' },
        { from: '13:00', to: '17:30' },
      ],
    ],
    ['休', []],
    [' ', []],
    ['8', null],
    ['8-25', null],
    ['24-8', null],
  ])('reads %j', (text, spans) => expect(readCell(text)).toEqual(spans));

  it.each(['8-16', '22-6', '16-24', '08:30-12/13-17:30'])('writes %s back as it was', (text) => {
    expect(cellText(readCell(text) ?? [])).toBe(text);
  });

  it('puts what was changed over what is stored, and names what cannot be read', () => {
    const stored = week('2026-03-16', {
      shifts: [{ id: '1', accountId: 'a', day: '2026-03-16', from: '08:00', to: '00:00' }],
    });
    expect(storedCells(stored)).toEqual({ 'a 2026-03-16': '8-24' });
    expect(readCells(stored, { 'a 2026-03-17': '8-12' }).shifts).toEqual([
      { accountId: 'a', day: '2026-03-16', from: '08:00', to: '24:00' },
      { accountId: 'a', day: '2026-03-17', from: '08:00', to: '12:00' },
    ]);
    expect(readCells(stored, { 'a 2026-03-16': '早班' }).wrong).toEqual(['a 2026-03-16']);
  });

  it('copies the week before, its days off too', () => {
    const before = week('2026-03-09', {
      shifts: [{ id: '1', accountId: 'a', day: '2026-03-10', from: '22:00', to: '06:00' }],
    });
    expect(copiedCells(before, week('2026-03-16'))).toEqual({ 'a 2026-03-16': '', 'a 2026-03-17': '22-6' });
  });
});
