import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { send } from '../../api/client';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { ExportButton } from '../../exports/ExportButton';
import { clockText, ErrorState, Skeletons, UnitPicker } from '../../parts';
import { GapStrip } from '../../calls/gaps/GapStrip';
import { PeriodPicker } from '../board/PeriodPicker';
import { texts as boardTexts } from '../board/texts';
import { useUnit } from '../inbox/useUnit';
import '../units/admin.css';
import { useFigureAddress } from './address';
import './call-figures.css';
import { CallsTable } from './CallsTable';
import { Columns, Remarks } from './Columns';
import { FigureCard } from './FigureCard';
import { texts } from './texts';
import { useCallFigures } from './useCallFigures';
import { VersionsDrawer } from './VersionsDrawer';

registerTexts('board', boardTexts);
registerTexts('callFigures', texts);

const dayStart = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const dayEnd = (day: string): string => new Date(Date.parse(dayStart(day)) + 86_400_000).toISOString();

/** 话务口径: the rates of calls by the unit's own formulas, every figure with its definition, halves and rows. */
export default function CallFiguresPage(): ReactElement {
  const t = useTexts('callFigures');
  const address = useFigureAddress();
  const { asked, change, today } = address;
  const figures = useCallFigures(asked);
  const unit = useUnit(asked.unitId ?? null);
  const view = figures.data;
  return (
    <div className="admin call-figures">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools" role="group" aria-label={t('title')}>
        <div className="figure-unit">
          <UnitPicker
            id="figure-unit"
            aria-label={t('unit')}
            value={unit ?? null}
            placeholder={t('unit')}
            onChange={(chosen) => change({ unit: chosen?.id })}
          />
        </div>
        <PeriodPicker period={asked} today={today} onChange={({ from, to }) => change({ from, to })} />
        <Segmented
          aria-label={t('per')}
          value={asked.per}
          options={(['calls', 'visits'] as const).map((value) => ({ value, label: t(`pers.${value}`) }))}
          onChange={(value) => change({ per: value === 'calls' ? undefined : value })}
        />
        <span className="admin-space" />
        {view && <span className="quiet">{t('asOf', { time: clockText(view.asOf) })}</span>}
        <ExportButton
          choices={[
            { key: 'rates', order: (wish) => send('POST', '/call-figures/exports', { ...asked, ...wish }) },
          ]}
        />
      </div>
      <div className="figure-scroll" tabIndex={0} role="region" aria-label={t('title')}>
        {figures.isPending && <Skeletons rows={4} height={96} />}
        {figures.isError && !view && (
          <ErrorState error={figures.error} onRetry={() => void figures.refetch()} />
        )}
        {view && (
          <>
            <Remarks view={view} />
            <div className="figure-cards">
              {view.figures.map((figure) => (
                <FigureCard key={figure.kind} figure={figure} address={address} />
              ))}
            </div>
            <GapStrip gaps={view.gaps} from={dayStart(view.from)} until={dayEnd(view.to)} />
            <Columns view={view} />
            <CallsTable address={address} />
          </>
        )}
      </div>
      <VersionsDrawer address={address} />
    </div>
  );
}
