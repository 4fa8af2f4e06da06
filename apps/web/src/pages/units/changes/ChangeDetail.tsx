import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';
import { dayText, ErrorState, Icon, minuteText, Skeletons, TimeText } from '../../../parts';
import { ChangeSteps } from './ChangeSteps';
import { Conflicts } from './Conflicts';
import { PlanForm } from './PlanForm';
import { PreviewView } from './PreviewView';
import { ProgressView } from './ProgressView';
import { StateTag } from './StateTag';
import { useChange } from './useChanges';
import { useWhat } from './useWhat';

/** One change from its draft to its end. */
export function ChangeDetail({ id }: { id: string }): ReactElement {
  const t = useTexts('unitChanges');
  const what = useWhat();
  const { data: change, isPending, error, refetch } = useChange(id);
  const [revising, setRevising] = useState(false);
  if (isPending) return <Skeletons rows={8} height={32} />;
  if (!change) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const back = (): void => setRevising(false);
  if (revising && change.mayRevise) {
    return <PlanForm unit={null} revised={change} onPlanned={back} onGiveUp={back} />;
  }
  return (
    <article className="padded change-detail">
      <div className="admin-tools">
        <h2>{what(change)}</h2>
        <StateTag state={change.state} />
      </div>
      <p>
        {change.reason}
        {change.documentNo !== null && <> · {change.documentNo}</>}
      </p>
      <p className="admin-note">
        {t('by', { name: change.plannedBy })} <TimeText at={change.plannedAt} />
        {change.startedBy !== null && change.startedAt !== null && (
          <>
            {' '}
            · {t('startedBy', { name: change.startedBy })} <TimeText at={change.startedAt} />
          </>
        )}
      </p>
      {change.state === 'scheduled' && <Waiting change={change} />}
      {change.failure !== null && <Failure failure={change.failure} />}
      <ProgressView change={change} />
      <ChangeSteps change={change} onRevise={() => setRevising(true)} />
      <PreviewView change={change} />
    </article>
  );
}

/** When it starts by itself, and in whose name. */
function Waiting({ change }: { change: UnitChange }): ReactElement | null {
  const t = useTexts('unitChanges');
  const { scheduledFor: at, scheduledBy } = change;
  if (at === null) return null;
  return (
    <p className="change-note is-waiting">
      <Icon name="clock" size={16} />
      <span>
        <strong>{t('startsAt', { day: dayText(at), time: minuteText(at) })}</strong>
        {scheduledBy !== null && <> · {t('scheduledBy', { name: scheduledBy })}</>}
        <small>{t('scheduledHint')}</small>
      </span>
    </p>
  );
}

/** `parentId: closed` in words. */
function Failure({ failure }: { failure: string }): ReactElement {
  const t = useTexts('unitChanges');
  const [field = '', problem = 'missing'] = failure.split(': ');
  type Conflict = UnitChange['preview']['conflicts'][number];
  return (
    <>
      <p className="change-note is-bad">{t('failure')}</p>
      <Conflicts conflicts={[{ field, problem: problem as Conflict['problem'] }]} />
    </>
  );
}
