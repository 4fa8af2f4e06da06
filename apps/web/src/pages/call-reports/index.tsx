import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import { keys } from '../../api/queries';
import { useCan } from '../../api/session';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { clockText } from '../../parts';
import '../board/board.css';
import { PeriodPicker } from '../board/PeriodPicker';
import { texts as boardTexts } from '../board/texts';
import { UnitChoice } from '../board/UnitChoice';
import '../units/admin.css';
import { AgentTab } from './AgentTab';
import { ExportReport } from './ExportReport';
import { QueueTab } from './QueueTab';
import './reports.css';
import { fits, STEPS } from './steps';
import { texts } from './texts';
import { type ReportAddress, useReportAddress } from './useReportAddress';
import { useQueueReport } from './useReports';

registerTexts('board', boardTexts);
registerTexts('callReports', texts);

function QueueChoice({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const { unitId, period, step, sourceId, queue, change } = address;
  const { data } = useQueueReport({ unitId, ...period, step, sourceId, queue }, unitId !== undefined);
  const options = (data?.queues ?? []).map((one) => ({
    value: `${one.sourceId} ${one.queue}`,
    label: t('queueOf', { line: one.sourceName, queue: one.queue || t('noQueue') }),
  }));
  const value = sourceId === undefined ? '' : `${sourceId} ${queue ?? ''}`;
  return (
    <Select
      className="report-queue"
      aria-label={t('queue')}
      value={value}
      options={[{ value: '', label: t('allQueues') }, ...options]}
      onChange={(chosen) => {
        const [source, name = ''] = chosen === '' ? [undefined] : [chosen.slice(0, 36), chosen.slice(37)];
        change({ source, queue: source === undefined ? undefined : name });
      }}
    />
  );
}

function Tools({ address }: { address: ReportAddress }): ReactElement {
  const t = useTexts('callReports');
  const others = useCan('call-report.of-others');
  const { unitId, tab, period, today, step, change } = address;
  const unit = useQuery({
    queryKey: keys.unit(unitId ?? ''),
    queryFn: ({ signal }) => get(`/units/${unitId ?? ''}`, undefined, signal),
    enabled: unitId !== undefined,
  });
  return (
    <div className="admin-tools report-tools" role="toolbar" aria-label={t('title')}>
      {others && (
        <Segmented
          aria-label={t('tab')}
          value={tab}
          options={(['queues', 'agents'] as const).map((value) => ({ value, label: t(`tabs.${value}`) }))}
          onChange={(value) => change({ tab: value === 'queues' ? undefined : value, account: undefined })}
        />
      )}
      {others && (
        <div className="report-unit">
          <UnitChoice
            value={unit.data ?? null}
            onChange={(id) => change({ unit: id, source: undefined, queue: undefined, account: undefined })}
          />
        </div>
      )}
      <PeriodPicker period={period} today={today} onChange={({ from, to }) => change({ from, to })} />
      <Select
        className="report-step"
        aria-label={t('step')}
        value={step}
        options={STEPS.map((value) => ({
          value,
          label: t(`steps.${value}`),
          disabled: !fits(value, period),
        }))}
        onChange={(value) => change({ step: value })}
      />
      {tab === 'queues' && <QueueChoice address={address} />}
      <span className="admin-space" />
      <ExportReport address={address} />
    </div>
  );
}

/** 话务报表: queues and agents by interval, day or month; every number opens its calls. */
export default function CallReportsPage(): ReactElement {
  const t = useTexts('callReports');
  const others = useCan('call-report.of-others');
  const address = useReportAddress();
  const { unitId, period, step, sourceId, queue, tab } = address;
  const asOf = useQueueReport({ unitId, ...period, step, sourceId, queue }, others && tab === 'queues');
  return (
    <div className="admin call-reports">
      <TopBar>
        <h1 className="top-title">{others ? t('title') : t('mine')}</h1>
        {asOf.data && (
          <span className="as-of">
            {asOf.data.asOf ? t('asOf', { time: clockText(asOf.data.asOf) }) : t('never')}
          </span>
        )}
      </TopBar>
      <Tools address={address} />
      {tab === 'queues' ? <QueueTab address={address} /> : <AgentTab address={address} />}
      <p className="admin-note report-basis">{t('basis')}</p>
    </div>
  );
}
