import type { ExportForm } from '../domain/export.js';
import { CsvFile } from './csv-file.js';
import type { FilePiece, SheetFile } from './sheet-file.js';
import { XlsxFile } from './xlsx-file.js';

export const SHEET_FILES: Readonly<Record<ExportForm, SheetFile>> = {
  csv: new CsvFile(),
  xlsx: new XlsxFile(),
};

/** Two pieces as one; gzip members may follow each other (RFC 1952, 2.2). */
export const joined = (first: FilePiece, second: FilePiece): FilePiece => ({
  bytes: Buffer.concat([first.bytes, second.bytes]),
  length: first.length + second.length,
  state: second.state,
});
