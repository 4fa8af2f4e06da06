import { useId } from 'react';

interface ChoiceProps<T extends string> {
  options: readonly { value: T; label: string; tone?: 'ok' | 'bad' }[];
  value: T | null;
  onChange: (value: T) => void;
  label: string;
}

/** A row of radios that look like buttons: nothing is chosen until a person chooses it. */
export function Choice<T extends string>({ options, value, onChange, label }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div className="choice" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={`choice-option${value === option.value ? ' is-on' : ''}`}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
