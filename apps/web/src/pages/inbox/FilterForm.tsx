import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { UnitPicker } from '../../parts';
import { useStepWords } from '../../verbs';
import { DUE_FILTERS, STATES } from './query';
import { useUnit } from './useUnit';

/** Adds filters: each choice goes into the URL at once and the list follows. */
export function FilterForm() {
  const t = useTexts('inbox');
  const words = useStepWords();
  const { language } = useSettings();
  const { kinds, fields, tags, urgencies } = useVocabulary();
  const [search, setSearch] = useSearchParams();
  const unit = useUnit(search.get('unitId'));
  const put = (name: string, values: string[]) => {
    const next = new URLSearchParams(search);
    next.delete(name);
    for (const value of values) next.append(name, value);
    setSearch(next);
  };
  const terms = (list: readonly { code: string; zh: string; en: string }[]) =>
    list.map((term) => ({ value: term.code, label: term[language] }));
  const singles = [
    { name: 'dueWithin', options: DUE_FILTERS.map((value) => ({ value, label: t(`dueWithin.${value}`) })) },
    { name: 'kind', options: terms(kinds) },
    { name: 'field', options: terms(fields) },
    { name: 'tag', options: terms(tags) },
    { name: 'urgency', options: terms(urgencies) },
    { name: 'assigned', options: [{ value: 'me', label: t('assignedToMe') }] },
  ];
  return (
    <div className="filter-form">
      <label htmlFor="filter-state">{t('filters.state')}</label>
      <Select
        id="filter-state"
        mode="multiple"
        autoFocus
        placeholder={t('any')}
        options={STATES.map((state) => ({ value: state, label: words.state({ state }) }))}
        value={search.getAll('state')}
        onChange={(values: string[]) => put('state', values)}
      />
      {singles.map(({ name, options }) => (
        <FilterRow key={name} name={name} options={options} value={search.get(name)} onPut={put} />
      ))}
      <label htmlFor="filter-unitId">{t('filters.unitId')}</label>
      <UnitPicker
        id="filter-unitId"
        value={unit ?? null}
        onChange={(chosen) => put('unitId', chosen ? [chosen.id] : [])}
      />
    </div>
  );
}

interface FilterRowProps {
  name: string;
  options: { value: string; label: string }[];
  value: string | null;
  onPut: (name: string, values: string[]) => void;
}

function FilterRow({ name, options, value, onPut }: FilterRowProps) {
  const t = useTexts('inbox');
  return (
    <>
      <label htmlFor={`filter-${name}`}>{t(`filters.${name}`)}</label>
      <Select
        id={`filter-${name}`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('any')}
        options={options}
        value={value}
        onChange={(chosen: string | undefined) => onPut(name, chosen ? [chosen] : [])}
      />
    </>
  );
}
