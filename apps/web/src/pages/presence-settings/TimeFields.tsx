import { InputNumber } from 'antd';
import type { ReactElement } from 'react';
import type { PresenceRules, PresenceSettings } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { TIMES, type TimeField } from './form';
import { faultAt } from './useSettings';

interface Props {
  settings: PresenceSettings;
  rules: PresenceRules;
  error: unknown;
  change: ((rules: Partial<PresenceRules>) => void) | null;
}

interface RowProps extends Props {
  at: (typeof TIMES)[number];
}

function TimeRow({ at: { field, unit, min, max }, settings, rules, error, change }: RowProps): ReactElement {
  const t = useTexts('presenceSettings');
  const value = rules[field];
  const was = settings.held.settings[field];
  const above = settings.own ? settings.above?.settings[field] : undefined;
  const fault = faultAt(error, `settings.${field}`);
  const words = (count: number): string => `${count} ${t(`units.${unit}`, { count })}`;
  return (
    <li className="rule-row">
      <label htmlFor={`rule-${field}`}>
        <strong>{t(`fields.${field satisfies TimeField}`)}</strong>
        <span className="quiet">{t(`hints.${field}`)}</span>
      </label>
      <span className="rule-value">
        {value !== was && <s className="quiet number">{was}</s>}
        {change ? (
          <InputNumber
            id={`rule-${field}`}
            controls={false}
            min={min}
            max={max}
            precision={0}
            {...(fault ? { status: 'error' as const } : {})}
            value={value}
            onChange={(typed) => typed !== null && change({ [field]: typed })}
          />
        ) : (
          <b id={`rule-${field}`} className="number">
            {value}
          </b>
        )}
        <span className="rule-unit">
          {t(`units.${unit}`, { count: value })}
          {above !== undefined && above !== value && (
            <small className="quiet">{t('above', { value: words(above) })}</small>
          )}
        </span>
      </span>
      {fault && (
        <p className="row-problem" role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}

/** How long and how often; where the unit has its own, what the one above has is named beside it. */
export function TimeFields(props: Props): ReactElement {
  const t = useTexts('presenceSettings');
  return (
    <section aria-labelledby="rule-times">
      <h2 id="rule-times">{t('times')}</h2>
      <ul className="rule-rows">
        {TIMES.map((at) => (
          <TimeRow key={at.field} at={at} {...props} />
        ))}
      </ul>
    </section>
  );
}
