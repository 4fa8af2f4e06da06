import { Input, InputNumber } from 'antd';
import { useTexts } from '../../app/i18n';
import { CodeField } from '../CodeField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

interface Values {
  reasonCode: string | null;
  thirdParty: string;
  workingDays: number | null;
  reason: string;
}

/** Waits for a named third party, at most so long; the superior is told and may lift it. */
export default function PauseForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const v = useTexts('verbs');
  const act = useAct(props.ticket, 'pause');
  const { values, set, tried, attempt } = useFields<Values>({
    reasonCode: null,
    thirdParty: '',
    workingDays: 5,
    reason: '',
  });
  const need = (missing: boolean) => (tried && missing ? v('required') : undefined);
  const submit = () => {
    const { reasonCode, workingDays } = values;
    const [thirdParty, reason] = [values.thirdParty.trim(), values.reason.trim()];
    const complete = !!reasonCode && !!workingDays && thirdParty !== '' && reason !== '';
    if (!attempt(complete) || !reasonCode || !workingDays) return;
    void act
      .run({ reasonCode, workingDays, thirdParty, reason })
      .then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="pause"
      act={act}
      title={t('pause.title')}
      lead={t('pause.lead')}
      submit={t('pause.send')}
      mine={[
        { label: t('reasonCode'), value: values.reasonCode ?? '' },
        { label: t('pause.thirdParty'), value: values.thirdParty },
        { label: t('pause.days'), value: String(values.workingDays ?? '') },
        { label: t('reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      <CodeField
        label={t('reasonCode')}
        group="pauseReasons"
        value={values.reasonCode}
        tried={tried}
        error={fieldError(act, 'reasonCode')}
        onChange={(code) => set('reasonCode', code)}
      />
      <Field
        label={t('pause.days')}
        required
        span={2}
        hint={t('pause.days.hint')}
        error={fieldError(act, 'workingDays') ?? need(!values.workingDays)}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={40}
            precision={0}
            value={values.workingDays}
            onChange={(days) => set('workingDays', days)}
          />
        )}
      </Field>
      <Field
        label={t('pause.thirdParty')}
        required
        error={fieldError(act, 'thirdParty') ?? need(values.thirdParty.trim() === '')}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            placeholder={t('pause.thirdParty.hint')}
            value={values.thirdParty}
            onChange={(event) => set('thirdParty', event.target.value)}
          />
        )}
      </Field>
      <WordsField
        label={t('reason')}
        hint={t('pause.reason.hint')}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
    </VerbFrame>
  );
}
