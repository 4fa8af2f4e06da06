import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueFault, CatalogueRule, Term } from '../../api/contract';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { PlacesPicker } from './PlacesPicker';
import { inputId, RuleField } from './RuleField';
import type { Condition } from './rules';

const MOST_WORD = 60;

interface Props {
  when: CatalogueRule['when'];
  faults: readonly CatalogueFault[];
  onChange: (when: CatalogueRule['when']) => void;
}

type Option = { value: string; label: string; options?: { value: string; label: string }[] };

/** Everything that may have to hold, chosen by name; a field left empty asks for nothing. */
export function ConditionFields({ when, faults, onChange }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { language } = useSettings();
  const words = useVocabulary();
  const set = (key: Condition, values: string[]): void => {
    const { [key]: _, ...others } = when;
    onChange(values.length > 0 ? { ...others, [key]: values } : others);
  };
  const optionsOf = (terms: Term[]): Option[] =>
    terms.map((term) => ({ value: term.code, label: term[language] }));
  const items: Option[] = words.fields
    .filter((field) => !when.fields || when.fields.includes(field.code) || held(when.items, field.code))
    .map((field) => ({
      value: field.code,
      label: field[language],
      options: field.items.map((item) => ({ value: `${field.code}/${item.code}`, label: item[language] })),
    }));
  const pick = (key: Condition, options: Option[]) => (
    <RuleField name={`when.${key}`} faults={faults}>
      <Select
        id={inputId(`when.${key}`)}
        className="wide"
        mode="multiple"
        allowClear
        placeholder={t('any')}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...(when[key] ?? [])]}
        options={options}
        onChange={(values: string[]) => set(key, values)}
      />
    </RuleField>
  );
  return (
    <>
      {pick('kinds', optionsOf(words.kinds))}
      {pick('fields', optionsOf(words.fields))}
      {pick('items', items)}
      {pick('tags', optionsOf(words.tags))}
      {pick('industries', optionsOf(words.industries))}
      {pick('confidentiality', optionsOf(words.confidentialities))}
      <RuleField name="when.employers" faults={faults} hint={t('employersHint')}>
        <Select
          id={inputId('when.employers')}
          className="wide"
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder={t('any')}
          tokenSeparators={[',', '，', '、', ';', '；']}
          value={[...(when.employers ?? [])]}
          onChange={(values: string[]) => set('employers', plainWords(values))}
        />
      </RuleField>
      <RuleField name="when.places" faults={faults} hint={t('placesHint')}>
        <PlacesPicker
          id={inputId('when.places')}
          value={when.places ?? []}
          placeholder={t('any')}
          onChange={(prefixes) => set('places', prefixes)}
        />
      </RuleField>
    </>
  );
}

const held = (items: readonly string[] | undefined, field: string): boolean =>
  items?.some((item) => item.startsWith(`${field}/`)) ?? false;

/** Trimmed, within the length the server takes, each once. */
const plainWords = (typed: readonly string[]): string[] => [
  ...new Set(typed.map((word) => word.trim().slice(0, MOST_WORD)).filter(Boolean)),
];
