/** A node of the union tree as rules see it. */
export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'territorial' | 'industrial';
  readonly level: UnitLevel;
  readonly regionCode: string | null;
  readonly parentId: string | null;
  /** Materialised path, each label ended by `/`: `cn/44/4403/440305/`. */
  readonly path: string;
  readonly calendarId: string;
  readonly active: boolean;
  /** Who carries on for a unit that was merged, split or closed. */
  readonly heirId?: string | null;
}

export const UNIT_LEVELS = ['national', 'province', 'city', 'county', 'township', 'enterprise'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** The whole union tree in memory (about 3,200 units): parents, chains and routes without a query. */
export class Tree {
  private readonly byId = new Map<string, Unit>();
  private readonly byCode = new Map<string, Unit>();
  private readonly byRegion = new Map<string, Unit>();
  private readonly byPath = new Map<string, Unit>();
  private readonly children = new Map<string, Unit[]>();

  constructor(units: readonly Unit[]) {
    for (const unit of units) {
      this.byId.set(unit.id, unit);
      this.byCode.set(unit.code, unit);
      this.byPath.set(unit.path, unit);
      if (unit.kind === 'territorial' && unit.regionCode && isDivision(unit))
        this.byRegion.set(unit.regionCode, unit);
      const siblings = unit.parentId ? this.children.get(unit.parentId) : undefined;
      if (siblings) siblings.push(unit);
      else if (unit.parentId) this.children.set(unit.parentId, [unit]);
    }
  }

  get size(): number {
    return this.byId.size;
  }

  all(): readonly Unit[] {
    return [...this.byId.values()];
  }

  find(id: string): Unit | undefined {
    return this.byId.get(id);
  }

  /** @throws when the id is unknown: rows refer to units by foreign key, so that is a fault, not a refusal. */
  get(id: string): Unit {
    const unit = this.byId.get(id);
    if (!unit) throw new Error(`unit ${id} is not in the tree`);
    return unit;
  }

  withCode(code: string): Unit | undefined {
    return this.byCode.get(code);
  }

  withPath(path: string): Unit | undefined {
    return this.byPath.get(path);
  }

  /**
   * The territorial union of a division (GB/T 2260 code), or of the nearest division above that has one; for a union
   * that was merged, split or closed, whoever carries on.
   */
  ofRegion(code: string): Unit | undefined {
    const found =
      this.byRegion.get(code) ??
      this.byRegion.get(`${code.slice(0, 4)}00`) ??
      this.byRegion.get(`${code.slice(0, 2)}0000`);
    return found && this.heirOf(found);
  }

  /** The unit itself, or the one that carries on for it. */
  heirOf(unit: Unit): Unit {
    return (unit.heirId && this.byId.get(unit.heirId)) || unit;
  }

  childrenOf(id: string): readonly Unit[] {
    return this.children.get(id) ?? [];
  }

  /** Ancestors of a unit, the root first, the unit itself excluded. */
  ancestors(id: string): Unit[] {
    const chain: Unit[] = [];
    for (let unit = this.parent(id); unit; unit = this.parent(unit.id)) chain.unshift(unit);
    return chain;
  }

  /** A unit and those above it, nearest first: who decides where the nearest with a word of its own does. */
  upwards(id: string): Unit[] {
    return [this.get(id), ...this.ancestors(id).reverse()];
  }

  parent(id: string): Unit | undefined {
    const parentId = this.byId.get(id)?.parentId;
    return parentId ? this.byId.get(parentId) : undefined;
  }

  /** The lowest unit above (or equal to) both. */
  lowestCommon(a: string, b: string): Unit {
    const above = [...this.ancestors(a), this.get(a)];
    const target = this.get(b).path;
    const common = above.filter((unit) => target.startsWith(unit.path)).at(-1);
    if (!common) throw new Error('the tree has two roots');
    return common;
  }

  /**
   * The custody chain from one unit to another, both included: up to their lowest common superior, then down, one
   * level at a time, so that a cross-province case passes the national node.
   */
  route(from: string, to: string): Unit[] {
    const top = this.lowestCommon(from, to);
    const up = this.upwards(from).filter((unit) => unit.path.length > top.path.length);
    const down = [...this.ancestors(to), this.get(to)].filter((unit) => unit.path.length > top.path.length);
    return [...up, top, ...down];
  }
}

function isDivision(unit: Unit): boolean {
  return unit.level !== 'enterprise' && unit.level !== 'township';
}
