import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useFilter } from '../../app/useFilter';
import { UnitPicker } from '../../parts';
import { useUnit } from '../inbox/useUnit';
import { type Filters, REASONS, VIEWS, type View } from './filters';
import { SettingButton } from './SettingButton';
import { useMissedCounts } from './useMissedCalls';

const MOST = 100;
const capped = (count: number): string => (count > MOST ? `${MOST}+` : String(count));

/** The filters, each one parameter of the address; the open views say how many wait. */
export function MissedTools({ filters }: { filters: Filters }): ReactElement {
  const t = useTexts('missedCalls');
  const unit = useUnit(filters.unitId);
  const counts = useMissedCounts(filters.unitId).data;
  const put = useFilter();
  const label = (view: View): ReactElement => (
    <span>
      {t(`views.${view}`)}
      {counts && view !== 'closed' && <b className="missed-count">{capped(counts[view])}</b>}
    </span>
  );
  return (
    <div className="admin-tools filter-tools missed-tools" role="group" aria-label={t('title')}>
      <Segmented
        aria-label={t('view')}
        value={filters.view}
        options={VIEWS.map((value) => ({ value, label: label(value) }))}
        onChange={(value) => put('view', value)}
      />
      <Select
        className="missed-reason"
        aria-label={t('reason')}
        value={filters.reason ?? 'all'}
        options={['all', ...REASONS].map((value) => ({ value, label: t(`reasons.${value}`) }))}
        onChange={(value) => put('reason', value === 'all' ? null : value)}
      />
      <div className="missed-unit">
        <UnitPicker
          id="missed-unit"
          aria-label={t('unit')}
          value={unit ?? null}
          placeholder={t('unit')}
          onChange={(chosen) => put('unit', chosen?.id ?? null)}
        />
      </div>
      <span className="admin-space" />
      {counts && counts.withheldToday > 0 && (
        <span className="admin-note" title={t('withheldHint')}>
          {t('withheld', { count: capped(counts.withheldToday) })}
        </span>
      )}
      <SettingButton unitId={filters.unitId} />
    </div>
  );
}
