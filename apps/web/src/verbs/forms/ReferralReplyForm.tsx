import type { AttachmentView } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { Choice } from '../Choice';
import { EvidenceField } from '../EvidenceField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

/** What the other body answered. */
export default function ReferralReplyForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const term = useTerm();
  const act = useAct(props.ticket, 'record-referral-reply');
  const open = props.ticket.referrals.filter((one) => !one.repliedAt && !one.endedAt);
  const { values, set, setAll, tried, attempt } = useFields<{
    id: string;
    reply: string;
    files: readonly AttachmentView[];
  }>({ id: open[0]?.id ?? '', reply: '', files: [] });
  const submit = () => {
    const reply = values.reply.trim();
    if (!attempt(reply !== '')) return;
    const body = { reply, attachmentIds: values.files.map(({ id }) => id) };
    void act.run(body, values.id).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="record-referral-reply"
      act={act}
      title={t('reply.title')}
      submit={t('reply.send')}
      disabled={open.length === 0}
      mine={[{ label: t('reply.words'), value: values.reply }]}
      onSubmit={submit}
    >
      <Field label={t('refer.body')} group>
        {() => (
          <Choice
            label={t('refer.body')}
            options={open.map((one) => ({
              value: one.id,
              label: one.bodyName ?? term('referralBodies', one.bodyCode),
            }))}
            value={values.id}
            onChange={(id) => set('id', id)}
          />
        )}
      </Field>
      <WordsField
        label={t('reply.words')}
        required
        tried={tried}
        error={fieldError(act, 'reply')}
        value={values.reply}
        onChange={(reply) => set('reply', reply)}
      />
      <EvidenceField
        files={values.files}
        error={fieldError(act, 'attachmentIds')}
        onChange={(change) => setAll((old) => ({ ...old, files: change(old.files) }))}
      />
    </VerbFrame>
  );
}
