import { Popover } from 'antd';
import { useTexts } from '../../app/i18n';
import { useTerm } from '../../api/vocabulary';
import { FilterChips, Icon, Kbd, type FilterLabel } from '../../parts';
import { useStepWords } from '../../verbs';
import type { TicketState } from '../../api/contract';
import { FilterForm } from './FilterForm';
import { useUnit } from './useUnit';

function UnitWords({ id }: { id: string }) {
  const t = useTexts('inbox');
  return <>{t('unitAndBelow', { unit: useUnit(id)?.name ?? '…' })}</>;
}

interface FilterBarProps {
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The filters of the URL as chips, the button that adds one, and the keys of the list. */
export function FilterBar({ open, onOpen }: FilterBarProps) {
  const t = useTexts('inbox');
  const term = useTerm();
  const words = useStepWords();
  const labels: Record<string, FilterLabel> = {
    state: { name: t('filters.state'), value: (state) => words.state({ state: state as TicketState }) },
    kind: { name: t('filters.kind'), value: (code) => term('kinds', code) },
    field: { name: t('filters.field'), value: (code) => term('fields', code) },
    tag: { name: t('filters.tag'), value: (code) => term('tags', code) },
    urgency: { name: t('filters.urgency'), value: (code) => term('urgencies', code) },
    assigned: { name: t('filters.assigned'), value: () => t('assignedToMe') },
    dueWithin: { name: t('filters.dueWithin'), value: (code) => t(`dueWithin.${code}`) },
    unitId: { name: t('filters.unitId'), value: (id) => <UnitWords id={id} /> },
    q: { name: t('filters.q'), value: (words) => words },
  };
  return (
    <div className="filter-bar">
      <FilterChips labels={labels}>
        <Popover
          open={open}
          onOpenChange={onOpen}
          trigger="click"
          placement="bottomLeft"
          content={<FilterForm />}
          destroyOnHidden
        >
          <button type="button" className="add-filter" aria-expanded={open}>
            <Icon name="plus" size={14} /> {t('filter')} <Kbd keys="s" />
          </button>
        </Popover>
      </FilterChips>
      <span className="list-keys" aria-hidden="true">
        <Kbd keys="j" />
        <Kbd keys="k" /> {t('move')}
        <Kbd keys="space" /> {t('select')}
      </span>
    </div>
  );
}
