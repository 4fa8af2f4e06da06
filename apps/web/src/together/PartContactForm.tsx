import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { Choice } from '../verbs/Choice';
import { fieldError } from '../verbs/FailureNote';
import { Field } from '../verbs/Field';
import { VERB_NAMES } from '../verbs/names';
import { useAct } from '../verbs/useAct';
import { useFields } from '../verbs/useFields';
import { VerbFrame } from '../verbs/VerbFrame';
import type { PartFormProps } from './PartForm';

const MEANS = ['call', 'sms', 'visit', 'meeting', 'online'] as const;

interface Values {
  means: (typeof MEANS)[number];
  reached: 'yes' | 'no' | null;
  note: string;
}

/** One attempt of the supporting unit to reach the worker. */
export function PartContactForm({ ticket, part, onDone, onCancel }: PartFormProps): ReactElement {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const act = useAct(ticket, 'contact-for-support');
  const { values, set, tried, attempt } = useFields<Values>({ means: 'call', reached: null, note: '' });
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const note = values.note.trim();
  const submit = () => {
    if (!attempt(values.reached !== null && note !== '')) return;
    const body = { means: values.means, reached: values.reached === 'yes', note };
    void act.run(body, part.id).then((answer) => answer && onDone());
  };
  return (
    <VerbFrame
      ticket={ticket}
      onDone={onDone}
      onCancel={onCancel}
      verb="contact-for-support"
      act={act}
      title={VERB_NAMES['contact-for-support'][language]}
      submit={t('contact.send')}
      mine={[{ label: t('contact.note'), value: values.note }]}
      onSubmit={submit}
    >
      <Field label={t('contact.means')} group>
        {() => (
          <Choice
            label={t('contact.means')}
            options={MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
            value={values.means}
            onChange={(value) => set('means', value)}
          />
        )}
      </Field>
      <Field label={t('contact.reached')} required group error={need(values.reached === null)}>
        {() => (
          <Choice
            label={t('contact.reached')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`contact.reached.${value}`),
            }))}
            value={values.reached}
            onChange={(value) => set('reached', value)}
          />
        )}
      </Field>
      <Field label={t('contact.note')} required error={fieldError(act, 'note') ?? need(note === '')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
