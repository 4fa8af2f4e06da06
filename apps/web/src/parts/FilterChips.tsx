import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../app/i18n';
import { Icon } from './Icon';
import './texts';

export interface FilterLabel {
  name: string; // 状态
  value: (value: string) => ReactNode; // a code → its word
}

interface Props {
  labels: Record<string, FilterLabel>; // URL parameter → its words; other parameters are not shown
  children?: ReactNode; // the button that adds one
}

/** The filters in the URL as chips `键 = 值`, one for each parameter, in the order they were added. */
export function FilterChips({ labels, children }: Props): ReactElement {
  const t = useTexts('parts');
  const [search, setSearch] = useSearchParams();
  const names = [...new Set(search.keys())].filter((name) => labels[name]);
  const without = (gone: string[]): void => {
    const next = new URLSearchParams(search);
    for (const name of gone) next.delete(name);
    next.delete('cursor');
    setSearch(next);
  };
  return (
    <div className="filter-chips" role="group" aria-label={t('filters')}>
      {names.map((name) => (
        <span key={name} className="filter-chip">
          <span className="filter-name">{labels[name]?.name} =</span>
          {search.getAll(name).map((value, index) => (
            <span key={value}>
              {index > 0 && ', '}
              {labels[name]?.value(value)}
            </span>
          ))}
          <button
            type="button"
            aria-label={t('remove', { name: labels[name]?.name })}
            onClick={() => without([name])}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {children}
      {names.length > 0 && (
        <button type="button" className="link-button filter-clear" onClick={() => without(names)}>
          {t('clearFilters')}
        </button>
      )}
    </div>
  );
}
