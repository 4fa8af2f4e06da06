import type { PlanUnitChangeBody, UnitBrief, UnitChange } from '../../../api/contract';

export type ChangeKind = PlanUnitChangeBody['kind'];
export const KINDS: readonly ChangeKind[] = ['rename', 'move', 'merge', 'split', 'close'];
/** Kinds that take several units at once. */
export const SEVERAL: readonly ChangeKind[] = ['move', 'merge'];

export interface Part {
  existing: boolean;
  unit: UnitBrief | null;
  code: string;
  name: string;
  places: string;
  childIds: string[];
}

export const NEW_PART: Part = { existing: false, unit: null, code: '', name: '', places: '', childIds: [] };

/** The form as it is typed. */
export interface Plan {
  kind: ChangeKind;
  units: UnitBrief[];
  target: UnitBrief | null;
  name: string;
  shortName: string;
  code: string;
  parts: Part[];
  /** Number of the part that takes the rest; null: the unit itself. */
  heir: number | null;
  memberships: 'keep' | 'grant';
  reason: string;
  documentNo: string;
}

export const emptyPlan = (unit: UnitBrief | null): Plan => ({
  kind: 'move',
  units: unit ? [unit] : [],
  target: null,
  name: '',
  shortName: '',
  code: '',
  parts: [{ ...NEW_PART, existing: true }, NEW_PART],
  heir: 0,
  memberships: 'keep',
  reason: '',
  documentNo: '',
});

/** A stored plan back in the form, to be changed. */
export function planOfChange({ kind, units, target, plan, reason, documentNo }: UnitChange): Plan {
  const parts = plan.parts.map(({ unit, code, name, places, childIds }) => ({
    existing: unit !== null,
    unit,
    code: code ?? '',
    name: name ?? '',
    places: places.join(' '),
    childIds: [...childIds],
  }));
  return {
    ...emptyPlan(null),
    kind,
    units,
    target,
    name: plan.name ?? '',
    shortName: plan.shortName ?? '',
    code: plan.code ?? '',
    ...(parts.length > 0 && { parts, heir: plan.heir }),
    memberships: plan.memberships,
    reason,
    documentNo: documentNo ?? '',
  };
}

const given = (name: string, value: string): object => (value.trim() === '' ? {} : { [name]: value.trim() });

const partBody = ({ existing, unit, code, name, places, childIds }: Part) => ({
  ...(existing ? (unit ? { unitId: unit.id } : {}) : { ...given('code', code), ...given('name', name) }),
  places: places.split(/[\s,，、]+/).filter(Boolean),
  childIds,
});

/** What is sent: only the fields the kind reads. */
export function bodyOf(plan: Plan): PlanUnitChangeBody {
  const { kind, units, target, parts, heir, memberships } = plan;
  const own: Record<ChangeKind, object> = {
    rename: {
      ...given('name', plan.name),
      ...given('shortName', plan.shortName),
      ...given('code', plan.code),
    },
    move: target ? { parentId: target.id } : {},
    merge: { ...(target ? { intoId: target.id } : {}) },
    split: {
      parts: parts.map(partBody),
      ...(heir === null ? { keepsRest: true } : { heir }),
    },
    close: {},
  };
  return {
    kind,
    memberships,
    unitIds: units.map((unit) => unit.id),
    reason: plan.reason.trim(),
    ...given('documentNo', plan.documentNo),
    ...own[kind],
  };
}
