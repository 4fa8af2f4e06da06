import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get, send } from '../../api/client';
import type { StaffingDay } from '../../api/contract';
import { mark, registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { useFilter } from '../../app/useFilter';
import { ExportButton } from '../../exports/ExportButton';
import { EmptyState, ErrorState, Icon, minuteText, Skeletons, weekOf } from '../../parts';
import '../board/board.css';
import { texts as boardTexts } from '../board/texts';
import { UnitChoice } from '../board/UnitChoice';
import { useHomeUnit } from '../board/useAddress';
import '../call-reports/reports.css';
import '../units/admin.css';
import { NeedChart, NeedTable, shortOf } from './Need';
import { SettingsDrawer } from './SettingsDrawer';
import './staffing.css';
import { texts } from './texts';

registerTexts('board', boardTexts);
registerTexts('staffing', texts);

const STEPS = ['15', '30', '60'] as const;

function Cards({ day }: { day: StaffingDay }): ReactElement {
  const t = useTexts('staffing');
  const hours = (value: (line: StaffingDay['lines'][number]) => number): string =>
    ((day.lines.reduce((sum, line) => sum + value(line), 0) * Number(day.step)) / 60).toFixed(1);
  const known = day.lines.some(({ toRoster }) => toRoster !== null);
  const peak = [...day.lines].sort((a, b) => (b.toRoster ?? 0) - (a.toRoster ?? 0))[0];
  const short = day.lines.filter((line) => (shortOf(line) ?? 0) > 0).length;
  return (
    <dl className="report-cards staffing-cards">
      <div>
        <dt>{t('cards.peak')}</dt>
        <dd>{peak?.toRoster ?? '—'}</dd>
        <dd className="report-note">{peak?.toRoster ? minuteText(peak.at).slice(-5) : t('unknown')}</dd>
      </div>
      <div>
        <dt>{t('cards.hours')}</dt>
        <dd>{known ? hours((line) => line.toRoster ?? 0) : '—'}</dd>
        <dd className="report-note">{t(known ? 'hours' : 'unknown')}</dd>
      </div>
      <div>
        <dt>{t('cards.have')}</dt>
        <dd>{hours((line) => line.rostered)}</dd>
        <dd className="report-note">{t('hours')}</dd>
      </div>
      <div>
        <dt>{t('cards.short')}</dt>
        <dd>{known ? short : '—'}</dd>
        <dd className="report-note">{known ? t('intervals', { count: day.lines.length }) : t('unknown')}</dd>
      </div>
    </dl>
  );
}

function Basis({ day }: { day: StaffingDay }): ReactElement {
  const t = useTexts('staffing');
  const { setting, sample } = day;
  const days = sample.map((one) => one.slice(5)).join(mark('list'));
  return (
    <div className="staffing-basis">
      {day.kind !== 'usual' && <p className="staffing-kind">{t(`kind.${day.kind}`)}</p>}
      <p>
        {t('rule', {
          percent: setting.targetPercent,
          seconds: setting.withinSeconds,
          shrinkage: setting.shrinkagePercent,
          least: setting.leastAgents,
          weeks: setting.weeks,
        })}{' '}
        <span className="quiet">{setting.from ? t('from', { unit: setting.from.name }) : t('shipped')}</span>
      </p>
      <p className="quiet">
        {sample.length > 0
          ? t('sample', { days, count: sample.length })
          : t('noSample', { weeks: setting.weeks })}
      </p>
    </div>
  );
}

/** Neither a need is known nor is anybody rostered or there: 48 lines of dashes say nothing. */
const saysAnything = ({ lines }: StaffingDay): boolean =>
  lines.some(({ toRoster, rostered, present }) => toRoster !== null || rostered > 0 || (present ?? 0) > 0);

/** 人力测算: how many agents each interval of a day takes, against the roster and who is there. */
export default function StaffingPage(): ReactElement {
  const t = useTexts('staffing');
  const [search] = useSearchParams();
  const home = useHomeUnit();
  const [settings, setSettings] = useState(false);
  const unitId = search.get('unit') ?? home?.id;
  const day = search.get('day');
  const step = STEPS.find((one) => one === search.get('step')) ?? '30';
  const staffing = useQuery({
    queryKey: ['staffing', unitId, day, step] as const,
    queryFn: ({ signal }) => get('/staffing', { unitId, day, step }, signal),
    enabled: unitId !== undefined,
    placeholderData: keepPreviousData,
  });
  const put = useFilter();
  const { data } = staffing;
  return (
    <div className="admin call-reports">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools report-tools staffing-tools" role="toolbar" aria-label={t('title')}>
        <div className="report-unit">
          <UnitChoice value={data?.unit ?? null} onChange={(id) => put('unit', id)} />
        </div>
        <DatePicker
          aria-label={t('day')}
          allowClear={false}
          value={data ? dayjs(data.day) : null}
          onChange={(value: dayjs.Dayjs | null) => value && put('day', value.format('YYYY-MM-DD'))}
        />
        <Select
          className="report-step"
          aria-label={t('step')}
          value={step}
          options={STEPS.map((value) => ({ value, label: t(`steps.${value}`) }))}
          onChange={(value) => put('step', value)}
        />
        <span className="admin-space" />
        {data && (
          <Link
            className="staffing-link"
            to={`/shifts?unit=${data.unit.id}&week=${weekOf(data.day, data.day)}`}
          >
            <Button>
              <Icon name="week" />
              {t('toShifts')}
            </Button>
          </Link>
        )}
        {data && (
          <ExportButton
            choices={[
              {
                key: 'day',
                order: (wish) =>
                  send('POST', '/staffing/exports', { unitId: data.unit.id, day: data.day, step, ...wish }),
              },
            ]}
          />
        )}
        {data?.editable && (
          <Button onClick={() => setSettings(true)}>
            <Icon name="sliders" />
            {t('settings')}
          </Button>
        )}
      </div>
      {staffing.isPending && <Skeletons rows={6} height={96} />}
      {staffing.isError && !data && (
        <ErrorState error={staffing.error} onRetry={() => void staffing.refetch()} />
      )}
      {data && (
        <div className={staffing.isPlaceholderData ? 'report-body is-fading' : 'report-body'}>
          <Basis day={data} />
          {saysAnything(data) ? (
            <>
              <Cards day={data} />
              <NeedChart day={data} />
              <NeedTable day={data} />
            </>
          ) : (
            <EmptyState icon="people-clock" title={t('nothing')}>
              {t('nothingHint', { weeks: data.setting.weeks })}
            </EmptyState>
          )}
        </div>
      )}
      <p className="admin-note report-basis">{t('method')}</p>
      {settings && data && <SettingsDrawer day={data} onClose={() => setSettings(false)} />}
    </div>
  );
}
