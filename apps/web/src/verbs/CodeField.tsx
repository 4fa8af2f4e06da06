import { Select } from 'antd';
import { type TermGroup, useVocabulary } from '../api/vocabulary';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { Field } from './Field';

interface CodeFieldProps {
  label: string;
  group: Exclude<TermGroup, 'items'>;
  value: string | null;
  onChange: (code: string) => void;
  error?: string | undefined;
  tried: boolean;
  span?: 1 | 2 | 3 | 4;
}

/** One code of a word list of the server; always required. */
export function CodeField({ label, group, value, onChange, error, tried, span = 2 }: CodeFieldProps) {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const terms = useVocabulary()[group];
  return (
    <Field
      label={label}
      required
      span={span}
      error={error ?? (tried && value === null ? t('required') : undefined)}
    >
      {(control) => (
        <Select
          {...control}
          placeholder={t('return.code.hint')}
          options={terms.map((term) => ({ value: term.code, label: term[language] }))}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
