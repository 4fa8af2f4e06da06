import './legal.css';
import { Checkbox, Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { FACT_GROUPS, type FactDay, type LegalFacts } from './facts';
import { InterruptionRows, SuspensionRows } from './PauseRows';

interface Props {
  facts: LegalFacts;
  change: (facts: LegalFacts) => void;
  /** `employmentEnded` → what the server said about it. */
  problems: Record<string, string>;
}

function DayField({ name, facts, change, problems }: Props & { name: FactDay }): ReactElement {
  const t = useTexts('legal');
  const id = useId();
  const problem = problems[name];
  return (
    <div className="legal-field">
      <label htmlFor={id}>{t(`fact.${name}`)}</label>
      <Input
        id={id}
        type="date"
        size="small"
        min="1995-01-01"
        value={facts[name] ?? ''}
        status={problem ? 'error' : ''}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => change({ ...facts, [name]: event.target.value })}
      />
      {problem && (
        <p id={`${id}-problem`} className="legal-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** The days of a case, by chapter of the law; only the first chapter and those in use are open. */
export function FactsForm(props: Props): ReactElement {
  const t = useTexts('legal');
  const { facts, change, problems } = props;
  const inUse = (days: readonly FactDay[]): boolean => days.some((day) => facts[day] || problems[day]);
  return (
    <div className="legal-facts">
      {FACT_GROUPS.map(({ name, days }) => (
        <details key={name} open={name === 'work' || inUse(days)}>
          <summary>{t(`group.${name}`)}</summary>
          {name === 'work' && (
            <Checkbox
              checked={facts.wagesOwed ?? false}
              onChange={(event) => change({ ...facts, wagesOwed: event.target.checked })}
            >
              {t('wagesOwed')}
            </Checkbox>
          )}
          <div className="legal-fields">
            {days.map((day) => (
              <DayField key={day} name={day} {...props} />
            ))}
          </div>
        </details>
      ))}
      <details open={(facts.interruptions ?? []).length + (facts.suspensions ?? []).length > 0}>
        <summary>
          {t('fact.interruptions')} · {t('fact.suspensions')}
        </summary>
        <InterruptionRows {...props} />
        <SuspensionRows {...props} />
      </details>
    </div>
  );
}
