import type { ReactElement } from 'react';
import type { UnitBrief } from '../api/contract';

/** A unit's name, cut when it is long; the whole name and its code are in the title. */
export function UnitName({
  unit,
  none = '—',
}: {
  unit: Pick<UnitBrief, 'name' | 'code'> | null;
  none?: string;
}): ReactElement {
  if (!unit) return <span className="quiet">{none}</span>;
  return (
    <span className="cut" title={`${unit.name} · ${unit.code}`}>
      {unit.name}
    </span>
  );
}
