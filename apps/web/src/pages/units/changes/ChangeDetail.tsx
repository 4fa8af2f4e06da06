import { App, Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { ProblemError } from '../../../api/client';
import type { UnitChange } from '../../../api/contract';
import { ErrorState, Skeletons, TimeText } from '../../../parts';
import { Conflicts } from './Conflicts';
import { PreviewView } from './PreviewView';
import { ProgressView } from './ProgressView';
import { StateTag } from './StateTag';
import { useChange, useStep } from './useChanges';
import { useWhat } from './useWhat';

function Steps({ change }: { change: UnitChange }): ReactElement | null {
  const t = useTexts('unitChanges');
  const { message } = App.useApp();
  const start = useStep(change, 'start');
  const cancel = useStep(change, 'cancel');
  const failed = start.error ?? cancel.error;
  const stale = failed instanceof ProblemError && failed.problem.code === 'stale-version';
  if (!change.mayStart && !change.mayCancel && !failed) return null;
  return (
    <div className="change-steps">
      {failed && (stale ? <p className="tag tag-bad">{t('stale')}</p> : <ErrorState small error={failed} />)}
      {change.mayStart && (
        <Popconfirm
          title={t('startSure')}
          okText={t('start')}
          cancelText={t('no')}
          onConfirm={() => start.mutate()}
        >
          <Button type="primary" size="large" loading={start.isPending}>
            {t('start')}
          </Button>
        </Popconfirm>
      )}
      {change.mayCancel && (
        <Popconfirm
          title={t('cancelSure')}
          okText={t('cancel')}
          cancelText={t('no')}
          onConfirm={() =>
            cancel.mutate(undefined, { onSuccess: () => void message.info(t('state.cancelled')) })
          }
        >
          <Button size="large" loading={cancel.isPending}>
            {t('cancel')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}

/** One change from its draft to its end. */
export function ChangeDetail({ id }: { id: string }): ReactElement {
  const t = useTexts('unitChanges');
  const what = useWhat();
  const { data: change, isPending, error, refetch } = useChange(id);
  if (isPending) return <Skeletons rows={8} height={32} />;
  if (!change) return <ErrorState error={error} onRetry={() => void refetch()} />;
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
      {change.failure !== null && <Failure failure={change.failure} />}
      <ProgressView change={change} />
      <Steps change={change} />
      <PreviewView change={change} />
    </article>
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
