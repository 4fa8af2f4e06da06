import { Form, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { CalendarCheck, CalendarView } from '../../api/contract';
import { ErrorState } from '../../parts';
import { useCalendars, usePublish, useWaiting } from './useCalendars';

const MOST_CHANGES = 30;

interface Props {
  view: CalendarView;
  check: CalendarCheck;
  version: number; // of the draft
  onClose: () => void;
  onDone: (published: CalendarView) => void;
}

function Effects({ view, check }: Pick<Props, 'view' | 'check'>): ReactElement {
  const t = useTexts('calendars');
  const waiting = useWaiting(view.id);
  const calendars = useCalendars();
  const nameOf = (id: string): string => calendars.data?.find((one) => one.id === id)?.name ?? id;
  const count = waiting.data === undefined ? '…' : waiting.data >= 1_000 ? '1,000+' : String(waiting.data);
  const years = check.yearsAdded.join(mark('list'));
  return (
    <div className="effects">
      <div>
        <h3>{t('publishing.will')}</h3>
        <ul>
          <li>{t('publishing.fresh', { count: check.unitCount.toLocaleString('en-US') })}</li>
          <li>{years ? t('publishing.years', { years, count }) : t('publishing.noYears')}</li>
          {check.derived.length > 0 && (
            <li>{t('publishing.derived', { names: check.derived.map(nameOf).join(mark('list')) })}</li>
          )}
        </ul>
      </div>
      <div>
        <h3>{t('publishing.willNot')}</h3>
        <ul>
          <li>{t('publishing.keep')}</li>
          <li>{t('publishing.past')}</li>
        </ul>
      </div>
    </div>
  );
}

function Changes({ check }: { check: CalendarCheck }): ReactElement {
  const t = useTexts('calendars');
  const { changes } = check;
  if (changes.length === 0) return <p className="admin-note">{t('publishing.noChanges')}</p>;
  return (
    <>
      <h3>{t('publishing.changes')}</h3>
      <ul className="plan-changes" tabIndex={0} aria-label={t('publishing.changes')}>
        {changes.slice(0, MOST_CHANGES).map((change) => (
          <li key={`${change.kind} ${change.date ?? ''}`}>
            <span className="tag">{t(`change.${change.kind}`)}</span>
            <span className="number">{change.date}</span>
            <span>
              {change.before && <s>{wordsOf(change.before, t)}</s>}
              {change.before && change.after && ' → '}
              {change.after && wordsOf(change.after, t)}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > MOST_CHANGES && (
        <p className="admin-note">{t('publishing.more', { count: changes.length - MOST_CHANGES })}</p>
      )}
    </>
  );
}

/** The server tells a date as `off 春节`; the kind is said in the reader's language. */
const wordsOf = (told: string, t: ReturnType<typeof useTexts>): string =>
  told.replace(/^(off|workday)\b/, (kind) => t(`dates.${kind}`));

/** What will happen and what will not, the differences, and what it follows. */
export function PublishModal({ view, check, version, onClose, onDone }: Props): ReactElement {
  const t = useTexts('calendars');
  const [form] = Form.useForm<{ note: string }>();
  const publish = usePublish(view.id);
  const next = (view.version ?? 0) + 1;
  return (
    <Modal
      open
      width={640}
      title={t('publishing.title', { name: view.draft?.plan.name ?? view.name, version: next })}
      okText={t('publishing.do')}
      cancelText={t('cancel')}
      confirmLoading={publish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Effects view={view} check={check} />
      <Changes check={check} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ note }) => publish.mutate({ version, note }, { onSuccess: onDone })}
      >
        <Form.Item
          name="note"
          label={t('publishing.note')}
          rules={[{ required: true, whitespace: true, max: 200, message: t('publishing.noteRule') }]}
        >
          <Input placeholder={t('publishing.noteHint')} maxLength={200} />
        </Form.Item>
      </Form>
      {publish.isError && <ErrorState small error={publish.error} />}
    </Modal>
  );
}
