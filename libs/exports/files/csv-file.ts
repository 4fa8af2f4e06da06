import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { csvHead, csvRow, UTF8_MARK } from '../domain/csv.js';
import type { Cell, SheetHead } from '../domain/sheet.js';
import type { FilePiece, SheetFile } from './sheet-file.js';

const pack = promisify(gzip);

async function piece(text: string): Promise<FilePiece> {
  const plain = Buffer.from(text, 'utf8');
  return { bytes: plain.length > 0 ? await pack(plain) : plain, length: plain.length, state: {} };
}

/** CSV needs no memory: every line stands for itself. */
export class CsvFile implements SheetFile {
  readonly form = 'csv';
  readonly mediaType = 'text/csv; charset=utf-8';
  readonly packed = true;

  begin(head: SheetHead): Promise<FilePiece> {
    return piece(UTF8_MARK + csvHead(head));
  }

  rows(head: SheetHead, _state: unknown, rows: readonly (readonly Cell[])[]): Promise<FilePiece> {
    return piece(rows.map((row) => csvRow(head.columns, row)).join(''));
  }

  end(): Promise<FilePiece> {
    return piece('');
  }
}
