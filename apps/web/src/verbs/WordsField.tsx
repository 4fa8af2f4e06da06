import { Input } from 'antd';
import { useTexts } from '../app/i18n';
import { Field } from './Field';

interface WordsFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  tried?: boolean;
  rows?: number;
}

/** Free words of a form; a required one says so once sending was tried. */
export function WordsField(props: WordsFieldProps) {
  const { label, value, onChange, hint, required = false, tried = false, rows = 3 } = props;
  const t = useTexts('verbs');
  const missing = required && tried && value.trim() === '' ? t('required') : undefined;
  return (
    <Field label={label} required={required} error={props.error ?? missing}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: rows, maxRows: 8 }}
          placeholder={hint ?? (required ? '' : t('optional'))}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
