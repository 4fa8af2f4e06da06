import { Input } from 'antd';
import type { AttachmentView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { CodeField } from '../CodeField';
import { EvidenceField } from '../EvidenceField';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { localDay } from '../minutes';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

interface Values {
  bodyCode: string | null;
  bodyName: string;
  referredOn: string;
  referenceNo: string;
  replyDueOn: string;
  note: string;
  files: readonly AttachmentView[];
}

const INPUTS = [
  { name: 'bodyName', type: 'text', span: 2 },
  { name: 'referredOn', type: 'date', span: 1 },
  { name: 'replyDueOn', type: 'date', span: 1 },
  { name: 'referenceNo', type: 'text', span: 2 },
] as const;

/** Another body was asked to act: which, when, under which number, and when its reply is due. */
export default function ReferForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const act = useAct(props.ticket, 'refer');
  const { values, set, setAll, tried, attempt } = useFields<Values>({
    bodyCode: null,
    bodyName: '',
    referredOn: localDay(),
    referenceNo: '',
    replyDueOn: '',
    note: '',
    files: [],
  });
  const submit = () => {
    const { bodyCode, referredOn, replyDueOn, files } = values;
    const [bodyName, referenceNo, note] = [values.bodyName, values.referenceNo, values.note].map((text) =>
      text.trim(),
    );
    if (!attempt(!!bodyCode && !!referredOn && !!note) || !bodyCode || !note) return;
    const known = {
      ...(bodyName ? { bodyName } : {}),
      ...(referenceNo ? { referenceNo } : {}),
      ...(replyDueOn ? { replyDueOn } : {}),
    };
    const attachmentIds = files.map(({ id }) => id);
    void act
      .run({ bodyCode, referredOn, note, attachmentIds, ...known })
      .then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="refer"
      act={act}
      title={t('refer.title')}
      lead={t('refer.lead')}
      submit={t('refer.send')}
      mine={[
        { label: t('refer.body'), value: values.bodyCode ?? '' },
        { label: t('refer.note'), value: values.note },
      ]}
      onSubmit={submit}
    >
      <CodeField
        label={t('refer.body')}
        group="referralBodies"
        value={values.bodyCode}
        tried={tried}
        error={fieldError(act, 'bodyCode')}
        onChange={(code) => set('bodyCode', code)}
      />
      {INPUTS.map(({ name, type, span }) => (
        <Field
          key={name}
          label={t(`refer.${name}`)}
          span={span}
          required={name === 'referredOn'}
          error={fieldError(act, name)}
        >
          {(control) => (
            <Input
              {...control}
              type={type}
              value={values[name]}
              onChange={(event) => set(name, event.target.value)}
            />
          )}
        </Field>
      ))}
      <WordsField
        label={t('refer.note')}
        hint={t('refer.note.hint')}
        required
        tried={tried}
        error={fieldError(act, 'note')}
        value={values.note}
        onChange={(note) => set('note', note)}
      />
      <EvidenceField
        files={values.files}
        error={fieldError(act, 'attachmentIds')}
        onChange={(change) => setAll((old) => ({ ...old, files: change(old.files) }))}
      />
    </VerbFrame>
  );
}
