import { App, Button, Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { DialledCall, MissedAttemptBody, MissedCall } from '../../api/contract';
import { useCan } from '../../api/session';
import { useTexts } from '../../app/i18n';
import { ErrorState } from '../../parts';
import { useRecord } from './useMissedCalls';

const OUTCOMES = ['reached', 'not-reached', 'not-needed'] as const;

interface Props {
  call: MissedCall;
  /** What the network said of the call that was dialled; the person says what came of it. */
  heard: DialledCall['result'];
  onClose: () => void;
}

const proposed = (heard: Props['heard']): MissedAttemptBody['outcome'] =>
  heard === null || heard === 'answered' ? 'reached' : 'not-reached';

/** What came of calling back, written under its row; what was typed stays when the server refuses. */
export function RecordForm({ call, heard, onClose }: Props): ReactElement {
  const t = useTexts('missedCalls');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const logs = useCan('contact.log');
  const [chosen, setOutcome] = useState<MissedAttemptBody['outcome'] | null>(null);
  const outcome = chosen ?? proposed(heard);
  const [note, setNote] = useState('');
  const record = useRecord(call);
  const lacking = outcome === 'not-needed' && note.trim() === '';
  const submit = (goOn: boolean): void => {
    const body: MissedAttemptBody = { outcome, ...(note.trim() ? { note: note.trim() } : {}) };
    record.mutate(body, {
      onSuccess: () => {
        void message.success(t('recorded'));
        onClose();
        if (goOn) void navigate('/desk');
      },
    });
  };
  return (
    <form
      className="owed-act missed-act"
      aria-label={t('record')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacking) submit(false);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Radio.Group
        aria-label={t('outcome')}
        value={outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`results.${value}`) }))}
        onChange={(event) => setOutcome(event.target.value as MissedAttemptBody['outcome'])}
      />
      <Input
        autoFocus
        aria-label={t('note')}
        maxLength={300}
        value={note}
        placeholder={t(outcome === 'not-needed' ? 'noteNeeded' : 'note')}
        onChange={(event) => setNote(event.target.value)}
      />
      {record.isError && <ErrorState small error={record.error} />}
      <div className="missed-buttons">
        {outcome === 'reached' && logs && (
          <Button loading={record.isPending} onClick={() => submit(true)}>
            {t('recordAndLog')}
          </Button>
        )}
        <span className="admin-space" />
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={lacking} loading={record.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
