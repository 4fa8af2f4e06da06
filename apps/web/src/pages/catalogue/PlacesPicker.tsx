import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { get } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { useDebounced } from '../../parts';
import { prefixOf } from './rules';
import { usePlaceNames } from './useRuleWords';

interface Props {
  id: string;
  value: readonly string[]; // beginnings of codes: 4403 is Shenzhen with all its counties
  onChange: (prefixes: string[]) => void;
  placeholder: string;
}

/** Several places by name, pinyin or code; a city or province stands for everything below it. */
export function PlacesPicker({ id, value, onChange, placeholder }: Props): ReactElement {
  const t = useTexts('parts');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 150);
  const nameOf = usePlaceNames(value);
  const found = useQuery({
    queryKey: ['places', q],
    queryFn: ({ signal }) => get('/places', { q }, signal),
    enabled: open && q !== '',
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  });
  const offered = q === '' ? [] : (found.data ?? []);
  const options = offered.map((place) => ({ value: prefixOf(place.code), label: place.fullName }));
  const chosen = value.filter((prefix) => !options.some((option) => option.value === prefix));
  return (
    <Select
      id={id}
      className="wide"
      mode="multiple"
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={placeholder}
      notFoundContent={q ? t('placeNone') : t('placeHint')}
      options={[...options, ...chosen.map((prefix) => ({ value: prefix, label: nameOf(prefix) }))]}
      onOpenChange={setOpen}
      onChange={(prefixes: string[]) => {
        setTyped('');
        onChange(prefixes);
      }}
      optionRender={(option) => (
        <span className="place-option">
          <span>{option.label}</span>
          <small>{option.value}</small>
        </span>
      )}
    />
  );
}
