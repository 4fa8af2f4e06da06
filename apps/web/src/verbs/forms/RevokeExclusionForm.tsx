import { useTexts } from '../../app/i18n';
import { fieldError } from '../FailureNote';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

/** The ticket counts in the on-time rate again. */
export default function RevokeExclusionForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const act = useAct(props.ticket, 'revoke-exclusion');
  const { values, set, tried, attempt } = useFields({ reason: '' });
  const granted = props.ticket.requests.find(
    (one) => one.kind === 'exclusion' && one.ruling?.decision === 'granted' && !one.revocation,
  );
  const submit = () => {
    const reason = values.reason.trim();
    if (!granted || !attempt(reason !== '')) return;
    void act.run({ reason }, granted.id).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="revoke-exclusion"
      act={act}
      title={t('revoke.title')}
      lead={t('revoke.lead')}
      submit={t('revoke.send')}
      disabled={!granted}
      mine={[{ label: t('reason'), value: values.reason }]}
      onSubmit={submit}
    >
      <WordsField
        label={t('reason')}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
    </VerbFrame>
  );
}
