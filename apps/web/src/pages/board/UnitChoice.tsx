import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { get } from '../../api/client';
import type { UnitBrief, UnitView } from '../../api/contract';
import { keys } from '../../api/queries';
import { useSession } from '../../api/session';
import { useDebounced } from '../../parts';

interface Props {
  value: UnitBrief | null;
  onChange: (unitId: string) => void;
}

/** Anybody may look a unit up, but a board opens only below one's own: everything else would answer with nothing. */
function useVisible(): (unit: UnitView) => boolean {
  const { memberships } = useSession();
  const own = new Set(memberships.map((membership) => membership.unit.id));
  return (unit) => own.has(unit.id) || unit.chain.some((each) => own.has(each.id));
}

/** Finds a unit of one's own subtrees by name, pinyin or code; before anything is typed, the units one belongs to and the next below. */
export function UnitChoice({ value, onChange }: Props): ReactElement {
  const t = useTexts('board');
  const parts = useTexts('parts');
  const { memberships } = useSession();
  const visible = useVisible();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 200);
  const query = q === '' ? { parentId: value?.id, limit: 60 } : { q, limit: 60 };
  const found = useQuery({
    queryKey: keys.units(query),
    queryFn: ({ signal }) => get('/units', query, signal),
    enabled: open && value !== null,
    placeholderData: (previous) => previous,
  });
  const hits: UnitBrief[] = (found.data?.items ?? []).filter(visible);
  const own = q === '' ? memberships.map((membership) => membership.unit) : [];
  const units = [
    ...new Map([...(value ? [value] : []), ...own, ...hits].map((unit) => [unit.id, unit])).values(),
  ];
  const aboveOf = (id: unknown): string => {
    const chain = found.data?.items.find((unit) => unit.id === id)?.chain ?? [];
    return chain
      .slice(1)
      .map((unit) => unit.name)
      .join(' › ');
  };
  return (
    <Select
      className="wide"
      aria-label={t('unit')}
      value={value?.id ?? null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={parts('unitNone')}
      popupMatchSelectWidth={320}
      onOpenChange={setOpen}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      optionRender={(option) => (
        <span className="two-lines">
          <span>{option.label}</span>
          <small>{aboveOf(option.value)}</small>
        </span>
      )}
      onChange={(id: string) => onChange(id)}
    />
  );
}
