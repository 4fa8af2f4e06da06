import type { Instant } from '@hotline/kernel';
import type { ExportForm, ExportLanguage, ExportQuestion, ExportState } from '../domain/export.js';
import type { SheetHead } from '../domain/sheet.js';
import type { FileState } from '../files/sheet-file.js';

/** A file as its owner is shown it. */
export interface ShownExport {
  readonly id: string;
  readonly kind: string;
  readonly form: ExportForm;
  /** of the file, with its ending */
  readonly name: string;
  readonly state: ExportState;
  readonly rows: number;
  /** how far, 0 to 1; null where nobody knows before the end */
  readonly share: number | null;
  /** bytes as fetched */
  readonly length: number;
  /** code of what went wrong */
  readonly fault: string | null;
  readonly askedAt: Instant;
  readonly endedAt: Instant | null;
  readonly expiresAt: Instant | null;
}

/** The same with what is needed to carry it on. */
export interface StoredExport extends ShownExport {
  readonly accountId: string;
  readonly language: ExportLanguage;
  readonly question: ExportQuestion;
  readonly tries: number;
  readonly pieces: number;
  readonly keptBytes: number;
  readonly head: SheetHead | null;
  readonly facts: Readonly<Record<string, string | number>> | null;
  readonly place: string | null;
  readonly writer: FileState | null;
}

export interface NewExport {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly kind: string;
  readonly form: ExportForm;
  readonly language: ExportLanguage;
  readonly name: string;
  readonly question: ExportQuestion;
}

export const SHOWN = `f.id, f.kind, f.form, f.name, f.state, f.rows, f.share, f.length::float8 as length, f.fault,
  f.asked_at as "askedAt", f.ended_at as "endedAt", f.expires_at as "expiresAt"`;

export const STORED = `${SHOWN}, f.account_id as "accountId", f.language, f.question, f.tries, f.pieces,
  f.kept_bytes::float8 as "keptBytes", f.head, f.facts, f.place, f.writer`;
