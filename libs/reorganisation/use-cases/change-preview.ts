import { Injectable } from '@nestjs/common';
import { refuse, type Transaction } from '@hotline/kernel';
import { type Tree, type Unit, UnitTree } from '@hotline/organization';
import { MOST_PREVIEWED, PreviewReads } from '../data/preview-reads.js';
import { checkPlan, type Conflict } from '../domain/check-plan.js';
import { namedUnits } from '../domain/may-reorganise.js';
import { partOfPlace } from '../domain/parts.js';
import type { ChangePlan } from '../domain/plan.js';
import { type PreviewedUnit, previewedUnits } from '../domain/previewed-units.js';
import { outcomeOf, sameOutcome } from '../domain/schedule.js';
import { type Handover, type TreeEdit, treeEditOf } from '../domain/tree-edit.js';

export interface Preview {
  readonly conflicts: readonly Conflict[];
  /** What the units were called when this was counted: the record keeps its words. */
  readonly names: Readonly<Record<string, string>>;
  /** The first of them; `unitCount` says how many. */
  readonly units: readonly PreviewedUnit[];
  readonly unitCount: number;
  /** Open tickets of every unit touched, by state. */
  readonly openByState: Readonly<Record<string, number>>;
  /** Tickets whose path changes, closed ones too. */
  readonly tickets: number;
  readonly handovers: readonly {
    readonly fromId: string;
    readonly toId: string;
    readonly toName: string;
    readonly tickets: number;
  }[];
  readonly memberships: number;
  readonly calendars: readonly string[];
  readonly catalogueRules: number;
  /** Running clocks that go to another unit with their due dates. */
  readonly clocks: number;
  /** What becomes of the tree, to be compared later. Previews before there were schedules have none. */
  readonly outcome?: readonly string[];
  /** Counts above this were cut. */
  readonly most: number;
}

const MOST_UNITS = 50;

/** What a plan would do, counted now. */
@Injectable()
export class ChangePreview {
  constructor(
    private readonly reads: PreviewReads,
    private readonly units: UnitTree,
  ) {}

  /** Against the tree as it stands. */
  conflicts(plan: ChangePlan): Conflict[] {
    const former = this.units.former();
    return checkPlan(plan, this.units.current(), {
      pathOwner: (path) => former.ownerOf(path),
      codeOwner: (code) => former.withCode(code)?.unitId,
    });
  }

  /** @throws Refused `invalid-input` with the first conflict at its field */
  orRefuse(plan: ChangePlan): void {
    const [conflict] = this.conflicts(plan);
    if (conflict) refuse('invalid-input', { field: conflict.field, facts: { problem: conflict.problem } });
  }

  /** @throws Refused when the plan names an unknown unit or leaves out what its kind needs: no draft holds that */
  orRefuseGaps(plan: ChangePlan): void {
    for (const { field, problem } of this.conflicts(plan)) {
      if (problem === 'unknown-unit') refuse('unknown-unit', { field });
      if (problem === 'missing') refuse('invalid-input', { field, facts: { problem } });
    }
  }

  /** Conflicts of a plan that was looked at before: it must still come to what was seen then. */
  conflictsSince(plan: ChangePlan, seen: Pick<Preview, 'outcome'>): Conflict[] {
    const conflicts = this.conflicts(plan);
    const outcome = outcomeOf(treeEditOf(plan, this.units.current()));
    const same = seen.outcome === undefined || sameOutcome(seen.outcome, outcome);
    return conflicts.length > 0 || same ? conflicts : [{ field: 'kind', problem: 'outcome-changed' }];
  }

  async of(tx: Transaction, plan: ChangePlan, running: boolean): Promise<Preview> {
    const tree = this.units.current();
    const conflicts = this.conflicts(plan);
    const edit = treeEditOf(plan, tree);
    const touched = touchedUnits(plan, edit, tree);
    const paths = outermost([
      ...edit.moves.map(({ from }) => from),
      ...plan.unitIds.flatMap((id) => tree.find(id)?.path ?? []),
    ]);
    const moved = outermost(edit.moves.map(({ from }) => from));
    return {
      conflicts: running ? [...conflicts, { field: 'kind', problem: 'other-change-running' }] : conflicts,
      names: Object.fromEntries(
        namedUnits(plan).flatMap((id) => (tree.find(id) ? [[id, tree.get(id).name]] : [])),
      ),
      units: previewedUnits(edit, touched, tree).slice(0, MOST_UNITS),
      unitCount: touched.length + edit.additions.length,
      openByState: await this.reads.openByState(tx, paths),
      tickets: await this.reads.tickets(tx, moved),
      handovers: await this.handovers(tx, edit.handovers, plan, tree),
      memberships: await this.reads.memberships(
        tx,
        touched.map(({ id }) => id),
      ),
      calendars: [...new Set(touched.map(({ calendarId }) => calendarId))],
      catalogueRules: await this.reads.rules(
        tx,
        touched.flatMap(({ id, code }) => [id, code]),
      ),
      clocks: await this.clocks(tx, edit, tree),
      outcome: outcomeOf(edit),
      most: MOST_PREVIEWED,
    };
  }

  /** One after the other: they share a connection. */
  private async handovers(
    tx: Transaction,
    handovers: readonly Handover[],
    plan: ChangePlan,
    tree: Tree,
  ): Promise<Preview['handovers']> {
    const all: Preview['handovers'][number][] = [];
    for (const one of handovers) all.push(...(await this.handover(tx, one, plan, tree)));
    return all;
  }

  /** How many tickets go to whom; what stays is not listed. */
  private async handover(
    tx: Transaction,
    { fromId, parts, toId }: Handover,
    plan: ChangePlan,
    tree: Tree,
  ): Promise<Preview['handovers']> {
    const counts = new Map<string, number>();
    for (const { workplaceCode, tickets } of await this.reads.waiting(tx, fromId, tree.get(fromId).path)) {
      const to = partOfPlace(parts, workplaceCode)?.unitId ?? toId;
      if (to !== null) counts.set(to, (counts.get(to) ?? 0) + tickets);
    }
    const nameOf = (id: string) =>
      tree.find(id)?.name ?? plan.parts?.find((part) => part.unitId === id)?.name ?? '';
    const receivers = new Set([...parts.map((part) => part.unitId), ...(toId === null ? [] : [toId])]);
    return [...receivers].map((id) => ({
      fromId,
      toId: id,
      toName: nameOf(id),
      tickets: counts.get(id) ?? 0,
    }));
  }

  private async clocks(tx: Transaction, edit: TreeEdit, tree: Tree): Promise<number> {
    let clocks = 0;
    for (const { fromId } of edit.handovers)
      clocks += await this.reads.clocks(tx, fromId, tree.get(fromId).path);
    return clocks;
  }
}

function touchedUnits(plan: ChangePlan, { moves }: TreeEdit, tree: Tree): Unit[] {
  return tree
    .all()
    .filter((unit) => plan.unitIds.includes(unit.id) || moves.some(({ from }) => unit.path.startsWith(from)));
}

const outermost = (paths: readonly string[]): string[] =>
  [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && path.startsWith(other)));
