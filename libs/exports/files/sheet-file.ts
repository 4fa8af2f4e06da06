import type { ExportForm } from '../domain/export.js';
import type { Cell, SheetHead } from '../domain/sheet.js';

/** What a file in the making must know to be carried on, by another process too; kept as JSON. */
export type FileState = Readonly<Record<string, unknown>>;

/** The next bytes of a file, as they are kept. */
export interface FilePiece {
  readonly bytes: Buffer;
  /** how long the file grows by it, for whoever fetches it */
  readonly length: number;
  readonly state: FileState;
}

/** One form of file, written piece after piece: head, any number of rows at a time, end. */
export interface SheetFile {
  readonly form: ExportForm;
  readonly mediaType: string;
  /** pieces are kept as gzip and given out unpacked */
  readonly packed: boolean;
  begin(head: SheetHead): Promise<FilePiece>;
  rows(head: SheetHead, state: FileState, rows: readonly (readonly Cell[])[]): Promise<FilePiece>;
  end(head: SheetHead, state: FileState): Promise<FilePiece>;
}
