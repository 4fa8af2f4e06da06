import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import type { StoredUnit } from '../data/unit-rows.js';
import { UnitTree } from '../data/unit-tree.js';

export interface UnitQuery {
  readonly q?: string | undefined;
  readonly parentId?: string | undefined;
  /** Units after this path. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The tree is no secret: everybody signed in with a unit may look anything up in it. */
@Injectable()
export class ListUnits {
  constructor(private readonly tree: UnitTree) {}

  run({ q, parentId, after = '', limit }: UnitQuery): { items: StoredUnit[]; next: string | null } {
    if (q !== undefined && q.trim() !== '') return { items: this.search(q, parentId, limit), next: null };
    if (parentId !== undefined && !this.tree.find(parentId)) refuse('unknown-unit', { field: 'parentId' });
    const following = this.tree
      .inOrder(parentId)
      .filter((unit) => unit.path > after)
      .slice(0, limit + 1);
    const items = following.slice(0, limit);
    return { items, next: following.length > limit ? (items.at(-1)?.path ?? null) : null };
  }

  private search(q: string, parentId: string | undefined, limit: number): StoredUnit[] {
    if (parentId === undefined) return this.tree.search(q, limit);
    return this.tree
      .search(q, Number.MAX_SAFE_INTEGER)
      .filter((unit) => unit.parentId === parentId)
      .slice(0, limit);
  }
}
