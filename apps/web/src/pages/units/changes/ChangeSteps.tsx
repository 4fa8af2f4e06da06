import { App, Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { ProblemError } from '../../../api/client';
import type { UnitChange } from '../../../api/contract';
import { ErrorState } from '../../../parts';
import { ScheduleForm } from './ScheduleForm';
import { useStep } from './useChanges';

interface Props {
  change: UnitChange;
  onRevise: () => void;
}

interface SureProps {
  title: string;
  label: string;
  primary?: boolean;
  pending: boolean;
  onSure: () => void;
}

function Sure({ title, label, primary = false, pending, onSure }: SureProps): ReactElement {
  const t = useTexts('unitChanges');
  return (
    <Popconfirm title={title} okText={label} cancelText={t('no')} onConfirm={onSure}>
      <Button {...(primary ? { type: 'primary' as const } : {})} size="large" loading={pending}>
        {label}
      </Button>
    </Popconfirm>
  );
}

/** What may be done with a change now: start, set its hour, change the plan, give it up. */
export function ChangeSteps({ change, onRevise }: Props): ReactElement | null {
  const t = useTexts('unitChanges');
  const { message } = App.useApp();
  const [timing, setTiming] = useState(false);
  const start = useStep(change, 'start');
  const cancel = useStep(change, 'cancel');
  const failed = start.error ?? cancel.error;
  const stale = failed instanceof ProblemError && failed.problem.code === 'stale-version';
  const scheduled = change.state === 'scheduled';
  if (!change.mayStart && !change.mayCancel && !change.mayRevise && !failed) return null;
  if (timing && change.mayRevise) return <ScheduleForm change={change} onDone={() => setTiming(false)} />;
  return (
    <div className="change-steps">
      {failed && (stale ? <p className="tag tag-bad">{t('stale')}</p> : <ErrorState small error={failed} />)}
      {change.mayStart && (
        <Sure
          title={t('startSure')}
          label={t(scheduled ? 'startNow' : 'start')}
          primary={!scheduled}
          pending={start.isPending}
          onSure={() => start.mutate()}
        />
      )}
      {change.mayRevise && (
        <>
          <Button size="large" onClick={() => setTiming(true)}>
            {t(scheduled ? 'reschedule' : 'schedule')}
          </Button>
          <Button size="large" onClick={onRevise}>
            {t('revise')}
          </Button>
        </>
      )}
      {change.mayCancel && (
        <Sure
          title={t('cancelSure')}
          label={t('cancel')}
          pending={cancel.isPending}
          onSure={() =>
            cancel.mutate(undefined, { onSuccess: () => void message.info(t('state.cancelled')) })
          }
        />
      )}
    </div>
  );
}
