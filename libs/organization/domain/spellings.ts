import type { PathMove } from '@hotline/kernel';

/** A subtree on its way: its rows are spelt the old way until they are rewritten. */
export interface RunningMove extends PathMove {
  /** The tree has changed; before, only the subtree itself reads both spellings. */
  readonly switched: boolean;
}

/**
 * The further paths that stand for `path` while units move: the old spelling beside the new one, so that no row is
 * invisible to whoever may see it at any moment (docs/decisions/0011-units-move-under-running-work.md). Superiors
 * old and new overlap for the seconds of the rewriting.
 */
export function otherSpellings(path: string, moves: readonly RunningMove[]): string[] {
  const others = new Set<string>();
  for (const { from, to, switched } of moves) {
    if (path.startsWith(to)) others.add(from + path.slice(to.length));
    else if (path.startsWith(from)) others.add(to + path.slice(from.length));
    else if (switched && to.startsWith(path) && !from.startsWith(path)) others.add(from);
  }
  others.delete(path);
  return [...others];
}

/** How a path reads after the moves; the innermost subtree decides. */
export function movedPath(path: string, moves: readonly PathMove[]): string {
  const innermost = moves
    .filter(({ from }) => path.startsWith(from))
    .reduce<PathMove | null>(
      (best, move) => (best && best.from.length > move.from.length ? best : move),
      null,
    );
  return innermost ? innermost.to + path.slice(innermost.from.length) : path;
}
