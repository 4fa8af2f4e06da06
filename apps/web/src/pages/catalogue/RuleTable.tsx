import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Conditions, Target } from './RuleParts';
import type { Rule } from './useCatalogue';
import { useRuleWords } from './useRuleWords';

interface Props {
  rules: Rule[];
  marked: number | null; // the rule that decides the case being tried, or that a link led to
}

export function RuleTable({ rules, marked }: Props): ReactElement {
  const t = useTexts('catalogue');
  const words = useRuleWords(rules);
  const hit = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    hit.current?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  const most = Math.max(1, ...rules.map((rule) => rule.hits30d));
  return (
    <table className="admin-table stack-table rule-table" role="table">
      <thead>
        <tr role="row">
          <th scope="col" className="num">
            {t('columns.no')}
          </th>
          <th scope="col">{t('columns.rule')}</th>
          <th scope="col">{t('columns.when')}</th>
          <th scope="col">{t('columns.route')}</th>
          <th scope="col" className="num">
            {t('columns.hits')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rules.map((rule) => (
          <tr
            key={rule.no}
            role="row"
            ref={rule.no === marked ? hit : null}
            className={rule.no === marked ? 'is-current' : ''}
            aria-current={rule.no === marked}
          >
            <td role="cell" className="num stack-corner">
              {rule.no}
            </td>
            <td role="cell">
              <b>{rule.name}</b>
              <p>{rule.text}</p>
            </td>
            <td role="cell" data-label={t('columns.when')}>
              <Conditions rule={rule} words={words} />
            </td>
            <td role="cell" data-label={t('columns.route')}>
              <Target rule={rule} />
            </td>
            <td role="cell" className="num" data-label={t('columns.hits')}>
              {t('hits', { count: rule.hits30d.toLocaleString('en-US') })}
              {rule.hits30d > 0 && (
                <span className="hit-bar" style={{ width: `${(rule.hits30d / most) * 100}%` }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
