import { dayAfter } from './report-days.js';
import { weekOf, type WrittenShift } from './shift-week.js';

export interface PastedFault {
  /** counted from 1 */
  readonly row: number;
  readonly problem: 'no-such-person' | 'two-of-that-name' | 'not-a-time' | 'not-a-day';
  /** the text at fault, shortened */
  readonly text: string;
}

export interface PastedWeek {
  readonly shifts: readonly WrittenShift[];
  readonly faults: readonly PastedFault[];
}

const SPAN = /^(\d{1,2})(?:[:：.](\d\d))?\s*[-–—~～至到]\s*(?:次日)?(\d{1,2})(?:[:：.](\d\d))?$/;
const FREE = /^(休|休息|公休|off|-|—|\/)?$/i;
// `8-16` alone is hours.
const DATE = /^(?:\d{4}[-/.年](?=\d{1,2}[-/.月]\d)|(?=\d{1,2}[/.月]))(\d{1,2})[-/.月](\d{1,2})日?$/;
const MOST_ROWS = 400;

const clock = (hours: string, minutes: string | undefined): string | null => {
  const [h, m] = [Number(hours), Number(minutes ?? '0')];
  return h < 24 && m < 60
    ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`
    : h === 24 && m === 0
      ? '00:00'
      : null;
};

/** `8-16`, `08:00-16:00`, `22:00至次日6:00`; several with `/` or `、`. @returns null where it is no time */
export function spansOf(cell: string): { from: string; to: string }[] | null {
  if (FREE.test(cell.trim())) return [];
  const spans = cell.split(/[/、;；+]/).map((part) => SPAN.exec(part.trim()));
  const found = spans.map((span) => {
    const from = span && clock(span[1] ?? '', span[2]);
    const to = span && clock(span[3] ?? '', span[4]);
    return from && to ? { from, to } : null;
  });
  return found.every((one) => one !== null) ? found : null;
}

/**
 * A roster as it is copied out of a spreadsheet: a line a person, the name and then Monday to Sunday; or a line a shift:
 * name, date, hours. Heads and empty lines are passed over.
 */
export function readPastedWeek(
  text: string,
  monday: string,
  people: readonly { readonly accountId: string; readonly name: string }[],
): PastedWeek {
  const shifts: WrittenShift[] = [];
  const faults: PastedFault[] = [];
  const days = weekOf(monday);
  for (const [index, line] of text.split(/\r?\n/).slice(0, MOST_ROWS).entries()) {
    const [name = '', ...cells] =
      line.split('\t').length > 1 ? line.split('\t') : line.trim().split(/[,，]|\s{2,}/);
    const wrong = (problem: PastedFault['problem'], at: string): void =>
      void faults.push({ row: index + 1, problem, text: at.trim().slice(0, 20) });
    if (
      name.trim() === '' ||
      cells.every((cell) => spansOf(cell) === null && !DATE.test(cell.trim()) && index === 0)
    )
      continue;
    const named = people.filter((person) => person.name === name.trim());
    const [person] = named;
    if (!person || named.length > 1) {
      wrong(named.length > 1 ? 'two-of-that-name' : 'no-such-person', name);
      continue;
    }
    const put = (day: string, cell: string): void => {
      const spans = spansOf(cell);
      if (spans === null) wrong('not-a-time', cell);
      else shifts.push(...spans.map((span) => ({ accountId: person.accountId, day, ...span })));
    };
    const date = DATE.exec((cells[0] ?? '').trim());
    const ofDate = date && days.find((day) => day.slice(5) === monthDay(date[1], date[2]));
    if (date && !ofDate) wrong('not-a-day', cells[0] ?? '');
    else if (ofDate) put(ofDate, cells.slice(1).join('-'));
    else cells.slice(0, 7).forEach((cell, n) => put(dayAfter(monday, n), cell));
  }
  return { shifts, faults };
}

const monthDay = (month = '', day = ''): string => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
