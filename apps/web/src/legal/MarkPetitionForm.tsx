import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { TicketView } from '../api/contract';
import { serverTime } from '../api/server-clock';
import { useTexts } from '../app/i18n';
import { dayText } from '../parts';
import { Choice, FailureNote, Field, fieldError, KeptForm, KeptState, useAct, useFields } from '../verbs';

type Source = 'direct' | 'forwarded';

interface Props {
  ticket: TicketView;
  onDone: () => void;
  onCancel: () => void;
}

function MarkForm({ ticket, onDone, onCancel }: Props): ReactElement {
  const t = useTexts('petition');
  const act = useAct(ticket, 'mark-as-petition');
  const today = dayText(serverTime());
  const { values, set } = useFields({ on: today, source: 'direct' as Source, no: '' });
  const submit = () => {
    const no = values.no.trim();
    const body = { registeredOn: values.on, source: values.source, ...(no ? { registrationNo: no } : {}) };
    void act.run(body).then((answer) => answer && onDone());
  };
  return (
    <form
      className="petition-form"
      noValidate
      aria-label={t('mark')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <KeptState />
      <Field label={t('registeredOn')} required error={fieldError(act, 'registeredOn')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            max={today}
            value={values.on}
            onChange={(event) => set('on', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('from')} required group hint={t('sourceHint')}>
        {() => (
          <Choice
            label={t('from')}
            options={(['direct', 'forwarded'] as const).map((value) => ({
              value,
              label: t(`source.${value}`),
            }))}
            value={values.source}
            onChange={(source) => set('source', source)}
          />
        )}
      </Field>
      <Field label={t('registrationNo')} error={fieldError(act, 'registrationNo')}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={values.no}
            onChange={(event) => set('no', event.target.value)}
          />
        )}
      </Field>
      <FailureNote
        act={act}
        verb="mark-as-petition"
        mine={[{ label: t('registeredOn'), value: values.on }]}
        onDone={onDone}
      />
      <p className="legal-foot">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t('markSend')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </p>
    </form>
  );
}

/** Registers the ticket as a petition: the day it came, and whether it was forwarded. What is typed is kept on the server. */
export function MarkPetitionForm({ onDone, ...about }: Props): ReactElement {
  return (
    <KeptForm verb="mark-as-petition" subjectId={about.ticket.id}>
      {(gone) => (
        <MarkForm
          {...about}
          onDone={() => {
            gone();
            onDone();
          }}
        />
      )}
    </KeptForm>
  );
}
