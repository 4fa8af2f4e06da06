import { Input, InputNumber } from 'antd';
import { useTexts } from '../../app/i18n';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

const ITEMS = ['courtesy', 'facts', 'routing', 'handling', 'answer'] as const;
type Item = (typeof ITEMS)[number];
type Values = Record<Item, number | null> & { remark: string };

/** 质检: five items of twenty points; whether the total passes is the server's word. */
export default function QualityForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'check-quality');
  const { values, set, tried, attempt } = useFields<Values>({
    courtesy: null,
    facts: null,
    routing: null,
    handling: null,
    answer: null,
    remark: '',
  });
  const scores = ITEMS.flatMap((code) => {
    const points = values[code];
    return points === null ? [] : [{ code, points }];
  });
  const total = scores.reduce((sum, one) => sum + one.points, 0);
  const submit = () => {
    if (!attempt(scores.length === ITEMS.length)) return;
    const remark = values.remark.trim();
    void act
      .run({ scores, ...(remark === '' ? {} : { remark }) })
      .then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="check-quality"
      act={act}
      title={t('quality.title')}
      lead={t('quality.lead')}
      submit={t('quality.send')}
      mine={[
        { label: t('quality.total'), value: String(total) },
        { label: t('quality.remark'), value: values.remark },
      ]}
      onSubmit={submit}
    >
      {ITEMS.map((item) => (
        <Field
          key={item}
          label={t(`quality.${item}`)}
          required
          span={2}
          error={tried && values[item] === null ? t('required') : undefined}
        >
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={20}
              precision={0}
              value={values[item]}
              onChange={(value) => set(item, value)}
            />
          )}
        </Field>
      ))}
      <Field label={t('quality.total')} span={2}>
        {(control) => (
          <output id={control.id}>
            <strong>{total}</strong> / 100
          </output>
        )}
      </Field>
      <Field label={t('quality.remark')} span={4} error={fieldError(act, 'remark')}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={values.remark}
            onChange={(event) => set('remark', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
