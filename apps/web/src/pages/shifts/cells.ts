import type { ShiftWeek, WrittenShift } from '../../api/contract';

/** What stands in a cell, by person and day: only those that were changed on this screen. */
export type Cells = Readonly<Record<string, string>>;

export const cellKey = (accountId: string, day: string): string => `${accountId} ${day}`;

const SPAN = /^(\d{1,2})(?:[:：.]?(\d\d))?\s*[-–—~～至到]\s*(\d{1,2})(?:[:：.]?(\d\d))?$/;

const clock = (hours = '', minutes = '00'): string | null =>
  Number(hours) < 24 && Number(minutes) < 60
    ? `${hours.padStart(2, '0')}:${minutes}`
    : hours === '24' && minutes === '00'
      ? '24:00'
      : null;

/** Hours as people type them: `8-16`, `0830-1200/13-17`; nothing or 休 is a day off. null: not to be read. */
export function readCell(text: string): { from: string; to: string }[] | null {
  if (/^(休|休息|off)?$/i.test(text.trim())) return [];
  const spans = text.split(/[/、;；]/).map((part) => {
    const found = SPAN.exec(part.trim());
    const from = found && clock(found[1], found[2]);
    const to = found && clock(found[3], found[4]);
    return from && to && from !== '24:00' ? { from, to } : null;
  });
  return spans.every((span) => span !== null) ? spans : null;
}

const short = (time: string): string => (time.endsWith(':00') ? String(Number(time.slice(0, 2))) : time);

/** The shortest writing that reads back as the same: 8-16, 22-6, 8:30-12. */
export const cellText = (shifts: readonly Pick<WrittenShift, 'from' | 'to'>[]): string =>
  shifts.map(({ from, to }) => `${short(from)}-${to === '00:00' ? '24' : short(to)}`).join('/');

/** What the server has, as the cells show it. */
export function storedCells({ shifts }: Pick<ShiftWeek, 'shifts'>): Cells {
  const found = new Map<string, WrittenShift[]>();
  for (const shift of shifts) {
    const key = cellKey(shift.accountId, shift.day);
    found.set(key, [...(found.get(key) ?? []), shift]);
  }
  return Object.fromEntries([...found].map(([key, own]) => [key, cellText(own)]));
}

export interface Read {
  shifts: WrittenShift[];
  /** keys of cells that cannot be read */
  wrong: string[];
}

/** Every shift of the days that may be written: what was stored with what was changed on top. */
export function readCells(week: ShiftWeek, changed: Cells): Read {
  const stored = storedCells(week);
  const read: Read = { shifts: [], wrong: [] };
  for (const { accountId } of week.people)
    for (const { day, past } of week.days) {
      if (past) continue;
      const key = cellKey(accountId, day);
      const spans = readCell(changed[key] ?? stored[key] ?? '');
      if (spans === null) read.wrong.push(key);
      else read.shifts.push(...spans.map((span) => ({ accountId, day, ...span })));
    }
  return read;
}

/** The same cells a week later, for days that may still be written. */
export function copiedCells(before: ShiftWeek, week: ShiftWeek): Cells {
  const stored = storedCells(before);
  const cells: Record<string, string> = {};
  for (const { accountId } of week.people)
    week.days.forEach(({ day, past }, index) => {
      const same = before.days[index]?.day;
      if (!past && same) cells[cellKey(accountId, day)] = stored[cellKey(accountId, same)] ?? '';
    });
  return cells;
}
