import { App, Button, Input, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { CalendarView, RuleFault } from '../../api/contract';
import { ErrorState, SaveState } from '../../parts';
import { FaultStrip, tabOf, type Tab } from './Faults';
import { PlanTabs } from './PlanTabs';
import { PublishModal } from './PublishModal';
import { useCheck, useDiscard } from './useCalendars';
import { type Draft, type EditedPlan, usePlan } from './usePlan';

interface Props {
  view: CalendarView;
  draft: Draft;
  tab: Tab;
  year: number;
  onTab: (tab: Tab, year?: number) => void;
  onPublished: (view: CalendarView) => void;
}

function Conflict({ edited }: { edited: EditedPlan }): ReactElement {
  const t = useTexts('calendars');
  return (
    <div className="fault-strip" role="alert">
      <b>{t('conflict.title')}</b>{' '}
      <Button size="small" onClick={edited.keepMine}>
        {t('conflict.mine')}
      </Button>{' '}
      <Button size="small" onClick={edited.takeTheirs}>
        {t('conflict.theirs')}
      </Button>
    </div>
  );
}

function Head({ edited, year }: { edited: EditedPlan; year: number }): ReactElement {
  const t = useTexts('calendars');
  const { value: plan, change } = edited;
  return (
    <div className="plan-head">
      <label>
        {t('name')}
        <Input value={plan.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} />
      </label>
      <label>
        {t('knownYears')}
        <span className="plan-years">
          <InputNumber
            aria-label={t('knownFrom')}
            value={plan.knownFrom}
            min={1992}
            max={2200}
            onChange={(knownFrom) => knownFrom && change({ knownFrom })}
          />
          –
          <InputNumber
            aria-label={t('knownTo')}
            value={plan.knownTo}
            min={1992}
            max={2200}
            onChange={(knownTo) => knownTo && change({ knownTo })}
          />
        </span>
      </label>
      {year === plan.knownTo + 1 && (
        <Button onClick={() => change({ knownTo: year })}>{t('addYear', { year })}</Button>
      )}
    </div>
  );
}

/** A draft: saved by itself, checked by the server after every save, published when nothing is wrong. */
export function DraftDetail({ view, draft, tab, year, onTab, onPublished }: Props): ReactElement {
  const t = useTexts('calendars');
  const { modal } = App.useApp();
  const [publishing, setPublishing] = useState(false);
  const edited = usePlan(view.id, draft);
  const check = useCheck(view.id, draft.version);
  const discard = useDiscard(view.id);
  const faults = check.data?.faults ?? [];
  const show = (fault: RuleFault): void => {
    const row = Number(fault.field.split('.')[1]);
    const date = fault.field.startsWith('overrides.') ? edited.value.overrides[row]?.date : undefined;
    const dated = Number(date?.slice(0, 4));
    onTab(tabOf(fault), Number.isInteger(dated) && dated > 1900 ? dated : undefined);
  };
  const ask = (): void =>
    void modal.confirm({
      title: t('discard'),
      content: t('discardSure'),
      okText: t('discard'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(draft.version),
    });
  const open = (): void => void edited.flush().then(() => setPublishing(true));
  return (
    <>
      <div className="admin-tools">
        <SaveState status={edited.status} />
        <span className="admin-space" />
        <Button onClick={ask}>{t('discard')}</Button>
        <Button
          type="primary"
          disabled={!check.data || faults.length > 0 || edited.status.phase !== 'saved'}
          onClick={open}
        >
          {t('publish')}
        </Button>
      </div>
      {edited.status.phase === 'conflict' && <Conflict edited={edited} />}
      {check.isError && <ErrorState small error={check.error} onRetry={() => void check.refetch()} />}
      {check.data && <FaultStrip faults={faults} onShow={show} />}
      {tab !== 'history' && <Head edited={edited} year={year} />}
      <PlanTabs
        view={view}
        plan={edited.value}
        of="draft"
        version={draft.version}
        tab={tab}
        year={year}
        faults={faults}
        change={edited.change}
      />
      {publishing && check.data && (
        <PublishModal
          view={view}
          check={check.data}
          version={draft.version}
          onClose={() => setPublishing(false)}
          onDone={onPublished}
        />
      )}
    </>
  );
}
