import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { UnitLine } from './UnitTree';
import { useFoundUnits } from './useUnits';

interface Props {
  q: string;
  currentId: string | undefined;
  onChoose: (unitId: string) => void;
}

/** What a search by name, pinyin or code found, best first. */
export function FoundUnits({ q, currentId, onChoose }: Props): ReactElement {
  const t = useTexts('units');
  const found = useFoundUnits(q);
  if (found.isPending) return <Skeletons rows={8} height={40} />;
  if (found.isError) return <ErrorState small error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <EmptyState icon="search" title={t('none')} />;
  return (
    <ul className="unit-tree">
      {found.data.items.map((unit) => (
        <li key={unit.id}>
          <UnitLine
            unit={unit}
            current={unit.id === currentId}
            onChoose={onChoose}
            above={unit.chain.map((each) => each.name).join(' › ') || unit.code}
          />
        </li>
      ))}
    </ul>
  );
}
