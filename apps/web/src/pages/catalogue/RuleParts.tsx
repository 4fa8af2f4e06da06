import type { ReactElement } from 'react';
import type { CatalogueRule } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import { CONDITIONS } from './rules';
import type { RuleWords } from './useRuleWords';

const MOST_SHOWN = 6;

interface Props {
  rule: CatalogueRule;
  words: RuleWords;
}

/** What must hold for a rule to speak, in words; of a long list the beginning, the rest in the title. */
export function Conditions({ rule, words }: Props): ReactElement {
  const t = useTexts('catalogue');
  const given = CONDITIONS.filter((key) => (rule.when[key]?.length ?? 0) > 0);
  if (given.length === 0) return <span className="quiet">{t('always')}</span>;
  return (
    <>
      {given.map((key) => {
        const values = (rule.when[key] ?? []).map((value) => words.value(`when.${key}`, value));
        const rest = values.slice(MOST_SHOWN);
        return (
          <div key={key} className="rule-when">
            <small>{t(`when.${key}`)}</small>
            {values.slice(0, MOST_SHOWN).map((value) => (
              <span key={value} className="tag rule-tag" title={value}>
                {value}
              </span>
            ))}
            {rest.length > 0 && (
              <small title={rest.join(mark('list'))}>{t('more', { count: rest.length })}</small>
            )}
          </div>
        );
      })}
    </>
  );
}

/** Where a rule sends. */
export function Target({ rule }: { rule: CatalogueRule }): ReactElement {
  const t = useTexts('catalogue');
  if (rule.chain === 'unit') {
    return (
      <>
        {rule.unit?.name ?? <span className="quiet">{t('noUnit')}</span>}
        <p className="admin-note">{t('chain.unit')}</p>
      </>
    );
  }
  if (rule.chain === 'industrial') return <>{t('chain.industrial')}</>;
  const places = rule.routeBy.map((place) => t(`places.${place}`)).join(t('then'));
  return (
    <>
      {t('chain.territorial')} · {t('to', { level: t(`level.${rule.level}`) })}
      <p className="admin-note">{places ? t('byPlaces', { places }) : t('noPlaces')}</p>
    </>
  );
}
