import type { ReactElement } from 'react';
import { type Translate, useTexts } from '../../app/i18n';
import type { UnitView } from '../../api/contract';
import { EmptyState, ErrorState, Skeletons } from '../../parts';
import { UnitLine } from './UnitTree';
import { useFoundUnits } from './useUnits';

interface Props {
  q: string;
  currentId: string | undefined;
  onChoose: (unitId: string) => void;
}

/** Found by what it was once called: say so. */
function formerName({ name, code, former }: UnitView, q: string, t: Translate): string {
  if (name.includes(q) || code.startsWith(q)) return '';
  const once = former.find((one) => one.name.includes(q) || one.code === q);
  return once ? t('former.found', { name: once.name }) : '';
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
            above={[formerName(unit, q, t), unit.chain.map((each) => each.name).join(' › ') || unit.code]
              .filter(Boolean)
              .join(' · ')}
          />
        </li>
      ))}
    </ul>
  );
}
