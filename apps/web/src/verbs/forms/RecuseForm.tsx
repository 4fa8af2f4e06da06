import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { get } from '../../api/client';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import '../../together/texts';
import { Choice } from '../Choice';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { RecusedPerson } from './RecusedPerson';

const WHO = ['self', 'person', 'unitWhole'] as const;

interface Values {
  who: (typeof WHO)[number];
  accountId: string | null;
  unit: UnitBrief | null;
  reason: string;
}

/** 回避: oneself, somebody of the units below, or a whole unit; the server says whom this person may withdraw. */
export default function RecuseForm(props: VerbFormProps) {
  const t = useTexts('together');
  const act = useAct(props.ticket, 'recuse');
  const { values, set, tried, attempt } = useFields<Values>({
    who: 'self',
    accountId: null,
    unit: null,
    reason: '',
  });
  const choices = useQuery({
    queryKey: ['recusal-choices', props.ticket.id, props.ticket.version],
    queryFn: ({ signal }) => get(`/tickets/${props.ticket.id}/recusal-choices`, undefined, signal),
    placeholderData: (old) => old,
  });
  const people = choices.data?.people ?? [];
  const reason = values.reason.trim();
  const whole = values.who === 'unitWhole';
  const other = values.who === 'person';
  const submit = () => {
    const named = whole ? values.unit !== null : !other || values.accountId !== null;
    if (!attempt(reason !== '' && named)) return;
    const body = {
      reason,
      ...(whole && values.unit ? { unitId: values.unit.id } : {}),
      ...(other && values.accountId ? { accountId: values.accountId } : {}),
    };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="recuse"
      act={act}
      title={t('recuseTitle')}
      lead={t('recuseLead')}
      submit={t('recuseSend')}
      danger
      mine={[{ label: t('recuseReason'), value: values.reason }]}
      onSubmit={submit}
    >
      <Field label={t('who')} group>
        {() => (
          <Choice
            label={t('who')}
            options={WHO.filter((value) => value !== 'person' || people.length > 0).map((value) => ({
              value,
              label: t(value),
            }))}
            value={values.who}
            onChange={(value) => set('who', value)}
          />
        )}
      </Field>
      {other && (
        <RecusedPerson
          people={people}
          value={values.accountId}
          choose={(accountId) => set('accountId', accountId)}
          error={fieldError(act, 'accountId') ?? (tried && !values.accountId ? t('personHint') : undefined)}
        />
      )}
      {whole && (
        <Field
          label={t('unit')}
          required
          span={2}
          error={fieldError(act, 'unitId') ?? (tried && !values.unit ? t('unitHint') : undefined)}
        >
          {(control) => (
            <UnitPicker
              {...control}
              placeholder={t('unitHint')}
              value={values.unit}
              onChange={(unit) => set('unit', unit)}
            />
          )}
        </Field>
      )}
      <Field
        label={t('recuseReason')}
        required
        error={fieldError(act, 'reason') ?? (tried && reason === '' ? t('recuseReasonHint') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            placeholder={t('recuseReasonHint')}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
