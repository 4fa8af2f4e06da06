import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import type { Actor, Permission } from '@hotline/organization';
import type { ExportLanguage, ExportQuestion } from '../domain/export.js';
import type { Cell, SheetHead } from '../domain/sheet.js';

/** What stands in the order: the question with all its defaults filled in, and a name for the file. */
export interface Settled {
  readonly question: ExportQuestion;
  /** without ending, without anybody's name or number */
  readonly name: string;
}

export interface ExportPage {
  readonly rows: readonly (readonly Cell[])[];
  /** where the next page begins; null after the last one */
  readonly next: string | null;
  /** how far this page has come, 0 to 1; null where nobody knows before the end */
  readonly share: number | null;
}

export interface ExportHead {
  readonly head: SheetHead;
  /** versions of the definitions and what else the audit log is to know */
  readonly facts: Readonly<Record<string, string | number>>;
}

/**
 * A kind of file, given by the room whose rows it holds. Every call reads in the rights the person has at that moment
 * and refuses as the page of the same rows would.
 */
export interface ExportContent {
  readonly kind: string;
  readonly permission: Permission;
  /** Refuses a question that has no answer for this person. */
  settle(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<Settled>;
  head(actor: Actor, question: ExportQuestion, language: ExportLanguage): Promise<ExportHead>;
  page(
    actor: Actor,
    question: ExportQuestion,
    language: ExportLanguage,
    after: string | null,
  ): Promise<ExportPage>;
}

/** Rooms above enter what they give out when they start, so that this room need not know them. */
@Injectable()
export class ExportContents {
  private readonly contents = new Map<string, ExportContent>();

  add(content: ExportContent): void {
    if (this.contents.has(content.kind)) throw new Error(`export: two contents of ${content.kind}`);
    this.contents.set(content.kind, content);
  }

  /** @throws Refused `not-found` for a kind this version does not know */
  of(kind: string): ExportContent {
    return this.contents.get(kind) ?? refuse('not-found', { field: 'kind' });
  }
}
