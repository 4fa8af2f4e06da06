import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { clockText, ErrorState } from '../../parts';
import { useDutyLeader, useDutyPhone } from './useDutyLeader';

function Phone({ unitId, masked }: { unitId: string; masked: string | null }): ReactElement {
  const t = useTexts('urgent');
  const { shown, hide, ask, pending, error } = useDutyPhone(unitId);
  const [reason, setReason] = useState<string | null>(null);
  if (shown)
    return (
      <>
        <a className="number" href={`tel:${shown.phone}`}>
          {shown.phone}
        </a>
        <span className="quiet">{t('until', { time: clockText(shown.shownUntil) })}</span>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            setReason(null);
            hide();
          }}
        >
          {t('hide')}
        </button>
      </>
    );
  if (!masked) return <span className="quiet">{t('noPhone')}</span>;
  if (reason === null)
    return (
      <>
        <span className="number">{masked}</span>
        <button type="button" className="link-button" onClick={() => setReason(t('phoneReasonDefault'))}>
          {t('showPhone')}
        </button>
      </>
    );
  const submit = (): void => void ask(reason.trim());
  return (
    <>
      <Input
        autoFocus
        className="duty-reason"
        aria-label={t('phoneReason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing && reason.trim().length > 1) submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          setReason(null);
        }}
      />
      <Button loading={pending} disabled={reason.trim().length < 2} onClick={submit}>
        {t('show')}
      </Button>
      {error && <span className="row-problem">{error.message}</span>}
    </>
  );
}

interface Props {
  unitId: string;
  /** The place of work is not known: the leader shown is the own unit's. */
  own: boolean;
}

/** 值班领导 of the unit the case will go to, at this hour; the number is masked until a reason is given. */
export function DutyLeaderLine({ unitId, own }: Props): ReactElement {
  const t = useTexts('urgent');
  const { data, error, refetch } = useDutyLeader(unitId);
  if (error) return <ErrorState small error={error} onRetry={() => void refetch()} />;
  if (!data) return <span className="quiet">…</span>;
  const { leader, unit } = data;
  return (
    <div className="duty-line" aria-live="polite">
      {leader ? (
        <>
          <strong>{leader.name}</strong>
          <span className="tag">{t(`rank.${leader.rank}`)}</span>
          <span className="cut">{unit.name}</span>
          <Phone key={`${unitId} ${leader.accountId}`} unitId={unitId} masked={leader.phoneMasked} />
        </>
      ) : (
        <>
          <strong>{t('nobody', { unit: unit.name })}</strong>
          <span className="quiet">{t(data.staffed ? 'staffed' : 'unstaffed')}</span>
        </>
      )}
      {own && <span className="quiet">{t('ownUnit')}</span>}
    </div>
  );
}
