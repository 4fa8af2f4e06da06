import { movedPath, type Tree, type Unit, UNIT_CODE, UNIT_LEVELS } from '@hotline/organization';
import type { ChangePlan } from './plan.js';
import { treeEditOf } from './tree-edit.js';

export const PROBLEMS = [
  'missing',
  'unknown-unit',
  'twice',
  'root',
  'closed',
  'cycle',
  'too-deep',
  'level',
  'kind',
  'nothing-changes',
  'code-taken',
  'code-wrong',
  'path-taken',
  'place-twice',
  'not-a-child',
  'other-change-running',
  'outcome-changed',
  'not-allowed',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Why a plan cannot be carried out, and which field of it says so. */
export interface Conflict {
  readonly field: string;
  readonly problem: Problem;
}

/** What the tree once was: a path or code used before belongs to its unit for ever. */
export interface Past {
  pathOwner(path: string): string | undefined;
  codeOwner(code: string): string | undefined;
}

/** Far more than the tree needs; keeps paths and chains short. */
const MOST_LABELS = 9;

const rank = (unit: Unit): number => UNIT_LEVELS.indexOf(unit.level);
const labels = (path: string): number => path.split('/').length - 1;
const conflict = (field: string, problem: Problem, when: boolean): Conflict[] =>
  when ? [{ field, problem }] : [];

/** Every reason at once, so that the screen can show each at its field. */
export function checkPlan(plan: ChangePlan, tree: Tree, past: Past): Conflict[] {
  const found = plan.unitIds.map((id) => tree.find(id));
  const units = found.filter((unit) => unit !== undefined);
  const general = [
    ...conflict('unitIds', 'unknown-unit', found.includes(undefined)),
    ...conflict('unitIds', 'missing', found.length === 0),
    ...conflict('unitIds', 'twice', new Set(plan.unitIds).size < plan.unitIds.length || nested(units)),
    ...conflict(
      'unitIds',
      'root',
      units.some((unit) => unit.parentId === null),
    ),
    ...conflict('unitIds', 'closed', plan.kind !== 'rename' && units.some((unit) => !unit.active)),
    ...conflict('unitIds', 'twice', plan.kind !== 'move' && plan.kind !== 'merge' && units.length > 1),
  ];
  if (general.length > 0) return general;
  const own = OWN[plan.kind](plan, units, tree, past);
  return own.length > 0 ? own : checkEdit(plan, tree, past);
}

/** One of them lies below another: it would go along twice. */
const nested = (units: readonly Unit[]): boolean =>
  units.some((one) => units.some((other) => other !== one && one.path.startsWith(other.path)));

type Check = (plan: ChangePlan, units: readonly Unit[], tree: Tree, past: Past) => Conflict[];

function codeConflicts(
  field: string,
  code: string | undefined,
  ownerId: string,
  tree: Tree,
  past: Past,
): Conflict[] {
  if (code === undefined) return [];
  const owner = tree.withCode(code)?.id ?? past.codeOwner(code);
  return [
    ...conflict(field, 'code-wrong', !UNIT_CODE.test(code)),
    ...conflict(field, 'code-taken', owner !== undefined && owner !== ownerId),
  ];
}

const OWN: Readonly<Record<ChangePlan['kind'], Check>> = {
  rename: ({ name, shortName, code }, [unit], tree, past) => [
    ...conflict(
      'name',
      'nothing-changes',
      (name ?? unit?.name) === unit?.name &&
        (shortName ?? unit?.shortName) === unit?.shortName &&
        (code ?? unit?.code) === unit?.code,
    ),
    ...codeConflicts('code', code, unit?.id ?? '', tree, past),
  ],
  move: ({ parentId }, units, tree) => superiorConflicts('parentId', parentId, units, tree),
  merge: ({ intoId }, units, tree) => {
    const into = tree.find(intoId ?? '');
    return [
      ...superiorConflicts('intoId', intoId, units, tree),
      ...conflict(
        'intoId',
        'twice',
        units.some((unit) => unit.id === into?.id),
      ),
    ];
  },
  split: ({ parts = [], heir }, [whole], tree, past) => {
    const places = parts.flatMap((part) => part.places);
    const children = new Set(tree.childrenOf(whole?.id ?? '').map((child) => child.id));
    return [
      ...conflict('parts', 'missing', parts.length < (heir === null ? 1 : 2)),
      ...conflict('heir', 'missing', heir === undefined || (heir !== null && parts[heir] === undefined)),
      ...conflict('parts', 'place-twice', new Set(places).size < places.length),
      ...conflict(
        'parts',
        'not-a-child',
        parts.some((part) => part.childIds.some((id) => !children.has(id))),
      ),
      ...parts.flatMap((part, n) => partConflicts(`parts.${n}`, part, whole, tree, past)),
    ];
  },
  close: () => [],
};

function superiorConflicts(
  field: string,
  id: string | undefined,
  units: readonly Unit[],
  tree: Tree,
): Conflict[] {
  if (id === undefined) return [{ field, problem: 'missing' }];
  const superior = tree.find(id);
  if (!superior) return [{ field, problem: 'unknown-unit' }];
  return [
    ...conflict(field, 'closed', !superior.active),
    ...conflict(
      field,
      'cycle',
      units.some((unit) => superior.path.startsWith(unit.path)),
    ),
    ...conflict(
      field,
      'kind',
      units.some((unit) => unit.kind !== superior.kind && superior.level !== 'national'),
    ),
    ...conflict(
      field,
      'level',
      units.some((unit) => rank(superior) > rank(unit)),
    ),
  ];
}

function partConflicts(
  field: string,
  { unitId, code, name }: NonNullable<ChangePlan['parts']>[number],
  whole: Unit | undefined,
  tree: Tree,
  past: Past,
): Conflict[] {
  const known = tree.find(unitId);
  if (!known) {
    return [
      ...conflict(`${field}.name`, 'missing', !name),
      ...conflict(`${field}.code`, 'missing', !code),
      ...codeConflicts(`${field}.code`, code, unitId, tree, past),
    ];
  }
  return [
    ...conflict(`${field}.unitId`, 'closed', !known.active),
    ...conflict(`${field}.unitId`, 'cycle', whole !== undefined && known.path.startsWith(whole.path)),
    ...conflict(`${field}.unitId`, 'level', whole !== undefined && rank(known) > rank(whole)),
  ];
}

/** What only the outcome shows: too deep a tree, a path somebody else has or had. */
function checkEdit(plan: ChangePlan, tree: Tree, past: Past): Conflict[] {
  const { moves, additions, renames } = treeEditOf(plan, tree);
  const field = { move: 'parentId', merge: 'intoId', split: 'parts', close: 'unitIds', rename: 'name' }[
    plan.kind
  ];
  const moving = tree.all().filter((unit) => moves.some(({ from }) => unit.path.startsWith(from)));
  const after = moving.map((unit) => ({ id: unit.id, path: movedPath(unit.path, moves) }));
  const paths = [...after, ...additions.map(({ id, path }) => ({ id, path }))];
  const taken = paths.some(({ id, path }) => {
    const owner = tree.withPath(path)?.id ?? past.pathOwner(path);
    return owner !== undefined && owner !== id;
  });
  return [
    ...conflict(field, 'nothing-changes', plan.kind === 'move' && moves.length === 0 && renames.length === 0),
    ...conflict(
      field,
      'too-deep',
      paths.some(({ path }) => labels(path) > MOST_LABELS),
    ),
    ...conflict(field, 'path-taken', taken),
  ];
}
