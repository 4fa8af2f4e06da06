import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { get } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { fieldError } from '../FailureNote';
import { Field } from '../Field';
import { useAct } from '../useAct';
import { useFields } from '../useFields';
import { VerbFrame, type VerbFormProps } from '../VerbFrame';
import { WordsField } from '../WordsField';

/** Gives the ticket to a person of the unit, or back to the unit; the unit stays accountable. */
export default function AssignForm(props: VerbFormProps) {
  const t = useTexts('requests');
  const { ticket } = props;
  const act = useAct(ticket, 'assign');
  const people = useQuery({
    queryKey: ['assignees', ticket.id, ticket.accountable?.id],
    queryFn: ({ signal }) => get(`/tickets/${ticket.id}/assignees`, undefined, signal),
  });
  const { values, set } = useFields<{ assigneeId: string | null; note: string }>({
    assigneeId: ticket.assignee?.id ?? null,
    note: '',
  });
  const submit = () => {
    const note = values.note.trim();
    const body = { assigneeId: values.assigneeId, ...(note === '' ? {} : { note }) };
    void act.run(body).then((answer) => answer && props.onDone(answer));
  };
  return (
    <VerbFrame
      {...props}
      verb="assign"
      act={act}
      title={t('assign.title')}
      lead={t('assign.lead')}
      submit={t('assign.send')}
      mine={[{ label: t('assign.note'), value: values.note }]}
      onSubmit={submit}
    >
      <Field label={t('assign.to')} span={2} error={fieldError(act, 'assigneeId')}>
        {(control) => (
          <Select
            {...control}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={people.isPending}
            placeholder={t('assign.nobody')}
            options={(people.data ?? []).map((one) => ({ value: one.id, label: one.displayName }))}
            value={values.assigneeId}
            onChange={(id: string | undefined) => set('assigneeId', id ?? null)}
          />
        )}
      </Field>
      <WordsField
        label={t('assign.note')}
        rows={2}
        error={fieldError(act, 'note')}
        value={values.note}
        onChange={(note) => set('note', note)}
      />
    </VerbFrame>
  );
}
