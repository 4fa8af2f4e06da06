import { useQuery } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { get } from '../../api/client';
import type { TicketGroup } from '../../api/contract';
import { keys } from '../../api/queries';
import { useTexts } from '../../app/i18n';
import { Skeletons, TimeText } from '../../parts';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useStepWords } from '../steps';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';

type Suggestion = TicketGroup['suggestions'][number];

function Choice({ one }: { one: Suggestion }) {
  const t = useTexts('verbs');
  const words = useStepWords();
  return (
    <Radio value={one.ticket.id} className="link-choice">
      <span className="link-head">
        <span className="tag">{t(`link.${one.kind}`)}</span>
        <strong>{one.ticket.no}</strong>
        <span className="quiet">{one.ticket.accountable?.name}</span>
        <span className="quiet">{words.state(one.ticket)}</span>
        <TimeText at={one.ticket.openedAt} />
      </span>
      <span className="cut">{one.ticket.title}</span>
    </Radio>
  );
}

/** 并单: choose the case that is handled for both; the server has looked for the same caller and the same employer. */
export default function LinkForm(props: VerbFormProps) {
  const t = useTexts('verbs');
  const act = useAct(props.ticket, 'link-to-group');
  const { values, set, tried, attempt } = useFields<{ master: string | null; reason: string }>({
    master: null,
    reason: '',
  });
  const { data, isPending } = useQuery({
    queryKey: keys.ticketGroup(props.ticket.id),
    queryFn: ({ signal }) => get(`/tickets/${props.ticket.id}/group`, undefined, signal),
  });
  const suggestions = data?.suggestions ?? [];
  const chosen = suggestions.find((one) => one.ticket.id === values.master);
  const need = (missing: boolean) => (tried && missing ? t('required') : undefined);
  const submit = () => {
    const reason = values.reason.trim();
    if (!attempt(chosen !== undefined && reason.length > 1) || !chosen) return;
    const body = { masterTicketId: chosen.ticket.id, kind: chosen.kind, reason };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="link-to-group"
      act={act}
      title={t('link.title')}
      lead={t('link.lead')}
      submit={t('link.send')}
      mine={[
        { label: t('link.master'), value: chosen?.ticket.no ?? '' },
        { label: t('link.reason'), value: values.reason },
      ]}
      onSubmit={submit}
    >
      <Field
        label={t('link.suggested')}
        required
        span={4}
        error={fieldError(act, 'masterTicketId') ?? need(!chosen)}
      >
        {(control) =>
          isPending ? (
            <Skeletons rows={2} height={48} />
          ) : suggestions.length === 0 ? (
            <p className="quiet">{t('link.none')}</p>
          ) : (
            <Radio.Group
              id={control.id}
              className="link-choices"
              value={values.master}
              onChange={(event) => set('master', event.target.value as string)}
            >
              {suggestions.map((one) => (
                <Choice key={one.ticket.id} one={one} />
              ))}
            </Radio.Group>
          )
        }
      </Field>
      <Field
        label={t('link.reason')}
        required
        span={4}
        error={fieldError(act, 'reason') ?? need(values.reason.trim().length < 2)}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={500}
            value={values.reason}
            onChange={(event) => set('reason', event.target.value)}
          />
        )}
      </Field>
    </VerbFrame>
  );
}
