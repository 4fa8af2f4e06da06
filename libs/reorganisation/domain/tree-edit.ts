import type { PathMove } from '@hotline/kernel';
import type { Tree, Unit } from '@hotline/organization';
import { type AddedPart, placeOf, type UnitToBe } from './parts.js';
import type { ChangePlan } from './plan.js';

/** What a change does to the tree; computed anew from the plan whenever it is looked at. */
export interface TreeEdit {
  readonly additions: readonly UnitToBe[];
  readonly renames: readonly { unitId: string; name: string; shortName: string; code: string }[];
  /** The tops of the subtrees that move, each with its new superior. */
  readonly moves: readonly (PathMove & { readonly parentId: string })[];
  /** Units that end, and who carries on. */
  readonly ends: readonly { readonly unitId: string; readonly heirId: string }[];
  /** Whose open work is handed over, and to whom. */
  readonly handovers: readonly Handover[];
}

export interface Handover {
  readonly fromId: string;
  /** By place first. */
  readonly parts: readonly AddedPart[];
  /** Everything else; null when it stays. */
  readonly toId: string | null;
}

const NOTHING: TreeEdit = { additions: [], renames: [], moves: [], ends: [], handovers: [] };

const labelOf = (unit: Unit): string => `${unit.path.split('/').at(-2) ?? ''}/`;

function hang(unit: Unit, parent: { id: string; path: string }): TreeEdit['moves'] {
  const to = parent.path + labelOf(unit);
  return to === unit.path ? [] : [{ unitId: unit.id, from: unit.path, to, parentId: parent.id }];
}

function rename(plan: ChangePlan, [unit]: readonly Unit[]): TreeEdit {
  if (!unit) return NOTHING;
  const { name = unit.name, shortName = unit.shortName, code = unit.code } = plan;
  return { ...NOTHING, renames: [{ unitId: unit.id, name, shortName, code }] };
}

function move(plan: ChangePlan, units: readonly Unit[], tree: Tree): TreeEdit {
  const parent = tree.find(plan.parentId ?? '');
  return parent ? { ...NOTHING, moves: units.flatMap((unit) => hang(unit, parent)) } : NOTHING;
}

/** The children of a unit that ends hang below its heir, and so does the unit itself, closed: its past stays readable. */
function merge(plan: ChangePlan, units: readonly Unit[], tree: Tree): TreeEdit {
  const into = tree.find(plan.intoId ?? '');
  if (!into) return NOTHING;
  return {
    ...NOTHING,
    moves: units.flatMap((unit) => [
      ...tree.childrenOf(unit.id).flatMap((child) => hang(child, into)),
      ...hang(unit, into),
    ]),
    ends: units.map((unit) => ({ unitId: unit.id, heirId: into.id })),
    handovers: units.map((unit) => ({ fromId: unit.id, parts: [], toId: into.id })),
  };
}

function close([unit]: readonly Unit[], tree: Tree): TreeEdit {
  const parent = unit && tree.parent(unit.id);
  if (!unit || !parent) return NOTHING;
  return {
    ...NOTHING,
    moves: tree.childrenOf(unit.id).flatMap((child) => hang(child, parent)),
    ends: [{ unitId: unit.id, heirId: parent.id }],
    handovers: [{ fromId: unit.id, parts: [], toId: parent.id }],
  };
}

function split(plan: ChangePlan, [whole]: readonly Unit[], tree: Tree): TreeEdit {
  const parts = plan.parts ?? [];
  if (!whole) return NOTHING;
  const heirPart = plan.heir == null ? undefined : parts[plan.heir];
  const heir = heirPart && placeOf(heirPart, whole, tree);
  const assigned = (child: Unit) => {
    const part = parts.find((one) => one.childIds.includes(child.id));
    return (part && placeOf(part, whole, tree)) ?? heir ?? null;
  };
  const children = tree.childrenOf(whole.id).flatMap((child) => {
    const parent = assigned(child);
    return parent ? hang(child, parent) : [];
  });
  return {
    ...NOTHING,
    additions: parts.flatMap((part) => added(part, whole, tree)),
    moves: [...children, ...(heir ? hang(whole, heir) : [])],
    ends: heir ? [{ unitId: whole.id, heirId: heir.id }] : [],
    handovers: [{ fromId: whole.id, parts, toId: heir?.id ?? null }],
  };
}

function added(part: AddedPart, whole: Unit, tree: Tree): UnitToBe[] {
  const place = placeOf(part, whole, tree);
  const { code, name } = part;
  if (tree.find(part.unitId) || !place || !code || !name) return [];
  const shortName = part.shortName ?? name;
  return [{ id: part.unitId, code, name, shortName, path: place.path, likeId: whole.id }];
}

/** Fields the plan lacks leave nothing to do; `checkPlan` says so. */
export function treeEditOf(plan: ChangePlan, tree: Tree): TreeEdit {
  const units = plan.unitIds.flatMap((id) => tree.find(id) ?? []);
  const edits = {
    rename: () => rename(plan, units),
    move: () => move(plan, units, tree),
    merge: () => merge(plan, units, tree),
    split: () => split(plan, units, tree),
    close: () => close(units, tree),
  };
  return edits[plan.kind]();
}
