import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import type { TicketView } from '../api/contract';
import { useSettings } from '../app/settings';
import { FailureNote, fieldError, useAct, Field, KeptForm, KeptState, useFields } from '../verbs';
import type { PetitionOffer } from './petition';

const ENDS = ['withdrawn', 'other-procedure', 'settled'] as const;
type End = (typeof ENDS)[number];

interface Props {
  ticket: TicketView;
  offer: PetitionOffer;
  onDone: () => void;
  onCancel: () => void;
}

interface Values {
  doneOn: string;
  documentNo: string;
  note: string;
  days: number | null;
  approved: boolean;
  end: End | null;
}

/** The acts of a ticket share one draft; each keeps its own words in it. */
function useActFields({ act, notAfter }: PetitionOffer) {
  const { values: kept, setAll } = useFields<Record<string, Partial<Values>>>({});
  const values: Values = {
    doneOn: notAfter,
    documentNo: '',
    note: '',
    days: 30,
    approved: false,
    end: null,
    ...kept[act],
  };
  const set = <K extends keyof Values>(name: K, value: Values[K]) =>
    setAll((old) => ({ [act]: { ...old[act], [name]: value } }));
  return { values, set };
}

function ActForm({ ticket, offer, onDone, onCancel }: Props): ReactElement {
  const t = useTexts('petition');
  const { language } = useSettings();
  const act = useAct(ticket, 'record-petition-stage');
  const [key] = useState(offer.act);
  const { values, set } = useActFields(offer);
  const needs = (what: PetitionOffer['needs'][number]) => offer.needs.includes(what);
  const submit = () => {
    const body = {
      act: key,
      doneOn: values.doneOn,
      ...(values.documentNo.trim() ? { documentNo: values.documentNo.trim() } : {}),
      ...(values.note.trim() ? { note: values.note.trim() } : {}),
      ...(needs('extension') ? { extensionDays: values.days ?? 0, headApproved: values.approved } : {}),
      ...(needs('end-reason') && values.end ? { endReason: values.end } : {}),
    };
    void act.run(body).then((answer) => answer && onDone());
  };
  return (
    <form
      className="petition-form"
      noValidate
      aria-label={offer[language]}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <strong>{offer[language]}</strong>
      <KeptState />
      <Field label={t('doneOn')} required error={fieldError(act, 'doneOn')}>
        {({ status, ...control }) => (
          <Input
            {...control}
            status={status}
            type="date"
            min={offer.notBefore}
            max={offer.notAfter}
            value={values.doneOn}
            onChange={(event) => set('doneOn', event.target.value)}
          />
        )}
      </Field>
      {needs('extension') && (
        <Field label={t('extensionDays')} required error={fieldError(act, 'extensionDays')}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={30}
              value={values.days}
              onChange={(days) => set('days', days)}
            />
          )}
        </Field>
      )}
      {needs('extension') && (
        <Field label={t('approval')} required group error={fieldError(act, 'headApproved')}>
          {() => (
            <Checkbox checked={values.approved} onChange={(event) => set('approved', event.target.checked)}>
              {t('headApproved')}
            </Checkbox>
          )}
        </Field>
      )}
      {needs('end-reason') && (
        <Field label={t('endReason')} required error={fieldError(act, 'endReason')}>
          {(control) => (
            <Select
              {...control}
              value={values.end}
              options={ENDS.map((end) => ({ value: end, label: t(`end.${end}`) }))}
              onChange={(end: End) => set('end', end)}
            />
          )}
        </Field>
      )}
      <Field label={t('documentNo')} error={fieldError(act, 'documentNo')}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={values.documentNo}
            onChange={(event) => set('documentNo', event.target.value)}
          />
        )}
      </Field>
      <Field label={t('note')} required={needs('note')} error={fieldError(act, 'note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
      <FailureNote
        act={act}
        verb="record-petition-stage"
        mine={[
          { label: t('doneOn'), value: values.doneOn },
          { label: t('note'), value: values.note },
        ]}
        onDone={onDone}
      />
      <p className="legal-foot">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {t('record')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </p>
    </form>
  );
}

/** One act with its day and what else the regulations ask of it; what is typed is kept on the server. */
export function PetitionActForm({ onDone, ...about }: Props): ReactElement {
  return (
    <KeptForm verb="record-petition-stage" subjectId={about.ticket.id}>
      {(gone) => (
        <ActForm
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
