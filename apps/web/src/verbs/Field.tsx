import { useId, type ReactNode } from 'react';

export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
  status: 'error' | '';
}

interface FieldProps {
  label: string;
  required?: boolean;
  hint?: string;
  error?: string | undefined;
  span?: 1 | 2 | 3 | 4;
  /** For a row of radios: the label names the group instead of one control. */
  group?: boolean;
  children: (control: FieldControl) => ReactNode;
}

/** A label above its control, with the error under it; four fields fit in a row. */
export function Field({
  label,
  required = false,
  hint,
  error,
  span = 4,
  group = false,
  children,
}: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  const described = (error ?? hint) ? note : undefined;
  const control: FieldControl = {
    id,
    'aria-describedby': described,
    'aria-required': required || undefined,
    status: error ? 'error' : '',
  };
  const words = (
    <>
      {label}
      {required && (
        <span className="field-star" aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  return (
    <div
      className={`field is-span-${span}`}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      {group ? (
        <span id={`${id}-label`} className="field-label">
          {words}
        </span>
      ) : (
        <label htmlFor={id} className="field-label">
          {words}
        </label>
      )}
      {children(control)}
      {described !== undefined && (
        <div id={note} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
