import { allow, type Decision, deny } from '@hotline/kernel';
import { type Actor, overrules } from './actor.js';
import type { Unit, UnitLevel } from './tree.js';

/** Levels an administrator may add; the unions of the divisions come with the product. */
export const ADDED_LEVELS = ['township', 'enterprise'] as const;
export type AddedLevel = (typeof ADDED_LEVELS)[number];

/** Also the label of the path, so `[a-z0-9]+`: a subtree is then exactly the text range of its path. */
export const UNIT_CODE = /^[a-z0-9]{3,20}$/;

/** Where a township union may hang: below a county, or below one of the cities without counties (东莞、中山、儋州、嘉峪关). */
const PARENTS: Readonly<Record<AddedLevel, readonly UnitLevel[]>> = {
  township: ['county', 'city'],
  enterprise: ['national', 'province', 'city', 'county', 'township', 'enterprise'],
};

/** Far more than the tree needs; keeps paths and chains short. */
const MOST_LEVELS = 9;

type Parent = Pick<Unit, 'level' | 'path' | 'active'>;

export function mayAddUnit(actor: Actor, parent: Parent, level: AddedLevel): Decision<true> {
  if (!overrules(actor, 'unit.manage', parent.path)) return deny('not-in-your-units');
  const tooDeep = parent.path.split('/').length > MOST_LEVELS;
  const fits = PARENTS[level].includes(parent.level) && parent.active && !tooDeep;
  return fits
    ? allow(true)
    : deny('invalid-input', { field: 'parentId', facts: { level, parent: parent.level } });
}

export interface UnitEdit {
  readonly name?: string | undefined;
  readonly shortName?: string | undefined;
  readonly active?: boolean | undefined;
}

/** A unit is closed from the bottom up and opened from the top down, so that no open unit hangs below a closed one. */
export function mayChangeUnit(
  actor: Actor,
  unit: Parent,
  edit: UnitEdit,
  around: { readonly parentActive: boolean; readonly activeChildren: number },
): Decision<true> {
  if (!overrules(actor, 'unit.manage', unit.path)) return deny('not-in-your-units');
  if (edit.active === false && around.activeChildren > 0) {
    return deny('invalid-input', { field: 'active', facts: { activeChildren: around.activeChildren } });
  }
  if (edit.active === false && unit.level === 'national') return deny('invalid-input', { field: 'active' });
  if (edit.active === true && !around.parentActive) return deny('invalid-input', { field: 'active' });
  return allow(true);
}

/** Which calendar a unit works by is the word of its administrator, or of one above. */
export function mayAssignCalendar(actor: Actor, unit: Pick<Unit, 'path'>): Decision<true> {
  return overrules(actor, 'unit.manage', unit.path) ? allow(true) : deny('not-in-your-units');
}
