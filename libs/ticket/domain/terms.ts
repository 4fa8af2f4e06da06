/** A code with its words in both languages of the console. Codes are stored; words may be reworded at any time. */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
}

type Row = readonly [code: string, zh: string, en: string];
type Terms<Rows extends readonly Row[]> = readonly Term<Rows[number][0]>[];

export function terms<const Rows extends readonly Row[]>(rows: Rows): Terms<Rows> {
  return rows.map(([code, zh, en]): Term<Rows[number][0]> => ({ code, zh, en }));
}

export function hasCode<Code extends string>(table: readonly Term<Code>[], code: string): code is Code {
  return table.some((term) => term.code === code);
}

/** The Chinese word of a code; the code itself when a newer version of the words was in use. */
export function wordOf(table: readonly Term[], code: string): string {
  return table.find((term) => term.code === code)?.zh ?? code;
}
