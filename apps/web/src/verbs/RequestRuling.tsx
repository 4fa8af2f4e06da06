import type { RequestView, TicketView } from '../api/contract';
import { useTerm } from '../api/vocabulary';
import { useTexts } from '../app/i18n';
import { Choice } from './Choice';
import { fieldError } from './FailureNote';
import { Field } from './Field';
import type { Act } from './useAct';
import { useFields } from './useFields';
import { VerbFrame, type VerbFormProps } from './VerbFrame';
import { WordsField } from './WordsField';

type RulingVerb = 'rule-extension' | 'rule-exclusion';

interface Ruling {
  decision: 'granted' | 'refused';
  reason: string;
}

interface RequestRulingProps extends VerbFormProps {
  verb: RulingVerb;
  act: Act & { run: (body: Ruling, part?: string) => Promise<TicketView | null> };
  kind: RequestView['kind'];
}

interface Values {
  decision: 'granted' | 'refused' | null;
  reason: string;
}

/** A superior's word on more time, or on leaving a ticket out of the rate. */
export function RequestRuling({ verb, act, kind, ...props }: RequestRulingProps) {
  const t = useTexts('requests');
  const v = useTexts('verbs');
  const term = useTerm();
  const asked = props.ticket.requests.find((one) => one.kind === kind && !one.ruling);
  const { values, set, tried, attempt } = useFields<Values>({ decision: null, reason: '' });
  const submit = () => {
    const { decision } = values;
    if (!asked || !attempt(decision !== null && values.reason.trim() !== '') || !decision) return;
    const body = { decision, reason: values.reason.trim() };
    void act.run(body, asked.id).then((answer) => answer && props.onDone(answer));
  };
  const group = kind === 'extension' ? 'extensionReasons' : 'exclusionReasons';
  return (
    <VerbFrame
      {...props}
      verb={verb}
      act={act}
      title={t(`${kind}.ruling`)}
      lead={
        asked &&
        t(`${kind}.asks`, {
          unit: asked.unit.name,
          days: asked.workingDays,
          reason: term(group, asked.reasonCode),
        })
      }
      submit={v('ruling.send')}
      disabled={!asked}
      mine={[
        { label: t(`${kind}.ruling`), value: values.decision ? t(`${kind}.${values.decision}`) : '' },
        { label: v('ruling.reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      {asked && <blockquote className="quote field-wide">{asked.reason}</blockquote>}
      <Field
        label={t(`${kind}.ruling`)}
        required
        group
        error={tried && values.decision === null ? v('required') : undefined}
      >
        {() => (
          <Choice
            label={t(`${kind}.ruling`)}
            options={(['granted', 'refused'] as const).map((value) => ({
              value,
              label: t(`${kind}.${value}`),
            }))}
            value={values.decision}
            onChange={(value) => set('decision', value)}
          />
        )}
      </Field>
      <WordsField
        label={v('ruling.reason')}
        hint={t(`${kind}.ruling.hint`)}
        required
        tried={tried}
        error={fieldError(act, 'reason')}
        value={values.reason}
        onChange={(reason) => set('reason', reason)}
      />
    </VerbFrame>
  );
}
