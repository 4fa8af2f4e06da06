import { App, Checkbox, Input } from 'antd';
import { send } from '../../api/client';
import type { UnitBrief } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  decision: 'granted' | 'refused' | null;
  unit: UnitBrief | null;
  reason: string;
  propose: boolean;
}

/** The superior's ruling on the open return request; binding, and visible to both units. */
export default function RulingForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const r = useTexts('requests');
  const { message } = App.useApp();
  const term = useTerm();
  const act = useAct(props.ticket, 'rule-return');
  const asked = props.ticket.returns.find((request) => !request.ruling);
  const { values, set, tried, attempt } = useFields<Values>({
    decision: null,
    unit: asked?.proposedUnit ?? null,
    reason: '',
    propose: false,
  });
  // The ruling stands whatever becomes of the proposal: a failed one is told, and made again on the catalogue page.
  const proposeChange = (ticketId: string, reason: string) =>
    send('POST', '/catalogue/proposals', { ticketId, reason: reason.slice(0, 500) })
      .then(() => message.success(r('proposal.done')))
      .catch(() => message.warning(r('proposal.failed')));
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    const { decision } = values;
    if (!asked || !attempt(decision !== null && values.reason.trim() !== '') || !decision) return;
    const toUnit = decision === 'granted' && values.unit ? { toUnitId: values.unit.id } : {};
    const body = { decision, reason: values.reason.trim(), ...toUnit };
    const propose = decision === 'granted' && values.propose;
    void act.run(body, asked.id).then((answer) => {
      if (!answer) return;
      if (propose) void proposeChange(answer.id, body.reason);
      props.onDone(answer);
    });
  };
  return (
    <VerbFrame
      {...props}
      verb="rule-return"
      act={act}
      title={t('ruling.title')}
      lead={
        asked && t('ruling.asks', { unit: asked.unit.name, reason: term('returnReasons', asked.reasonCode) })
      }
      submit={t('ruling.send')}
      disabled={!asked}
      mine={[
        { label: t('ruling.title'), value: values.decision ? t(`ruling.${values.decision}`) : '' },
        { label: t('ruling.reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      {asked && <blockquote className="quote field-wide">{asked.reason}</blockquote>}
      <Field label={t('ruling.title')} required group span={2} error={need(values.decision === null)}>
        {() => (
          <Choice
            label={t('ruling.title')}
            options={(['granted', 'refused'] as const).map((value) => ({
              value,
              label: t(`ruling.${value}`),
            }))}
            value={values.decision}
            onChange={(value) => set('decision', value)}
          />
        )}
      </Field>
      {values.decision === 'granted' && (
        <Field label={t('ruling.to')} span={2} hint={t('ruling.to.hint')} error={fieldError(act, 'toUnitId')}>
          {(control) => (
            <UnitPicker
              {...control}
              placeholder={t('hint.unit-search')}
              value={values.unit}
              onChange={(unit) => set('unit', unit)}
            />
          )}
        </Field>
      )}
      <Field
        label={t('ruling.reason')}
        required
        error={fieldError(act, 'reason') ?? need(values.reason.trim() === '')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('ruling.reason.hint')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
      {values.decision === 'granted' && (
        <Checkbox
          className="field-wide"
          checked={values.propose}
          onChange={(event) => set('propose', event.target.checked)}
        >
          {r('proposal.ask')}
        </Checkbox>
      )}
    </VerbFrame>
  );
}
