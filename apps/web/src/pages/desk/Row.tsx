import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../app/i18n';

interface Props {
  name: string; // of ContactForm, for the label and the problem
  problem?: string | undefined;
  required?: boolean;
  wide?: boolean;
  group?: boolean; // a group of radios labels itself
  children: ReactNode;
}

/** One field with its label, a star when it is required, and what is wrong with it. */
export function Row({
  name,
  problem,
  required = false,
  wide = false,
  group = false,
  children,
}: Props): ReactElement {
  const t = useTexts('desk');
  const words = (
    <>
      {t(`label.${name}`)}
      {required && (
        <span className="star" title={t('required')} aria-label={t('required')}>
          *
        </span>
      )}
    </>
  );
  return (
    <div className={`row${wide ? ' row-wide' : ''}`} data-field={name}>
      {group ? (
        <span className="row-label">{words}</span>
      ) : (
        <label className="row-label" htmlFor={`desk-${name}`}>
          {words}
        </label>
      )}
      <div className="row-control">
        {children}
        {problem && (
          <p className="row-problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
