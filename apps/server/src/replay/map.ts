import { readMapObject } from './map-check.js';

/** How one field of the request is made from a row; exactly one of `column`, `value` and `draw` is its source. */
export interface FieldRule {
  /** Name of a column, or of several, whose texts are joined by line breaks. */
  readonly column?: string | readonly string[];
  readonly value?: unknown;
  readonly draw?: { readonly among: readonly string[]; readonly share: number };
  /** Text of the column → what is sent. */
  readonly table?: Readonly<Record<string, string>>;
  /** The first entry of which a word occurs in the text decides. */
  readonly words?: readonly { readonly code: string; readonly any: readonly string[] }[];
  /** For an empty text, and for one that neither `table` nor `words` knows; without it the field is left out. */
  readonly default?: unknown;
  /** Most characters; `over` says whether a longer text is cut (ending in …) or its row refused. */
  readonly most?: number;
  readonly over?: 'cut' | 'refuse';
  /** The text is a wall time at this offset (`+08:00`); it is sent as an instant. */
  readonly time?: string;
  readonly integer?: boolean;
  /** Sent only where this other field is. */
  readonly with?: string;
  readonly required?: boolean;
}

export interface ReplayMap {
  /** Column that names a row for good: the same row always gets the same Idempotency-Key. */
  readonly key: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly seed: string;
  /** Dotted path in the body of OpenTicket → its rule. */
  readonly fields: ReadonlyMap<string, FieldRule>;
}

/** A map nobody can follow; the message is one sentence that names the place. */
export class InvalidMap extends Error {}

export function readMap(text: string): ReplayMap {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new InvalidMap('the map is not JSON');
  }
  return readMapObject(parsed);
}

/** Columns the map asks for. */
export function columnsOf({ key, fields }: ReplayMap): string[] {
  const asked = [...fields.values()].flatMap(({ column }) => column ?? []);
  return [...new Set([key, ...asked])];
}
