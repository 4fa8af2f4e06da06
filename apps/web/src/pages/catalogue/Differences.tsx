import type { ReactElement, ReactNode } from 'react';
import type { CatalogueComparison, CatalogueRule, CatalogueRuleChange } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { type Mark, type Marks, markValues, markWords } from './marks';
import { Conditions, Target } from './RuleParts';
import { type RuleWords, useChangeWords } from './useRuleWords';

const TEXTS = new Set(['name', 'text']);

interface SideProps {
  marks: Mark[];
  as: 'del' | 'ins';
  listed: boolean;
}

/** One side of a field: what the other side lacks is struck out, or underlined, besides its colour. */
function Side({ marks, as: As, listed }: SideProps): ReactElement {
  const t = useTexts('catalogue');
  if (marks.length === 0) return <span className="quiet">{t('comparing.nothing')}</span>;
  return (
    <>
      {marks.map(({ text, changed }, at) => {
        const shown = changed ? <As className="mark">{text}</As> : text;
        return (
          <span key={at} className={listed ? 'tag rule-tag' : undefined}>
            {shown}
          </span>
        );
      })}
    </>
  );
}

function marksOf({ field, before, after }: CatalogueRuleChange['fields'][number], words: RuleWords): Marks {
  if (TEXTS.has(field)) return markWords(before[0] ?? '', after[0] ?? '');
  const named = (values: readonly string[]) => values.map((value) => words.value(field, value));
  return markValues(named(before), named(after), field === 'routeBy');
}

interface RuleHeadProps {
  no: number;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  link: ReactNode;
}

function RuleHead({ no, name, kind, link }: RuleHeadProps): ReactElement {
  const t = useTexts('catalogue');
  const sign = { added: '+', removed: '−', changed: '≠' }[kind];
  return (
    <header>
      <span className={`tag difference-kind is-${kind}`}>
        <span aria-hidden>{sign}</span> {t(`comparing.kind.${kind}`)}
      </span>
      <h3>
        {t('ruleNo', { no })} {name || t('unnamed')}
      </h3>
      <span className="admin-space" />
      {link}
    </header>
  );
}

interface Props {
  found: CatalogueComparison;
  names: { before: string; after: string };
  /** A way to the rule on the side that has it. */
  linkOf?: (no: number, side: 'before' | 'after') => ReactNode;
}

function ChangedRule({
  rule,
  names,
  words,
}: { rule: CatalogueRuleChange; words: RuleWords } & Pick<Props, 'names'>) {
  return (
    <div className="difference-fields" role="table">
      <div role="row" className="difference-head">
        <span role="columnheader" />
        <span role="columnheader">{names.before}</span>
        <span role="columnheader">{names.after}</span>
      </div>
      {rule.fields.map((change) => {
        const marks = marksOf(change, words);
        const listed = change.field.startsWith('when.') || change.field === 'routeBy';
        return (
          <div role="row" key={change.field}>
            <span role="rowheader">{words.field(change.field)}</span>
            <span role="cell" data-label={names.before}>
              <Side marks={marks.before} as="del" listed={listed} />
            </span>
            <span role="cell" data-label={names.after}>
              <Side marks={marks.after} as="ins" listed={listed} />
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** A rule only one side has, on its side. */
function WholeRule({
  rule,
  side,
  names,
  words,
}: { rule: CatalogueRule; side: 'before' | 'after'; words: RuleWords } & Pick<Props, 'names'>) {
  const t = useTexts('catalogue');
  return (
    <div className={`difference-whole is-${side}`}>
      <div className="difference-rule">
        <p className="quiet difference-side">{names[side]}</p>
        <p>{rule.text}</p>
        <div>
          <Conditions rule={rule} words={words} />
        </div>
        <div>
          <Target rule={rule} />
        </div>
        <p className="admin-note">{t('rankNo', { rank: rule.rank })}</p>
      </div>
      <p className="quiet difference-empty">{t('comparing.absent')}</p>
    </div>
  );
}

/** Rules side by side: added, removed, and changed ones with the changed words marked. */
export function Differences({ found, names, linkOf }: Props): ReactElement {
  const { added, removed, changed } = found;
  const words = useChangeWords(changed, [...added, ...removed]);
  const whole = (rules: readonly CatalogueRule[], side: 'before' | 'after', kind: 'added' | 'removed') =>
    rules.map((rule) => (
      <article key={`${kind} ${rule.no}`} className="difference">
        <RuleHead no={rule.no} name={rule.name} kind={kind} link={linkOf?.(rule.no, side)} />
        <WholeRule rule={rule} side={side} names={names} words={words} />
      </article>
    ));
  return (
    <div className="differences">
      {changed.map((rule, at) => (
        <article key={`${rule.no} ${at}`} className="difference">
          <RuleHead no={rule.no} name={rule.name} kind="changed" link={linkOf?.(rule.no, 'after')} />
          <ChangedRule rule={rule} names={names} words={words} />
        </article>
      ))}
      {whole(added, 'after', 'added')}
      {whole(removed, 'before', 'removed')}
    </div>
  );
}
