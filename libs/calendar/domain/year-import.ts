import { DAY_MS } from '@hotline/kernel';
import type { CalendarOverride, OverrideKind, Slot } from './calendar.js';
import { isDate } from './check-calendar.js';
import { type Fault, faultAt } from './fault.js';

/** Words people write in the third column, in the notice's language and in code. */
const KIND_WORDS: Readonly<Record<string, 'off' | 'workday' | 'morning' | 'afternoon'>> = {
  off: 'off',
  holiday: 'off',
  休: 'off',
  休息: 'off',
  放假: 'off',
  假: 'off',
  workday: 'workday',
  'make-up': 'workday',
  班: 'workday',
  上班: 'workday',
  调休: 'workday',
  补班: 'workday',
  morning: 'morning',
  上午: 'morning',
  上午半天: 'morning',
  半天: 'morning',
  half: 'morning',
  afternoon: 'afternoon',
  下午: 'afternoon',
  下午半天: 'afternoon',
};

export const MOST_IMPORT_LINES = 500;
/** A festival with its make-up days is about a week; longer is a mistyped date. */
const MOST_DAYS_OF_A_LINE = 31;

export interface ImportedLine {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly text: string;
  readonly entries: readonly CalendarOverride[];
}

export interface YearImport {
  readonly lines: readonly ImportedLine[];
  readonly faults: readonly Fault[];
}

const isoDate = (text: string): string => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
};

/** `2027-10-01` or `2027-10-01~2027-10-07`; undefined when it is neither. */
function datesOf(text: string): string[] | undefined {
  const [first = '', last = first] = text.split(/[~～至]|\.\.|--/).map(isoDate);
  if (!isDate(first) || !isDate(last)) return undefined;
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (days < 1 || days > MOST_DAYS_OF_A_LINE) return undefined;
  return Array.from({ length: days }, (_, n) =>
    new Date(Date.parse(first) + n * DAY_MS).toISOString().slice(0, 10),
  );
}

function halfDay(word: 'morning' | 'afternoon', usual: readonly Slot[]): readonly Slot[] {
  const noon = usual.filter((slot) => (word === 'morning' ? slot.from < '12:00' : slot.to > '12:00'));
  return noon.length > 0 ? noon : usual.slice(0, 1);
}

function entriesOf(
  cells: readonly string[],
  year: number,
  usual: readonly Slot[],
): CalendarOverride[] | string {
  const [dateCell = '', name = '', kindCell = ''] = cells;
  const dates = datesOf(dateCell);
  if (!dates) return 'not-a-date';
  if (dates.some((date) => Number(date.slice(0, 4)) !== year)) return 'other-year';
  const word = KIND_WORDS[kindCell.toLowerCase()];
  if (!word) return 'unknown-kind';
  const kind: OverrideKind = word === 'off' ? 'off' : 'workday';
  const slots = word === 'morning' || word === 'afternoon' ? { slots: halfDay(word, usual) } : {};
  return dates.map((date) => ({ date, kind, name: name.slice(0, 60), ...slots }));
}

/**
 * Reads pasted lines `date,name,kind` (comma, tab or 、; a date may be a span). Empty lines, lines of comment and a head
 * line are passed over. `usual` are the slots a half day takes its half from. Nothing is saved: the answer is a preview.
 */
export function readYearImport(text: string, year: number, usual: readonly Slot[]): YearImport {
  const lines: ImportedLine[] = [];
  const faults: Fault[] = [];
  const rowOf = new Map<string, number>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const written = raw.trim();
    if (written === '' || written.startsWith('#') || /^(date|日期)/i.test(written)) continue;
    const line = index + 1;
    if (lines.length >= MOST_IMPORT_LINES)
      return { lines, faults: [...faults, faultAt(`lines.${line}`, 'too-many')] };
    const found = entriesOf(
      written.split(/[,，、\t]/).map((cell) => cell.trim()),
      year,
      usual,
    );
    const entries = typeof found === 'string' ? [] : found;
    if (typeof found === 'string') faults.push(faultAt(`lines.${line}`, found, { line, year }));
    for (const { date } of entries) {
      const first = rowOf.get(date);
      if (first !== undefined) faults.push(faultAt(`lines.${line}`, 'date-twice', { line, row: first }));
      rowOf.set(date, first ?? line);
    }
    lines.push({ line, text: written, entries });
  }
  return { lines, faults };
}

/** The dates of one year replaced by the imported ones; other years stay as they are. */
export function withImportedYear(
  overrides: readonly CalendarOverride[],
  year: number,
  imported: readonly CalendarOverride[],
): CalendarOverride[] {
  const others = overrides.filter((entry) => !entry.date.startsWith(`${year}-`));
  return [...others, ...imported].sort((a, b) => a.date.localeCompare(b.date));
}
