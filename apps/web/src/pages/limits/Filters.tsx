import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import { FilterChips, Icon, type FilterLabel } from '../../parts';
import { CLOCKS, COLUMNS, useLimitWords } from './words';

/** Filters live in the address; each is a chip, and the menu adds one. */
export function Filters(): ReactElement {
  const t = useTexts('limits');
  const words = useLimitWords();
  const [search, setSearch] = useSearchParams();
  const labels: Record<string, FilterLabel> = {
    clock: { name: t('clockName'), value: (code) => t(`clock.${code}`) },
    ...Object.fromEntries(
      COLUMNS.map((column): [string, FilterLabel] => [
        column,
        { name: t(`columns.${column}`), value: (code) => words.value(column, code) },
      ]),
    ),
  };
  const clocks = CLOCKS.map((clock) => ({ value: clock as string, label: t(`clock.${clock}`) }));
  const menu = [
    { name: 'clock', label: t('clockName'), options: clocks },
    ...COLUMNS.map((column) => ({
      name: column as string,
      label: t(`columns.${column}`),
      options: words.options[column],
    })),
  ];
  const put = (name: string, code: string): void => {
    const next = new URLSearchParams(search);
    next.set(name, code);
    setSearch(next, { replace: true });
  };
  return (
    <FilterChips labels={labels}>
      <Dropdown
        trigger={['click']}
        menu={{
          items: menu.map(({ name, label, options }) => ({
            key: name,
            label,
            children: options.map((option) => ({
              key: `${name} ${option.value}`,
              label: option.label,
              onClick: () => put(name, option.value),
            })),
          })),
        }}
      >
        <Button size="small" icon={<Icon name="filter" size={14} />}>
          {t('addFilter')}
        </Button>
      </Dropdown>
    </FilterChips>
  );
}
