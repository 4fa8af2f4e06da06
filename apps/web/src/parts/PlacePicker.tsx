import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { get } from '../api/client';
import type { PlaceView } from '../api/contract';
import { useTexts } from '../app/i18n';
import './texts';
import { useDebounced } from './useDebounced';

export interface ChosenPlace {
  code: string;
  name: string; // full name
  guessed: boolean;
}

interface Props {
  value: ChosenPlace | null;
  onChange: (place: ChosenPlace | null) => void;
  id?: string;
  candidates?: PlaceView[]; // offered before anything is typed
  near?: string | undefined; // code of a place of the same case: of namesakes the nearest comes first
  placeholder?: string;
  invalid?: boolean;
  label?: string;
}

/** There are several 南山区: shared leading digits of the codes (province, prefecture) put the likely one first. */
function nearestFirst(places: PlaceView[], near: string | undefined): PlaceView[] {
  if (!near) return places;
  const shared = ({ code }: PlaceView): number =>
    [6, 4, 2].find((n) => code.startsWith(near.slice(0, n))) ?? 0;
  return [...places].sort((a, b) => shared(b) - shared(a));
}

/** A place by name, pinyin or code. A guess wears a dashed chip until a person chooses. */
export function PlacePicker({
  value,
  onChange,
  id,
  candidates = [],
  near,
  placeholder,
  invalid,
  label,
}: Props): ReactElement {
  const t = useTexts('parts');
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['places', q],
    queryFn: ({ signal }) => get('/places', { q }, signal),
    enabled: open && q !== '',
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  });
  const places = nearestFirst(q === '' ? candidates : (found.data ?? []), near);
  const options = places.map((place) => ({ value: place.code, label: place.fullName }));
  if (value && !typed && !options.some((option) => option.value === value.code)) {
    options.unshift({ value: value.code, label: value.name });
  }
  const choose = (code: string | null): void => {
    const option = options.find((one) => one.value === code);
    onChange(option ? { code: option.value, name: option.label, guessed: false } : null);
  };
  return (
    <Select
      id={id}
      className="place-picker wide"
      aria-label={label}
      value={value?.code ?? null}
      status={invalid ? 'error' : ''}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={placeholder ?? t('placeHint')}
      notFoundContent={q ? t('placeNone') : t('placeHint')}
      options={options}
      onOpenChange={setOpen}
      onSelect={choose}
      onClear={() => onChange(null)}
      optionRender={(option) => (
        <span className="place-option">
          <span>{option.label}</span>
          <small>{option.value}</small>
        </span>
      )}
      labelRender={() => (
        <span className="place-chosen">
          <span className="cut" title={value?.name}>
            {value?.name}
          </span>
          {value?.guessed && (
            <span className="guess" title={t('guessedHint')}>
              {t('guessed')}
            </span>
          )}
          <small>{value?.code}</small>
        </span>
      )}
    />
  );
}
