import type { ReactElement, ReactNode } from 'react';
import type { CatalogueFault } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon } from '../../parts';
import { fieldOf } from './rules';

interface Props {
  name: string; // of the field as faults name it: `when.kinds`
  faults: readonly CatalogueFault[]; // of the whole rule
  children: ReactNode;
  hint?: string;
  grouped?: boolean; // several controls: the label names the group
}

export const inputId = (name: string): string => `rule-${name.replace('.', '-')}`;

/** Moves the focus to a field of the open rule, where a fault was named. */
export function focusField(name: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${name}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input:not([disabled]), textarea, button:not([disabled])')?.focus();
}

/** The words of a fault without “Rule 12 (row 5)”: here it stands in that rule. */
const short = (words: string): string =>
  words.replace(/^(?:第 \d+ 条（第 \d+ 行）：|Rule \d+ \(row \d+\) )/, '');

/** A labelled control of the rule form with what the server says is wrong about it. */
export function RuleField({ name, faults, children, hint, grouped = false }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { language } = useSettings();
  const own = faults.filter((fault) => fieldOf(fault) === name);
  const label = t(`field.${name.replace('when.', '')}`);
  return (
    <div
      className={`rule-field${own.length > 0 ? ' has-fault' : ''}`}
      data-field={name}
      role={grouped ? 'group' : undefined}
      aria-label={grouped ? label : undefined}
    >
      {grouped ? (
        <span className="rule-label" aria-hidden>
          {label}
        </span>
      ) : (
        <label className="rule-label" htmlFor={inputId(name)}>
          {label}
        </label>
      )}
      {children}
      {hint && <p className="admin-note">{hint}</p>}
      {own.map((fault, at) => (
        <p key={at} className="rule-fault" role="alert">
          <Icon name="alert" size={14} /> {short(fault.words[language])}
        </p>
      ))}
    </div>
  );
}
