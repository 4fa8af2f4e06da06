import { Input } from 'antd';
import { useTexts } from '../../app/i18n';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

/** Ends the promise to the worker; the server allows it after the call-back, or after enough failed attempts. */
export default function CloseForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'close');
  const { values, set } = useFields({ note: '' });
  const submit = () => {
    const note = values.note.trim();
    void act.run(note === '' ? {} : { note }).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="close"
      act={act}
      title={t('close.title')}
      lead={t('close.hint')}
      submit={t('close.send')}
      mine={[{ label: t('close.note'), value: values.note }]}
      onSubmit={submit}
    >
      <Field label={t('close.note')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('optional')}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
