import { App, Button, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { CalendarView } from '../../api/contract';
import { ErrorState, Icon } from '../../parts';
import { DraftDetail } from './DraftDetail';
import type { Tab } from './Faults';
import { PlanTabs } from './PlanTabs';
import { RecomputationStrip } from './RecomputationStrip';
import { type Edition, useCalendars, useOpenDraft, useWaiting } from './useCalendars';

const TABS: readonly Tab[] = ['year', 'dates', 'week', 'duty', 'history'];

export interface Looking {
  tab: Tab;
  year: number;
  of: Edition;
}

interface Props {
  view: CalendarView;
  looking: Looking;
  onLook: (change: Partial<Looking>) => void;
}

function Title({ view, missing }: { view: CalendarView; missing: number | null }): ReactElement {
  const t = useTexts('calendars');
  const waiting = useWaiting(view.id);
  const base = useCalendars().data?.find(({ id }) => id === view.baseId);
  return (
    <div className="admin-tools calendar-title">
      <h2>{view.name}</h2>
      <span className="tag">
        {view.version === null ? t('unpublished') : t('version', { version: view.version })}
      </span>
      <span className="quiet">{t('years', { from: view.knownFrom, to: view.knownTo })}</span>
      {missing !== null && <span className="tag tag-warn">{t('missing', { year: missing })}</span>}
      {view.baseId !== null && (
        <span className="quiet">{t('baseNow', { name: base?.name ?? view.baseId })}</span>
      )}
      <span className="admin-space" />
      {(waiting.data ?? 0) > 0 && (
        <Link to={`/deadlines?calendarId=${view.id}`}>
          {t('provisional', { count: waiting.data === 1_000 ? '1,000+' : waiting.data })}
        </Link>
      )}
      <Link to="/deadlines?list=restated">{t('restated')}</Link>
    </div>
  );
}

function YearSteps({ year, onYear }: { year: number; onYear: (year: number) => void }): ReactElement {
  const t = useTexts('calendars');
  return (
    <span className="year-steps" role="group" aria-label={t('year.choose')}>
      <Button
        aria-label={t('year.previous')}
        icon={<Icon name="chevron-right" />}
        onClick={() => onYear(year - 1)}
      />
      <b className="number" aria-live="polite">
        {t('year.title', { year })}
      </b>
      <Button
        aria-label={t('year.next')}
        icon={<Icon name="chevron-right" />}
        onClick={() => onYear(year + 1)}
      />
    </span>
  );
}

/** One calendar: as published, or the draft of its next version. */
export function CalendarDetail({ view, looking, onLook }: Props): ReactElement {
  const t = useTexts('calendars');
  const { message } = App.useApp();
  const open = useOpenDraft();
  const { tab, year } = looking;
  const of: Edition = view.draft && (looking.of === 'draft' || view.version === null) ? 'draft' : 'published';
  const edit = (): void =>
    view.draft
      ? onLook({ of: 'draft' })
      : open.mutate({ id: view.id }, { onSuccess: () => onLook({ of: 'draft' }) });
  const published = (after: CalendarView): void => {
    void message.success(t('publishing.done', { version: after.version }));
    onLook({ of: 'published', tab: 'year' });
  };
  return (
    <div className="padded">
      <Title view={view} missing={view.missingYear} />
      <RecomputationStrip id={view.id} />
      {open.isError && <ErrorState small error={open.error} />}
      <div className="admin-tools calendar-tools">
        <Segmented<Tab>
          value={tab}
          options={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))}
          onChange={(value) => onLook({ tab: value })}
        />
        {(tab === 'year' || tab === 'dates') && (
          <YearSteps year={year} onYear={(value) => onLook({ year: value })} />
        )}
        <span className="admin-space" />
        {view.draft && view.version !== null && (
          <Segmented<Edition>
            aria-label={t('edition')}
            value={of}
            options={[
              { value: 'published', label: t('published') },
              { value: 'draft', label: t('draft') },
            ]}
            onChange={(value) => onLook({ of: value })}
          />
        )}
        {view.mayEdit && of === 'published' && (
          <Button type={view.draft ? 'default' : 'primary'} loading={open.isPending} onClick={edit}>
            {t(view.draft ? 'editDraft' : 'openDraft')}
          </Button>
        )}
        {!view.mayEdit && (
          <span className="admin-note">{t('onlyRead', { unit: view.unit?.name ?? t('national') })}</span>
        )}
      </div>
      {of === 'draft' && view.draft && view.mayEdit ? (
        <DraftDetail
          key={view.id}
          view={view}
          draft={view.draft}
          tab={tab}
          year={year}
          onTab={(next, at) => onLook({ tab: next, ...(at ? { year: at } : {}) })}
          onPublished={published}
        />
      ) : (
        <PlanTabs
          view={view}
          plan={(of === 'draft' ? view.draft?.plan : view.plan) ?? view.draft!.plan}
          of={of}
          version={(of === 'draft' ? view.draft?.version : view.version) ?? 0}
          tab={tab}
          year={year}
          faults={[]}
        />
      )}
    </div>
  );
}
