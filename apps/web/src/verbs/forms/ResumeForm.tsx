import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';
import { fieldError } from '../FailureNote';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

/** Ends the pause now; a superior who lifts it says why, which the server asks for. */
export default function ResumeForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const act = useAct(props.ticket, 'resume');
  const { values, set } = useFields({ note: '' });
  const open = props.ticket.pauses.find((pause) => !pause.endedAt);
  const submit = () => {
    const note = values.note.trim();
    void act.run(note === '' ? {} : { note }).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="resume"
      act={act}
      title={t('resume.title')}
      lead={open && t('resume.lead', { party: open.thirdParty, time: momentText(open.untilAt) })}
      submit={t('resume.send')}
      mine={[{ label: t('resume.note'), value: values.note }]}
      onSubmit={submit}
    >
      <WordsField
        label={t('resume.note')}
        rows={2}
        error={fieldError(act, 'note')}
        value={values.note}
        onChange={(note) => set('note', note)}
      />
    </VerbFrame>
  );
}
