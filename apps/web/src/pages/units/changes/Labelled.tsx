import type { ReactElement, ReactNode } from 'react';

interface Props {
  id: string;
  label: string;
  hint?: string;
  problem?: string | undefined;
  children: ReactNode;
}

/** A field with its word above, a hint and the server's objection below. */
export function Labelled({ id, label, hint, problem, children }: Props): ReactElement {
  return (
    <div className="change-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problem ? (
        <p className="change-problem" role="alert">
          {problem}
        </p>
      ) : (
        hint && <p className="admin-note">{hint}</p>
      )}
    </div>
  );
}
