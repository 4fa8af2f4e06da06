/** Cuts Chinese text into dictionary words, in order and without gaps. */
export type Cut = (text: string) => readonly string[];

interface Run {
  readonly kind: 'number' | 'han' | 'word';
  readonly text: string;
}

const RUNS = /(\d{8}-\d{5,})|(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)/gu;
// A tsvector refuses lexemes beyond 2,046 bytes; no word a person looks for comes near.
const LONGEST_WORD = 64;
// Each term is one more posting list to intersect.
const MOST_TERMS = 16;
/** Characters that carry grammar, not content, when they stand alone between words. */
const GRAMMAR = new Set('的了是在和与及吗呢啊吧把被给对从到我你他她它们也都就还又很不没有个这那着过得地之所');

function runsOf(text: string): Run[] {
  const folded = text.normalize('NFKC').toLowerCase();
  return Array.from(folded.matchAll(RUNS), ([whole, number, han]): Run => {
    if (number) return { kind: 'number', text: whole };
    return han ? { kind: 'han', text: whole } : { kind: 'word', text: whole.slice(0, LONGEST_WORD) };
  });
}

/** Overlapping pairs of characters; rare Han characters outside the basic plane count as one. */
function bigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, at) => (characters[at] ?? '') + character);
}

/**
 * The lexemes of a document: every pair of neighbouring Han characters and the last of each run alone (so that each
 * character begins some lexeme and a single one is found by prefix), Latin words and numbers, ticket numbers whole.
 * No dictionary is needed here: any word a query may be cut into is made of pairs that are all present.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    if (run.kind !== 'han') tokens.add(run.text);
    else {
      for (const pair of bigrams(run.text)) tokens.add(pair);
      tokens.add([...run.text].at(-1) ?? run.text);
    }
  }
  return [...tokens];
}

/**
 * A PostgreSQL tsquery in its text form, to be cast (`$1::tsquery`), over lexemes of `searchTokens`. All terms must be
 * present, in any order. Null when the text holds nothing to look for.
 */
export function searchQuery(text: string, cut: Cut): string | null {
  const terms = new Set(runsOf(text).flatMap((run) => termsOf(run, cut)));
  return terms.size === 0 ? null : [...terms].slice(0, MOST_TERMS).join(' & ');
}

function termsOf(run: Run, cut: Cut): string[] {
  if (run.kind === 'number') return [quoted(run.text)];
  if (run.kind === 'word') return [startingWith(run.text)];
  const words = withoutGrammar(joinSingles(cut(run.text)));
  return words.flatMap((word) => ([...word].length === 1 ? [startingWith(word)] : bigrams(word).map(quoted)));
}

/** Names are cut into single characters (李, 某): neighbours of that kind belong together. */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = [...word].length === 1 && !GRAMMAR.has(word);
    if (single && open) joined.push((joined.pop() ?? '') + word);
    else joined.push(word);
    open = single;
  }
  return joined;
}

/** Grammar counts only when there is nothing else. */
function withoutGrammar(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !GRAMMAR.has(word));
  return content.length > 0 ? content : words;
}

// Runs hold letters, digits and hyphens only, so quoting needs no escaping.
const quoted = (lexeme: string): string => `'${lexeme}'`;
const startingWith = (lexeme: string): string => `'${lexeme}':*`;
