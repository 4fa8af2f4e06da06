import { Input } from 'antd';
import type { CallBackView, Rating } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DialLine } from '../../calls/DialLine';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import type { VerbBody } from '../endpoints';
import { SAYS } from '../said';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

const WHY = ['no-answer', 'busy', 'powered-off', 'wrong-number', 'refused'] as const;
const SOLVED = ['yes', 'partly', 'no'] as const;
const RATINGS = ['satisfied', 'neutral', 'dissatisfied', 'not-rated'] as const;

interface Values {
  reached: 'yes' | 'no' | null;
  why: NonNullable<CallBackView['notReachedReason']> | null;
  solved: NonNullable<CallBackView['solved']> | null;
  handling: Rating | null;
  call: Rating | null;
  reason: string;
  note: string;
  /** The person has said whether the worker was reached: what the telephone says changes nothing any more. */
  chosen: boolean;
  byHand: boolean;
  /** The dialled call this attempt was made by; its times are the switchboard's. */
  callId: string | null;
}

const EMPTY: Values = {
  reached: null,
  why: null,
  solved: null,
  handling: null,
  call: null,
  reason: '',
  note: '',
  chosen: false,
  byHand: false,
  callId: null,
};

/** Their reason is what the unit has to redo, so it cannot be left out. */
const dissatisfied = (values: Values): boolean =>
  values.reached === 'yes' && values.handling === 'dissatisfied';

function complete(values: Values): boolean {
  if (values.reached === 'no') return values.why !== null;
  const rated = values.solved !== null && values.handling !== null && values.call !== null;
  return values.reached === 'yes' && rated && (!dissatisfied(values) || values.reason.trim() !== '');
}

/** Only what was chosen: the server reads a missing answer, not null. */
function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

function bodyOf(values: Values): VerbBody<'record-call-back'> {
  const note = values.note.trim() === '' ? {} : { note: values.note.trim() };
  const by = values.byHand ? { callId: null } : values.callId === null ? {} : { callId: values.callId };
  if (values.reached === 'no')
    return { reached: false, ...given({ notReachedReason: values.why }), ...note, ...by };
  const reason = dissatisfied(values) ? { reason: values.reason.trim() } : {};
  const { solved, handling, call } = values;
  const answers = given({ solved, handlingRating: handling, callRating: call });
  return { reached: true, ...answers, ...reason, ...note, ...by };
}

/**
 * One attempt to call the worker back. The rating of the handling and the rating of the call are two numbers and are
 * asked apart; neither starts out as satisfied, because silence is not consent.
 */
export default function CallBackForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'record-call-back');
  const { values, set, setAll, tried, attempt } = useFields<Values>(EMPTY);
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const redo = dissatisfied(values);
  const reached = values.reached === 'yes';
  const submit = () => {
    if (!attempt(complete(values))) return;
    void act.run(bodyOf(values)).then((answer) => answer && props.onDone(answer));
  };
  const choice = <K extends 'why' | 'solved' | 'handling' | 'call'>(
    name: K,
    options: readonly NonNullable<Values[K]>[],
    words: string,
    label: string,
    about?: string,
  ) => (
    <Field label={about ? `${label} · ${about}` : label} required group error={need(values[name] === null)}>
      {() => (
        <Choice<NonNullable<Values[K]>>
          label={label}
          options={options.map((value) => ({ value, label: t(`${words}.${value}`) }))}
          value={values[name] as NonNullable<Values[K]> | null}
          onChange={(value) => set(name, value)}
        />
      )}
    </Field>
  );
  return (
    <VerbFrame
      {...props}
      verb="record-call-back"
      act={act}
      title={t('callback.title')}
      lead={t('callback.attempt', { count: props.ticket.callBacks.length + 1 })}
      foot={redo ? t('callback.redo') : t('callback.silence')}
      submit={redo ? t('callback.send.redo') : t('callback.send')}
      mine={[
        { label: t('callback.reason'), value: values.reason },
        { label: t('callback.note'), value: values.note },
      ]}
      onSubmit={submit}
    >
      <DialLine
        about={{ ticket: props.ticket.id }}
        onResult={({ callId, result }) =>
          setAll((old) => ({ ...old, callId, ...(old.chosen || !result ? {} : SAYS[result]) }))
        }
        byHand={{ value: values.byHand, change: (value) => set('byHand', value) }}
      />
      <Field label={t('callback.reached')} required group error={need(values.reached === null)}>
        {() => (
          <Choice
            label={t('callback.reached')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`callback.reached.${value}`),
            }))}
            value={values.reached}
            onChange={(value) => setAll((old) => ({ ...old, reached: value, chosen: true }))}
          />
        )}
      </Field>
      {values.reached === 'no' && choice('why', WHY, 'why', t('callback.why'))}
      {reached && choice('solved', SOLVED, 'solved', t('callback.solved'))}
      {reached && choice('handling', RATINGS, 'rating', t('callback.handling'), t('callback.handling.about'))}
      {redo && (
        <Field
          label={t('callback.reason')}
          required
          error={fieldError(act, 'reason') ?? need(values.reason.trim() === '')}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={t('callback.reason.hint')}
              value={values.reason}
              onChange={(event) => set('reason', event.target.value)}
            />
          )}
        </Field>
      )}
      {reached && choice('call', RATINGS, 'rating', t('callback.call'), t('callback.call.about'))}
      <Field label={t('callback.note')}>
        {(control) => (
          <Input
            {...control}
            placeholder={t('optional')}
            value={values.note}
            onChange={(event) => set('note', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
