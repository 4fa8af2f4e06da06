import { Input, Select } from 'antd';
import { useTexts } from '../../app/i18n';
import { momentText } from '../../parts';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { localMinute, minuteToInstant } from '../minutes';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

const TOLD_BY = ['worker', 'family', 'representative'] as const;

interface Values {
  toldBy: (typeof TOLD_BY)[number];
  toldAt: string;
  words: string;
  workerContactId: string | null;
}

/** Who said it, when, in whose words; ends the ticket without a rating. */
export default function WithdrawForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const v = useTexts('verbs');
  const act = useAct(props.ticket, 'withdraw');
  const { values, set, tried, attempt } = useFields<Values>({
    toldBy: 'worker',
    toldAt: localMinute(),
    words: '',
    workerContactId: null,
  });
  const contacts = props.ticket.workerContacts
    .filter((contact) => contact.reached)
    .map((contact) => ({
      value: contact.id,
      label: `${v(`means.${contact.means}`)} ${momentText(contact.at)} · ${contact.note}`,
    }));
  const submit = () => {
    const { toldBy, workerContactId } = values;
    const toldAt = minuteToInstant(values.toldAt);
    const words = values.words.trim();
    if (!attempt(words !== '' && toldAt !== null) || !toldAt) return;
    const body = { toldBy, toldAt, words, ...(workerContactId ? { workerContactId } : {}) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="withdraw"
      act={act}
      title={t('withdraw.title')}
      lead={t('withdraw.lead')}
      submit={t('withdraw.send')}
      danger
      mine={[{ label: t('withdraw.words'), value: values.words }]}
      onSubmit={submit}
    >
      <Field label={t('withdraw.toldBy')} required group span={2}>
        {() => (
          <Choice
            label={t('withdraw.toldBy')}
            options={TOLD_BY.map((value) => ({ value, label: t(`told.${value}`) }))}
            value={values.toldBy}
            onChange={(value) => set('toldBy', value)}
          />
        )}
      </Field>
      <Field label={t('withdraw.toldAt')} required span={2} error={fieldError(act, 'toldAt')}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={values.toldAt}
            onChange={(event) => set('toldAt', event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('withdraw.contact')}
        hint={t('withdraw.contact.hint')}
        error={fieldError(act, 'workerContactId')}
      >
        {(control) => (
          <Select
            {...control}
            allowClear
            disabled={contacts.length === 0}
            placeholder={v('report.proof.hint')}
            options={contacts}
            value={values.workerContactId}
            onChange={(id: string | undefined) => set('workerContactId', id ?? null)}
          />
        )}
      </Field>
      <WordsField
        label={t('withdraw.words')}
        hint={t('withdraw.words.hint')}
        required
        tried={tried}
        error={fieldError(act, 'words')}
        value={values.words}
        onChange={(words) => set('words', words)}
      />
    </VerbFrame>
  );
}
