import { type Cell, momentText, type SheetColumn, type SheetHead } from './sheet.js';

/** What a spreadsheet would take for a formula, or that hides one behind white space. */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/;

/** By this mark spreadsheets take a file for UTF-8. */
export const UTF8_MARK = '\ufeff';

/** One cell: text that could run as a formula is shown as text (OWASP, CSV injection). */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Lines end as RFC 4180 says. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export const csvRow = (columns: readonly SheetColumn[], row: readonly Cell[]): string =>
  csvLine(
    row.map((cell, n) =>
      typeof cell === 'number' && columns[n]?.kind === 'moment' ? momentText(cell) : cell,
    ),
  );

/** Title and notes, an empty line, the heads. */
export const csvHead = ({ title, notes, columns }: SheetHead): string =>
  [[title], ...notes, [], columns.map(({ head }) => head)].map((cells) => csvLine(cells)).join('');
