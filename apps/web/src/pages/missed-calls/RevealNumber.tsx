import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { MissedCall } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { useReveal } from './useMissedCalls';

/** The number itself, for a reason that goes on record; it leaves the screen when the server says so. */
export function RevealNumber({ call, onClose }: { call: MissedCall; onClose: () => void }): ReactElement {
  const t = useTexts('missedCalls');
  const [reason, setReason] = useState('');
  const reveal = useReveal(call.id);
  const { shown } = reveal;
  if (shown)
    return (
      <div className="owed-act missed-act missed-shown" role="status">
        <strong className="number">{shown.number}</strong>
        <span className="quiet">{t('shownFor')}</span>
        <span className="admin-space" />
        <Button onClick={onClose}>{t('hide')}</Button>
      </div>
    );
  return (
    <form
      className="owed-act missed-act missed-shown"
      aria-label={t('reveal')}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length > 1) void reveal.ask(reason.trim());
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Input
        autoFocus
        aria-label={t('why')}
        maxLength={200}
        value={reason}
        placeholder={t('why')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2} loading={reveal.pending}>
        {t('show')}
      </Button>
      {reveal.error && <ErrorState small error={reveal.error} />}
    </form>
  );
}
