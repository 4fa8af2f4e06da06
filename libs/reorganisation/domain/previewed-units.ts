import { movedPath, type Tree, type Unit } from '@hotline/organization';
import type { TreeEdit } from './tree-edit.js';

export interface PreviewedUnit {
  readonly id: string;
  readonly name: string;
  readonly newName: string | null;
  readonly oldPath: string | null;
  readonly newPath: string;
  /** Superiors by short name from the top down, now and after; previews of earlier versions have none. */
  readonly oldSuperiors?: readonly string[];
  readonly newSuperiors?: readonly string[];
}

/** Every path above this one: `cn/44/4403/` → `cn/`, `cn/44/`. */
function above(path: string): string[] {
  const labels = path.split('/').slice(0, -2);
  return labels.map((_, n) => `${labels.slice(0, n + 1).join('/')}/`);
}

/** Units that a change touches, new ones first, as they are and as they will be. */
export function previewedUnits(edit: TreeEdit, touched: readonly Unit[], tree: Tree): PreviewedUnit[] {
  const { moves, renames, additions } = edit;
  const renamed = (id: string) => renames.find((one) => one.unitId === id);
  const after = new Map<string, string>([
    ...touched.map((unit): [string, string] => [
      movedPath(unit.path, moves),
      renamed(unit.id)?.shortName ?? unit.shortName,
    ]),
    ...additions.map(({ path, shortName }): [string, string] => [path, shortName]),
  ]);
  const names = (path: string, nameOf: (path: string) => string | undefined) =>
    above(path).map((one) => nameOf(one) ?? one);
  const now = (path: string) => tree.withPath(path)?.shortName;
  const then = (path: string) => after.get(path) ?? now(path);
  return [
    ...additions.map(({ id, name, path }) => ({
      id,
      name,
      newName: null,
      oldPath: null,
      newPath: path,
      newSuperiors: names(path, then),
    })),
    ...touched.map((unit) => {
      const newPath = movedPath(unit.path, moves);
      return {
        id: unit.id,
        name: unit.name,
        newName: renamed(unit.id)?.name ?? null,
        oldPath: unit.path,
        newPath,
        oldSuperiors: names(unit.path, now),
        newSuperiors: names(newPath, then),
      };
    }),
  ];
}
