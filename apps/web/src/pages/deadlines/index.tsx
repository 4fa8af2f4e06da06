import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import type { Restated } from '../../api/contract';
import '../units/admin.css';
import './deadlines.css';
import { ProvisionalList, RestatedList } from './Lists';
import { texts } from './texts';

registerTexts('deadlines', texts);

type List = 'provisional' | 'restated';
const REASONS: readonly Restated['reason'][] = [
  'calendar-published',
  'extended',
  'paused',
  'resumed',
  'corrected',
];

/** Deadlines that wait for a year, and what became of those that were changed. */
export default function DeadlinesPage(): ReactElement {
  const t = useTexts('deadlines');
  const [search, setSearch] = useSearchParams();
  const list: List = search.get('list') === 'restated' ? 'restated' : 'provisional';
  const reason = REASONS.find((one) => one === search.get('reason')) ?? null;
  const put = (name: string, value: string | null): void =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <Segmented<List>
          aria-label={t('lists')}
          value={list}
          options={[
            { value: 'provisional', label: t('provisional') },
            { value: 'restated', label: t('restated') },
          ]}
          onChange={(value) => put('list', value)}
        />
        {list === 'restated' && (
          <Select
            allowClear
            style={{ width: 160 }}
            aria-label={t('reasonName')}
            placeholder={t('allReasons')}
            value={reason}
            options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            onChange={(value: Restated['reason'] | undefined) => put('reason', value ?? null)}
          />
        )}
        {list === 'provisional' && search.get('calendarId') && (
          <span className="filter-chip">
            <span className="filter-name">{t('calendar')} =</span> {search.get('calendarId')}
            <button type="button" aria-label={t('calendar')} onClick={() => put('calendarId', null)}>
              ×
            </button>
          </span>
        )}
      </div>
      {list === 'provisional' ? (
        <ProvisionalList calendarId={search.get('calendarId')} />
      ) : (
        <RestatedList reason={reason} />
      )}
    </div>
  );
}
