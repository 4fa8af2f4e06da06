import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { get } from '../api/client';
import type { UnitBrief } from '../api/contract';
import { keys } from '../api/queries';
import { useTexts } from '../app/i18n';
import './texts';
import { useDebounced } from './useDebounced';

interface Props {
  value: UnitBrief | null;
  onChange: (unit: UnitBrief | null) => void;
  id?: string;
  'aria-label'?: string; // where no label element stands beside it
  parentId?: string; // only its children
  disabled?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

/** Finds a unit by name, pinyin initials or code; the chosen one's ancestors are shown to tell namesakes apart. */
export function UnitPicker({ value, onChange, parentId, placeholder, ...rest }: Props): ReactElement {
  const t = useTexts('parts');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 200);
  const query = { q, parentId, limit: 20 };
  const found = useQuery({
    queryKey: keys.units(query),
    queryFn: ({ signal }) => get('/units', query, signal),
    enabled: open && (q !== '' || parentId !== undefined),
    placeholderData: keepPreviousData,
  });
  const units: UnitBrief[] = found.data?.items ?? [];
  const all = value && !units.some((unit) => unit.id === value.id) ? [value, ...units] : units;
  const chainOf = (id: unknown): string => {
    const chain = found.data?.items.find((unit) => unit.id === id)?.chain ?? [];
    return chain
      .slice(1)
      .map((unit) => unit.name)
      .join(' › ');
  };
  return (
    <Select
      {...rest}
      className="wide"
      value={value?.id ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={found.isFetching}
      placeholder={placeholder ?? t('unitHint')}
      notFoundContent={q ? t('unitNone') : t('typeMore')}
      onOpenChange={setOpen}
      options={all.map((unit) => ({ value: unit.id, label: unit.name }))}
      optionRender={(option) => (
        <span className="two-lines">
          <span>{option.label}</span>
          <small>{chainOf(option.value)}</small>
        </span>
      )}
      onChange={(id: string | null) => onChange(all.find((unit) => unit.id === id) ?? null)}
    />
  );
}
