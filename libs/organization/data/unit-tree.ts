import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { Live, type Scope, UnitOfWork } from '@hotline/kernel';
import { LOG } from '@hotline/platform';
import { FormerUnits } from '../domain/former-units.js';
import { indexForSearch, type Searchable, type SearchIndex, searchIndex } from '../domain/search.js';
import { otherSpellings, type RunningMove } from '../domain/spellings.js';
import { Tree, type Unit } from '../domain/tree.js';
import { readFormer, readMoves, readUnits, type StoredUnit, unitsMark } from './unit-rows.js';

/** A unit as other records show it. */
export interface UnitBrief {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Unit['level'];
  readonly kind: Unit['kind'];
}

// Another process's change shows here after at most this long; this process's own shows at once.
const CHECK_MS = 2_000;
// The tree is public: reading it needs no subtree.
const NO_SUBTREE: Scope = { accountId: null, prefixes: [] };

type SearchableUnit = StoredUnit & Searchable;

/** The union tree in memory, for parents, chains, names and searches without a query. */
@Injectable()
export class UnitTree implements OnModuleInit, OnModuleDestroy {
  private tree = new Tree([]);
  private stored: ReadonlyMap<string, StoredUnit> = new Map();
  private index: SearchIndex<SearchableUnit> | null = null;
  private past = new FormerUnits([]);
  private moves: readonly RunningMove[] = [];
  private mark = '';
  private unsubscribe: () => void = () => undefined;
  private lastLook: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOG) private readonly log: Logger,
    private readonly live: Live,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    const refresh = () => {
      this.refresh().catch((error: unknown) =>
        this.log.warn({ error: String(error) }, 'union tree not refreshed, will be repeated'),
      );
    };
    this.timer = setInterval(refresh, CHECK_MS).unref();
    this.unsubscribe = this.live.subscribe(({ kind }) => {
      if (kind === 'units') refresh();
    });
  }

  onModuleDestroy(): void {
    this.unsubscribe();
    clearInterval(this.timer);
  }

  current(): Tree {
    return this.tree;
  }

  /** What units once were. */
  former(): FormerUnits {
    return this.past;
  }

  /** The path, and while units move the spellings of rows not yet rewritten. */
  spellings(path: string): string[] {
    return [path, ...otherSpellings(path, this.moves)];
  }

  /** @throws when the id is unknown: rows refer to units by foreign key, so that is a fault. */
  brief(id: string): UnitBrief {
    return briefOf(this.tree.get(id));
  }

  find(id: string): StoredUnit | undefined {
    return this.stored.get(id);
  }

  /** The unit that has this path now, or once had it. */
  withPath(path: string): StoredUnit | undefined {
    const id = this.tree.withPath(path)?.id ?? this.past.ownerOf(path);
    return id === undefined ? undefined : this.stored.get(id);
  }

  /** The direct children of a unit, or the whole tree; in the order of their paths. */
  inOrder(parentId?: string): StoredUnit[] {
    const all = [...this.stored.values()];
    return parentId === undefined ? all : all.filter((unit) => unit.parentId === parentId);
  }

  /** By name, pinyin, initials or code; wider units first, then units once called so. */
  search(query: string, limit: number): StoredUnit[] {
    const found = this.searchPresent(query, limit);
    const once = this.past.named(query).flatMap(({ unitId }) => this.stored.get(unitId) ?? []);
    return [...new Set([...found, ...once])].slice(0, limit);
  }

  private searchPresent(query: string, limit: number): StoredUnit[] {
    this.index ??= indexForSearch([...this.stored.values()].map((unit) => this.searchable(unit)));
    return searchIndex(this.index, query, limit).flatMap(({ id }) => this.stored.get(id) ?? []);
  }

  /** Reads the units again when any of them has changed since the last look; one look at a time, in order. */
  refresh(): Promise<void> {
    const look = this.lastLook.then(() => this.look());
    this.lastLook = look.catch(() => undefined);
    return look;
  }

  private async look(): Promise<void> {
    await this.work.read(NO_SUBTREE, async (tx) => {
      const mark = await unitsMark(tx);
      if (mark === this.mark) return;
      const units = await readUnits(tx);
      this.tree = new Tree(units);
      this.stored = new Map(units.map((unit) => [unit.id, unit]));
      this.past = new FormerUnits(await readFormer(tx));
      this.moves = await readMoves(tx);
      this.index = null;
      this.mark = mark;
    });
  }

  private searchable(unit: StoredUnit): SearchableUnit {
    return { ...unit, parentCode: unit.parentId ? (this.stored.get(unit.parentId)?.code ?? null) : null };
  }
}

export const briefOf = ({ id, code, name, level, kind }: Unit): UnitBrief => ({
  id,
  code,
  name,
  level,
  kind,
});
