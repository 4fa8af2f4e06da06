import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { PartView, PartVerb, TicketView, UnitBrief } from '../api/contract';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { UnitPicker } from '../parts';
import { Field } from '../verbs/Field';
import { fieldError } from '../verbs/FailureNote';
import { KeptForm } from '../verbs/KeptForm';
import { VERB_NAMES } from '../verbs/names';
import { useAct } from '../verbs/useAct';
import { useFields } from '../verbs/useFields';
import { VerbFrame } from '../verbs/VerbFrame';
import { PartContactForm } from './PartContactForm';
import { PartReportForm } from './PartReportForm';

export interface PartFormProps {
  ticket: TicketView;
  part: PartView;
  onDone: () => void;
  onCancel?: (() => void) | undefined;
}

type ReasonVerb = 'decline-support' | 'insist-support' | 'withdraw-support' | 'waive-support';

function ReasonForm({
  ticket,
  part,
  onDone,
  onCancel,
  verb,
}: PartFormProps & { verb: ReasonVerb }): ReactElement {
  const t = useTexts('together');
  const { language } = useSettings();
  const act = useAct(ticket, verb);
  const { values, set, tried, attempt } = useFields({ reason: '' });
  const reason = values.reason.trim();
  const submit = () => {
    if (attempt(reason !== '')) void act.run({ reason }, part.id).then((answer) => answer && onDone());
  };
  return (
    <VerbFrame
      ticket={ticket}
      onDone={onDone}
      onCancel={onCancel}
      verb={verb}
      act={act}
      title={VERB_NAMES[verb][language]}
      submit={VERB_NAMES[verb][language]}
      danger={verb !== 'insist-support'}
      mine={[{ label: t('reason'), value: values.reason }]}
      onSubmit={submit}
    >
      <Field
        label={t('reason')}
        required
        hint={t(`reasonHint.${verb}`)}
        error={fieldError(act, 'reason') ?? (tried && reason === '' ? t('reason') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}

function PassForm({ ticket, part, onDone, onCancel }: PartFormProps): ReactElement {
  const t = useTexts('together');
  const { language } = useSettings();
  const act = useAct(ticket, 'pass-support');
  const { values, set, tried, attempt } = useFields<{ unit: UnitBrief | null }>({ unit: null });
  const submit = () => {
    if (!attempt(values.unit !== null) || !values.unit) return;
    void act.run({ unitId: values.unit.id }, part.id).then((answer) => answer && onDone());
  };
  return (
    <VerbFrame
      ticket={ticket}
      onDone={onDone}
      onCancel={onCancel}
      verb="pass-support"
      act={act}
      title={VERB_NAMES['pass-support'][language]}
      lead={t('passLead')}
      submit={VERB_NAMES['pass-support'][language]}
      mine={[{ label: t('unit'), value: values.unit?.name ?? '' }]}
      onSubmit={submit}
    >
      <Field
        label={t('unit')}
        required
        error={fieldError(act, 'unitId') ?? (tried && !values.unit ? t('unit') : undefined)}
      >
        {(control) => (
          <UnitPicker
            {...control}
            parentId={part.unit.id}
            placeholder={t('unitHint')}
            value={values.unit}
            onChange={(unit) => set('unit', unit)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}

/** The form of one verb about one part, where the part stands; what is typed is kept on the server. */
export function PartForm({ onDone, ...about }: PartFormProps & { verb: PartVerb }): ReactElement {
  return (
    <KeptForm verb={about.verb} subjectId={about.part.id}>
      {(gone) => (
        <FormOf
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

function FormOf({ verb, ...about }: PartFormProps & { verb: PartVerb }): ReactElement | null {
  switch (verb) {
    case 'sign-support':
      return null;
    case 'pass-support':
      return <PassForm {...about} />;
    case 'contact-for-support':
      return <PartContactForm {...about} />;
    case 'report-support':
      return <PartReportForm {...about} />;
    default:
      return <ReasonForm key={verb} {...about} verb={verb} />;
  }
}
