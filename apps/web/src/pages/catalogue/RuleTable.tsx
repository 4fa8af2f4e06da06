import { useEffect, useRef, type ReactElement } from 'react';
import { useTexts, type Translate } from '../../app/i18n';
import { useTerm, type TermGroup } from '../../api/vocabulary';
import type { Rule } from './useCatalogue';

interface Props {
  rules: Rule[];
  answering: number | null; // the rule that decides the case being tried
}

const GROUPS: Record<keyof Rule['when'], TermGroup | null> = {
  kinds: 'kinds',
  fields: 'fields',
  tags: 'tags',
  industries: 'industries',
  confidentiality: 'confidentialities',
  items: 'items',
  employers: null,
  places: null,
};

function Conditions({ rule }: { rule: Rule }): ReactElement {
  const t = useTexts('catalogue');
  const term = useTerm();
  const given = (Object.keys(GROUPS) as (keyof Rule['when'])[]).filter(
    (key) => (rule.when[key]?.length ?? 0) > 0,
  );
  if (given.length === 0) return <span className="quiet">{t('always')}</span>;
  return (
    <>
      {given.map((key) => (
        <div key={key} className="rule-when">
          <small>{t(`when.${key}`)}</small>
          {rule.when[key]?.map((code) => (
            <span key={code} className="tag">
              {GROUPS[key] ? term(GROUPS[key], code) : code}
            </span>
          ))}
        </div>
      ))}
    </>
  );
}

function routeText(rule: Rule, t: Translate): string {
  const places = rule.routeBy.map((place) => t(`places.${place}`)).join(t('then'));
  return places ? t('byPlaces', { places }) : '';
}

export function RuleTable({ rules, answering }: Props): ReactElement {
  const t = useTexts('catalogue');
  const hit = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    hit.current?.scrollIntoView({ block: 'nearest' });
  }, [answering]);
  const most = Math.max(1, ...rules.map((rule) => rule.hits30d));
  return (
    <table className="admin-table rule-table">
      <thead>
        <tr>
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
      <tbody>
        {rules.map((rule) => (
          <tr
            key={rule.no}
            ref={rule.no === answering ? hit : null}
            className={rule.no === answering ? 'is-current' : ''}
            aria-current={rule.no === answering}
          >
            <td className="num">{rule.no}</td>
            <td>
              <b>{rule.name}</b>
              <p>{rule.text}</p>
            </td>
            <td>
              <Conditions rule={rule} />
            </td>
            <td>
              {t(`chain.${rule.chain}`)}
              {rule.chain === 'territorial' && ` · ${t('to', { level: t(`level.${rule.level}`) })}`}
              <p className="admin-note">{routeText(rule, t)}</p>
            </td>
            <td className="num">
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
