import { DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { UnitBrief } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { momentText, UnitPicker } from '../../parts';
import '../../together/texts';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

interface Values {
  unit: UnitBrief | null;
  asked: string;
  /** An instant as text, so that the kept draft gives it back as it was. */
  due: string | null;
}

/** 请求协办: another unit is asked for a part; this unit stays accountable. */
export default function AskSupportForm(props: VerbFormProps) {
  const t = useTexts('together');
  const act = useAct(props.ticket, 'ask-support');
  const { values, set, tried, attempt } = useFields<Values>({ unit: null, asked: '', due: null });
  const { unit, due } = values;
  const asked = values.asked.trim();
  const promise = props.ticket.dueAt;
  const submit = () => {
    if (!attempt(unit !== null && asked !== '') || !unit) return;
    const body = { unitId: unit.id, asked, ...(due ? { dueAt: due } : {}) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="ask-support"
      act={act}
      title={t('askSend')}
      lead={t('askLead')}
      submit={unit ? t('askSendTo', { unit: unit.name }) : t('askSend')}
      mine={[
        { label: t('unit'), value: unit?.name ?? '' },
        { label: t('ask'), value: values.asked },
      ]}
      onSubmit={submit}
    >
      <Field
        label={t('unit')}
        required
        span={2}
        error={fieldError(act, 'unitId') ?? (tried && !unit ? t('unitHint') : undefined)}
      >
        {(control) => (
          <UnitPicker
            {...control}
            placeholder={t('unitHint')}
            value={unit}
            onChange={(next) => set('unit', next)}
          />
        )}
      </Field>
      <Field
        label={t('due')}
        span={2}
        hint={promise ? t('dueHint', { time: momentText(promise) }) : t('duePlain')}
        error={fieldError(act, 'dueAt')}
      >
        {(control) => (
          <DatePicker
            {...control}
            className="wide"
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            minDate={dayjs()}
            value={due ? dayjs(due) : null}
            onChange={(next: Dayjs | null) => set('due', next?.toISOString() ?? null)}
          />
        )}
      </Field>
      <Field
        label={t('ask')}
        required
        error={fieldError(act, 'asked') ?? (tried && asked === '' ? t('askHint') : undefined)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={1000}
            placeholder={t('askHint')}
            value={values.asked}
            onChange={(event) => set('asked', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
