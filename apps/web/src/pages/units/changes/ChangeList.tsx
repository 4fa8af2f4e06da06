import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChangeRow } from '../../../api/contract';
import { dayText, EmptyState, ErrorState, minuteText, Skeletons, TimeText } from '../../../parts';
import { StateTag } from './StateTag';
import { useChanges } from './useChanges';
import { useWhat } from './useWhat';

interface Props {
  currentId: string | null;
  onChoose: (id: string) => void;
}

/** When it happened, will happen, or was planned. */
function LineTime({ change }: { change: UnitChangeRow }): ReactElement {
  const t = useTexts('unitChanges');
  const { state, scheduledFor, effectiveAt, plannedAt } = change;
  if (state !== 'scheduled' || scheduledFor === null) return <TimeText at={effectiveAt ?? plannedAt} />;
  return (
    <time dateTime={scheduledFor}>
      {t('lineStarts', { day: dayText(scheduledFor), time: minuteText(scheduledFor) })}
    </time>
  );
}

function Line({
  change,
  current,
  onChoose,
}: {
  change: UnitChangeRow;
  current: boolean;
  onChoose: () => void;
}) {
  const what = useWhat();
  return (
    <li>
      <button
        type="button"
        className={`change-line${current ? ' is-current' : ''}`}
        aria-current={current}
        onClick={onChoose}
      >
        <span className="change-what">{what(change)}</span>
        <span className="change-meta">
          <StateTag state={change.state} />
          <LineTime change={change} />
          <span className="cut">{change.documentNo ?? change.reason}</span>
        </span>
      </button>
    </li>
  );
}

/** Every change of the tree below the reader's units, newest first. */
export function ChangeList({ currentId, onChoose }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const changes = useChanges();
  if (changes.isPending) return <Skeletons rows={6} height={56} />;
  if (changes.isError)
    return <ErrorState small error={changes.error} onRetry={() => void changes.refetch()} />;
  const items = changes.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyState icon="tree" title={t('none')}>
        {t('noneHint')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="change-list">
        {items.map((change) => (
          <Line
            key={change.id}
            change={change}
            current={change.id === currentId}
            onChoose={() => onChoose(change.id)}
          />
        ))}
      </ul>
      {changes.hasNextPage && (
        <Button
          className="admin-more"
          loading={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}
