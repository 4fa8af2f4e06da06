import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useFilter } from '../../app/useFilter';
import { UnitPicker } from '../../parts';
import { useUnit } from '../inbox/useUnit';
import { type Filters, KINDS, SIDES, STATES } from './filters';

/** The filters, each one parameter of the address. */
export function OrderTools({ filters }: { filters: Filters }): ReactElement {
  const t = useTexts('orderList');
  const unit = useUnit(filters.unitId);
  const put = useFilter();
  return (
    <div className="admin-tools filter-tools order-tools" role="group" aria-label={t('title')}>
      <Segmented
        aria-label={t('side')}
        value={filters.side}
        options={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
        onChange={(value) => put('side', value)}
      />
      <Segmented
        className="order-states"
        aria-label={t('state')}
        value={filters.state}
        options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        onChange={(value) => put('state', value)}
      />
      <Select
        className="order-kind"
        aria-label={t('kind')}
        value={filters.kind ?? 'all'}
        options={['all', ...KINDS].map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(value) => put('kind', value === 'all' ? null : value)}
      />
      <div className="order-unit-filter">
        <UnitPicker
          id="order-unit"
          aria-label={t('unit')}
          value={unit ?? null}
          placeholder={t('unit')}
          onChange={(chosen) => put('unit', chosen?.id ?? null)}
        />
      </div>
    </div>
  );
}
