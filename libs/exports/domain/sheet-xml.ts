import { type Cell, type ColumnKind, momentSerial, type SheetColumn, type SheetHead } from './sheet.js';

/**
 * The parts of an XLSX file as text (ECMA-376 part 1, SpreadsheetML): strings stand in their cells, so that rows can be
 * written one after the other and nothing is kept of them.
 */
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet has no more (Excel's limit); further rows go to the next one. */
export const ROWS_A_SHEET = 1_048_576;

// XML 1.0 knows no other control characters, not even escaped.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// A cell holds no more characters.
const LONGEST = 32_767;

export const xmlText = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(UNWRITABLE, '')
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? '');

const STYLES: Readonly<Record<ColumnKind, number>> = { text: 0, count: 0, percent: 1, seconds: 0, moment: 2 };
const TITLE = 3;
const HEAD = 4;

function xmlCell(value: Cell, style: number, kind: ColumnKind): string {
  if (value === null) return '<c/>';
  const marked = style === 0 ? '' : ` s="${style}"`;
  if (typeof value === 'number')
    return `<c${marked}><v>${kind === 'moment' ? momentSerial(value) : value}</v></c>`;
  return `<c${marked} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

export const xmlRow = (columns: readonly SheetColumn[], row: readonly Cell[]): string =>
  `<row>${row
    .map((cell, n) => {
      const kind = columns[n]?.kind ?? 'text';
      return xmlCell(cell, STYLES[kind], kind);
    })
    .join('')}</row>`;

const textRow = (cells: readonly string[], style: number): string =>
  `<row>${cells.map((cell) => xmlCell(cell, style, 'text')).join('')}</row>`;

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 22,
  count: 11,
  percent: 11,
  seconds: 13,
  moment: 20,
};

/** How many rows stand above those of a sheet: title and notes on the first one, an empty row, the heads. */
export const headRows = ({ notes }: SheetHead, first: boolean): number => (first ? notes.length + 3 : 1);

/** Everything before the rows; the heads stay in view. */
export function sheetBegins(head: SheetHead, first: boolean): string {
  const above = headRows(head, first);
  const widths = head.columns.map(
    ({ kind }, n) => `<col min="${n + 1}" max="${n + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
  );
  const notes = first
    ? [textRow([head.title], TITLE), ...head.notes.map((note) => textRow(note, 0)), '<row/>']
    : [];
  const pane = `<pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${PROLOGUE}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${notes.join('')}${textRow(
    head.columns.map((column) => column.head),
    HEAD,
  )}`;
}

/** A column as spreadsheets name it: 0 is A, 26 is AA. */
export const columnName = (n: number): string =>
  n < 26 ? String.fromCharCode(65 + n) : columnName(Math.floor(n / 26) - 1) + columnName(n % 26);

/** @param rows of the sheet, its head included */
export const sheetEnds = (head: SheetHead, first: boolean, rows: number): string =>
  `</sheetData><autoFilter ref="A${headRows(head, first)}:${columnName(head.columns.length - 1)}${rows}"/></worksheet>`;

export const sheetPath = (n: number): string => `xl/worksheets/sheet${n + 1}.xml`;

/** The small parts around `sheets` sheets: what there is, how it hangs together, how cells look. */
export function workbookParts(title: string, sheets: number): (readonly [string, string])[] {
  const numbers = Array.from({ length: sheets }, (_, n) => n);
  // Excel takes at most 31 characters, and none of these.
  const name = xmlText(title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 26));
  const sheetName = (n: number): string => (n === 0 ? name : `${name} ${n + 1}`);
  return [
    [
      '[Content_Types].xml',
      `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbers.map((n) => `<Override PartName="/${sheetPath(n)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${PROLOGUE}<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}"><sheets>${numbers.map((n) => `<sheet name="${sheetName(n)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLE_SHEET],
  ];
}

const STYLE_SHEET = `${PROLOGUE}<styleSheet xmlns="${SPREADSHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
