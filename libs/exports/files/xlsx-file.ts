import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import type { Cell, SheetHead } from '../domain/sheet.js';
import {
  headRows,
  ROWS_A_SHEET,
  sheetBegins,
  sheetEnds,
  sheetPath,
  workbookParts,
  xmlRow,
} from '../domain/sheet-xml.js';
import type { FilePiece, FileState, SheetFile } from './sheet-file.js';
import { descriptor, directory, localHeader, type ZipEntry } from './zip.js';

const deflate = promisify(deflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>;

/** What is written of the file so far; the last sheet is open. */
interface XlsxState {
  readonly length: number;
  readonly sheets: readonly (ZipEntry & { readonly rows: number })[];
}

/** Collects the bytes of one piece. */
class Written {
  readonly parts: Buffer[] = [];
  length: number;

  constructor(private readonly before: number) {
    this.length = before;
  }

  add(bytes: Buffer): void {
    this.parts.push(bytes);
    this.length += bytes.length;
  }

  piece(sheets: XlsxState['sheets']): FilePiece {
    const state: XlsxState = { length: this.length, sheets };
    return {
      bytes: Buffer.concat(this.parts),
      length: this.length - this.before,
      state: state as unknown as FileState,
    };
  }
}

/**
 * A part of an entry packed by itself. Deflate blocks that end on a byte can follow each other (RFC 1951, 3.2.3), so a
 * file is carried on without what was packed before it, by any process.
 */
async function packInto(file: Written, entry: ZipEntry, text: string, last: boolean): Promise<ZipEntry> {
  const plain = Buffer.from(text, 'utf8');
  const bytes = await deflate(plain, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });
  file.add(bytes);
  const grown = {
    ...entry,
    crc: crc32(plain, entry.crc),
    packed: entry.packed + bytes.length,
    raw: entry.raw + plain.length,
  };
  if (last) file.add(descriptor(grown));
  return grown;
}

function entryAt(file: Written, name: string): ZipEntry {
  const entry = { name, offset: file.length, crc: 0, packed: 0, raw: 0 };
  file.add(localHeader(name));
  return entry;
}

/** XLSX as a stream of bytes: nothing is kept but sizes, checksums and how many rows there are. */
export class XlsxFile implements SheetFile {
  readonly form = 'xlsx';
  readonly mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  readonly packed = false;

  /** @param most rows of a sheet, its head included */
  constructor(private readonly most = ROWS_A_SHEET) {}

  async begin(head: SheetHead): Promise<FilePiece> {
    const file = new Written(0);
    return file.piece([await this.opened(file, head, 0)]);
  }

  async rows(head: SheetHead, given: FileState, rows: readonly (readonly Cell[])[]): Promise<FilePiece> {
    const { length, sheets } = given as unknown as XlsxState;
    const file = new Written(length);
    const all = [...sheets];
    for (let done = 0; done < rows.length;) {
      const open = all.at(-1);
      if (!open) throw new Error('xlsx: no sheet is open');
      const now = rows.slice(done, done + this.most - open.rows);
      if (now.length === 0) {
        all[all.length - 1] = await this.closed(file, head, all.length - 1, open);
        all.push(await this.opened(file, head, all.length));
        continue;
      }
      const text = now.map((row) => xmlRow(head.columns, row)).join('');
      all[all.length - 1] = {
        ...(await packInto(file, open, text, false)),
        rows: open.rows + now.length,
      };
      done += now.length;
    }
    return file.piece(all);
  }

  async end(head: SheetHead, given: FileState): Promise<FilePiece> {
    const { length, sheets } = given as unknown as XlsxState;
    const file = new Written(length);
    const open = sheets.at(-1);
    if (!open) throw new Error('xlsx: no sheet is open');
    const entries: ZipEntry[] = [
      ...sheets.slice(0, -1),
      await this.closed(file, head, sheets.length - 1, open),
    ];
    for (const [name, text] of workbookParts(head.title, sheets.length))
      entries.push(await packInto(file, entryAt(file, name), text, true));
    file.add(directory(entries, file.length));
    return file.piece(sheets);
  }

  private async opened(file: Written, head: SheetHead, n: number): Promise<XlsxState['sheets'][number]> {
    const entry = entryAt(file, sheetPath(n));
    const begun = await packInto(file, entry, sheetBegins(head, n === 0), false);
    return { ...begun, rows: headRows(head, n === 0) };
  }

  private async closed(
    file: Written,
    head: SheetHead,
    n: number,
    open: XlsxState['sheets'][number],
  ): Promise<XlsxState['sheets'][number]> {
    const ended = await packInto(file, open, sheetEnds(head, n === 0, open.rows), true);
    return { ...ended, rows: open.rows };
  }
}
