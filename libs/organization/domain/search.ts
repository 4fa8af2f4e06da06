import type { Pinyin } from './divisions.js';

/** What units and places have in common for a search box. */
export interface Searchable {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentCode: string | null;
  readonly pinyin: Pinyin;
}

export interface SearchIndex<T extends Searchable> {
  /** Wider units first, then by code: within one step of the ranking this order is kept. */
  readonly entries: readonly Indexed<T>[];
}

interface Indexed<T extends Searchable> {
  readonly item: T;
  readonly parent: Indexed<T> | null;
  readonly depth: number;
  /** Positions in `pinyin.full` where a syllable starts: `shan` finds 南山, `anshan` does not. */
  readonly starts: ReadonlySet<number>;
}

/** Lower is better. */
const STEP = {
  exact: 0,
  start: 1,
  soundExact: 2,
  soundStart: 3,
  initialsStart: 4,
  within: 5,
  soundWithin: 6,
} as const;
const NO_MATCH = 7;

interface Term {
  readonly text: string;
  readonly script: 'han' | 'latin' | 'digits';
}

/** Parents must come before their children, as in the union tree and the gazetteer. */
export function indexForSearch<T extends Searchable>(items: readonly T[]): SearchIndex<T> {
  const byCode = new Map<string, Indexed<T>>();
  for (const item of items) {
    const parent = item.parentCode === null ? null : (byCode.get(item.parentCode) ?? null);
    byCode.set(item.code, {
      item,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      starts: startsOf(item.pinyin),
    });
  }
  const entries = [...byCode.values()];
  return { entries: entries.sort((a, b) => a.depth - b.depth || compare(a.item.code, b.item.code)) };
}

/**
 * Finds by Chinese (南山), pinyin (nanshan), initials (nsq) and code (4403). Terms parted by spaces narrow down the tree:
 * in 深圳 南山 one term must name the entry, the others it or something above it.
 */
export function searchIndex<T extends Searchable>(index: SearchIndex<T>, query: string, limit = 20): T[] {
  const terms = termsOf(query);
  if (terms.length === 0) return [];
  const steps: T[][] = Array.from({ length: NO_MATCH }, () => []);
  for (const entry of index.entries) steps[scoreAll(entry, terms)]?.push(entry.item);
  return steps.flat().slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

/** Full-width letters fold to half-width; an apostrophe (xi'an) and ü are spelt the way the index spells them. */
function termsOf(query: string): Term[] {
  const folded = query.slice(0, 60).normalize('NFKC').toLowerCase().replace(/['’]/g, '').replace(/ü/g, 'v');
  const words = folded.split(/\s+/).filter(Boolean).slice(0, 4);
  return words.map((text) => ({ text, script: scriptOf(text) }));
}

function scriptOf(text: string): Term['script'] {
  if (/^[a-z]+$/.test(text)) return 'latin';
  return /^[a-z0-9]+$/.test(text) ? 'digits' : 'han';
}

function scoreAll<T extends Searchable>(entry: Indexed<T>, terms: readonly Term[]): number {
  let best = NO_MATCH;
  for (const term of terms) {
    const own = scoreOne(entry, term);
    if (own === NO_MATCH && !matchesAbove(entry.parent, term)) return NO_MATCH;
    best = Math.min(best, own);
  }
  return best;
}

function matchesAbove<T extends Searchable>(entry: Indexed<T> | null, term: Term): boolean {
  if (entry === null) return false;
  return scoreOne(entry, term) < NO_MATCH || matchesAbove(entry.parent, term);
}

/** One look decides for nearly every entry, since a query is compared with thousands of them at each key press. */
function scoreOne<T extends Searchable>({ item, starts }: Indexed<T>, { text, script }: Term): number {
  if (script === 'han') return scoreName(item, text);
  if (item.code.startsWith(text)) return item.code === text ? STEP.exact : STEP.start;
  return script === 'latin' ? scoreSound(item.pinyin, starts, text) : NO_MATCH;
}

function scoreName({ name, shortName }: Searchable, text: string): number {
  if (shortName === text) return STEP.exact;
  const at = name.indexOf(text);
  if (at === 0) return name.length === text.length ? STEP.exact : STEP.start;
  return at > 0 || shortName.includes(text) ? STEP.within : NO_MATCH;
}

function scoreSound({ full, initials }: Pinyin, starts: ReadonlySet<number>, text: string): number {
  if (initials.startsWith(text)) return full.startsWith(text) ? STEP.soundStart : STEP.initialsStart;
  let at = full.indexOf(text);
  if (at === 0) return starts.has(text.length) ? STEP.soundExact : STEP.soundStart;
  for (; at > 0; at = full.indexOf(text, at + 1)) if (starts.has(at)) return STEP.soundWithin;
  return NO_MATCH;
}

function startsOf(pinyin: Pinyin): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const syllable of pinyin.syllables) starts.add((at += syllable.length) - syllable.length);
  return starts.add(at);
}
