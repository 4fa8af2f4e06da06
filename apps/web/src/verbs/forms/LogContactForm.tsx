import { Input } from 'antd';
import type { WorkerContactView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { VERB_NAMES } from '../names';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { useSettings } from '../../app/settings';

const MEANS = ['call', 'sms', 'visit', 'meeting', 'online'] as const;

interface Values {
  means: WorkerContactView['means'];
  reached: 'yes' | 'no' | null;
  note: string;
}

/** One attempt to reach the worker; a report cites it as proof. */
export default function LogContactForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const act = useAct(props.ticket, 'log-worker-contact');
  const { values, set, tried, attempt } = useFields<Values>({ means: 'call', reached: null, note: '' });
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    if (!attempt(values.reached !== null && values.note.trim() !== '')) return;
    const body = { means: values.means, reached: values.reached === 'yes', note: values.note.trim() };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="log-worker-contact"
      act={act}
      title={VERB_NAMES['log-worker-contact'][language]}
      submit={t('contact.send')}
      mine={[
        { label: t('contact.means'), value: t(`means.${values.means}`) },
        { label: t('contact.note'), value: values.note },
      ]}
      onSubmit={submit}
    >
      <Field label={t('contact.means')} group span={2}>
        {() => (
          <Choice
            label={t('contact.means')}
            options={MEANS.map((value) => ({ value, label: t(`means.${value}`) }))}
            value={values.means}
            onChange={(value) => set('means', value)}
          />
        )}
      </Field>
      <Field label={t('contact.reached')} required group span={2} error={need(values.reached === null)}>
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
      <Field
        label={t('contact.note')}
        required
        error={fieldError(act, 'note') ?? need(values.note.trim() === '')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('contact.note.hint')}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
