/** A stretch of text, or one value of a list, and whether the other side lacks it. */
export interface Mark {
  text: string;
  changed: boolean;
}

export interface Marks {
  before: Mark[];
  after: Mark[];
}

/** Latin words and numbers are one piece, everything else goes sign by sign: Chinese has no blanks between words. */
const PIECES = /[A-Za-z0-9]+|[\s\S]/gu;
/** Texts with less in common are shown as replaced: scattered single signs tell nothing. */
const LEAST_SHARED = 0.3;

/** Lengths of the longest common subsequence of the tails; 500 × 500 pieces at most. */
function tails(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  return table;
}

function joined(marks: readonly Mark[]): Mark[] {
  return marks.reduce<Mark[]>((all, mark) => {
    const last = all.at(-1);
    if (last?.changed === mark.changed)
      return [...all.slice(0, -1), { ...last, text: last.text + mark.text }];
    return [...all, mark];
  }, []);
}

const whole = (text: string): Mark[] => (text === '' ? [] : [{ text, changed: true }]);

/** What of each text the other one lacks. */
export function markWords(before: string, after: string): Marks {
  const a = before.match(PIECES) ?? [];
  const b = after.match(PIECES) ?? [];
  const table = tails(a, b);
  const shared = table[0]?.[0] ?? 0;
  if (shared < LEAST_SHARED * Math.max(a.length, b.length))
    return { before: whole(before), after: whole(after) };
  const marks: Marks = { before: [], after: [] };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    const same = left !== undefined && left === right;
    const gone = !same && left !== undefined && (right === undefined || take(table, i, j));
    if (same || gone) marks.before.push({ text: left ?? '', changed: gone });
    if (same || !gone) marks.after.push({ text: right ?? '', changed: !same });
    if (same || gone) i += 1;
    if (same || !gone) j += 1;
  }
  return { before: joined(marks.before), after: joined(marks.after) };
}

const take = (table: readonly number[][], i: number, j: number): boolean =>
  (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0);

/** Conditions are sets: a value is marked when the other side lacks it. An order is marked from place to place. */
export function markValues(before: readonly string[], after: readonly string[], ordered: boolean): Marks {
  const mark = (mine: readonly string[], other: readonly string[]): Mark[] =>
    mine.map((text, at) => ({ text, changed: ordered ? other[at] !== text : !other.includes(text) }));
  return { before: mark(before, after), after: mark(after, before) };
}
