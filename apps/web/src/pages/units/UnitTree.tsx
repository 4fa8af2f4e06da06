import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { UnitView } from '../../api/contract';
import { ErrorState, Icon, Skeletons } from '../../parts';
import { useChildUnits } from './useUnits';

interface Props {
  unit: UnitView;
  currentId: string | undefined;
  onChoose: (unitId: string) => void;
  path: readonly string[]; // opened from the start: the way to the chosen unit
}

interface LineProps {
  unit: UnitView;
  current: boolean;
  onChoose: (unitId: string) => void;
  children?: ReactElement; // the button that opens it
  above?: string; // told apart from namesakes by its ancestors
}

export function UnitLine({ unit, current, onChoose, children, above }: LineProps): ReactElement {
  const t = useTexts('units');
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      className={`unit-line${current ? ' is-current' : ''}${above === undefined ? '' : ' unit-found'}`}
    >
      {children}
      <button
        type="button"
        className="unit-name cut"
        aria-current={current}
        onClick={() => onChoose(unit.id)}
      >
        {unit.name}
        {!unit.active && <small className="closed-mark">{t('closed')}</small>}
        <small>{above ?? (unit.childCount > 0 ? unit.childCount : '')}</small>
      </button>
    </div>
  );
}

/** One unit and, once opened, the units below it, which are fetched only then. */
export function UnitTree({ unit, currentId, onChoose, path }: Props): ReactElement {
  const t = useTexts('units');
  const [open, setOpen] = useState(path.includes(unit.id));
  const below = useChildUnits(unit.id, open);
  return (
    <li>
      <UnitLine unit={unit} current={unit.id === currentId} onChoose={onChoose}>
        <button
          type="button"
          className="unit-turn"
          disabled={unit.childCount === 0}
          aria-expanded={open}
          aria-label={t(open ? 'close' : 'open', { name: unit.name })}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={14} />
        </button>
      </UnitLine>
      {open && below.isPending && <Skeletons rows={3} height={32} />}
      {open && below.isError && <ErrorState small error={below.error} onRetry={() => void below.refetch()} />}
      {open && below.data && (
        <ul>
          {below.data.map((child) => (
            <UnitTree key={child.id} unit={child} currentId={currentId} onChoose={onChoose} path={path} />
          ))}
        </ul>
      )}
    </li>
  );
}
