import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { Icon } from './Icon';
import { plusDays } from './weeks';

interface Props {
  monday: string;
  /** null: the week of today. */
  go: (week: string | null) => void;
}

/** Monday to Sunday: the week before, this one, the one after, and which it is. */
export function WeekChoice({ monday, go }: Props): ReactElement {
  const t = useTexts('parts');
  const sunday = plusDays(monday, 6);
  return (
    <div className="week-choice" role="group" aria-label={t('week.span', { from: monday, to: sunday })}>
      <Button aria-label={t('week.before')} onClick={() => go(plusDays(monday, -7))}>
        <span className="is-turned">
          <Icon name="chevron-right" />
        </span>
      </Button>
      <Button onClick={() => go(null)}>{t('week.this')}</Button>
      <Button aria-label={t('week.after')} onClick={() => go(plusDays(monday, 7))}>
        <Icon name="chevron-right" />
      </Button>
      <span className="number">{t('week.span', { from: monday, to: sunday.slice(5) })}</span>
    </div>
  );
}
