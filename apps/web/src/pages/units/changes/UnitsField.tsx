import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { UnitBrief } from '../../../api/contract';
import { UnitPicker } from '../../../parts';

interface Props {
  id: string;
  units: UnitBrief[];
  several: boolean;
  onChange: (units: UnitBrief[]) => void;
}

/** One unit, or several chosen one after the other. */
export function UnitsField({ id, units, several, onChange }: Props): ReactElement {
  if (!several) {
    return <UnitPicker id={id} value={units[0] ?? null} onChange={(unit) => onChange(unit ? [unit] : [])} />;
  }
  const add = (unit: UnitBrief | null): void => {
    if (unit && !units.some((one) => one.id === unit.id)) onChange([...units, unit]);
  };
  return (
    <>
      {units.length > 0 && (
        <div className="chosen-units">
          {units.map((unit) => (
            <Tag key={unit.id} closable onClose={() => onChange(units.filter((one) => one.id !== unit.id))}>
              {unit.name}
            </Tag>
          ))}
        </div>
      )}
      <UnitPicker key={units.length} id={id} value={null} onChange={add} />
    </>
  );
}
