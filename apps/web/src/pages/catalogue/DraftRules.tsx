import { Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { CatalogueFault } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { EmptyState, Icon } from '../../parts';
import { Conditions, Target } from './RuleParts';
import { type EditedRule, faultsAt } from './rules';
import { type RuleWords, useRuleWords } from './useRuleWords';

const PAGE = 50;

interface Props {
  rules: readonly EditedRule[];
  rows: readonly number[]; // positions to show, all or those found
  faults: readonly CatalogueFault[];
  marked: number | null; // position
  editable: boolean;
  onOpen: (at: number) => void;
  onDuplicate: (at: number) => void;
  onRemove: (at: number) => void;
}

interface RowProps extends Omit<Props, 'rules' | 'rows' | 'marked'> {
  rule: EditedRule;
  at: number;
  current: boolean;
  words: RuleWords;
}

function DraftRule({ rule, at, current, words, faults, editable, ...on }: RowProps): ReactElement {
  const t = useTexts('catalogue');
  const own = faultsAt(faults, at + 1);
  const name = rule.name || t('unnamed');
  return (
    <tr
      role="row"
      className={current ? 'is-current' : own.length > 0 ? 'has-fault' : ''}
      aria-current={current}
    >
      <td role="cell" className="num stack-corner">
        {rule.no}
        <p className="admin-note">{t('row', { row: at + 1 })}</p>
      </td>
      <td role="cell">
        {editable ? (
          <button type="button" className="link-button rule-name" onClick={() => on.onOpen(at)}>
            <b>{name}</b>
          </button>
        ) : (
          <b>{name}</b>
        )}
        {own.length > 0 && (
          <span className="tag tag-bad">
            <Icon name="alert" size={14} /> {t('faults.count', { count: own.length })}
          </span>
        )}
        <p>{rule.text}</p>
      </td>
      <td role="cell" data-label={t('columns.when')}>
        <Conditions rule={rule} words={words} />
      </td>
      <td role="cell" data-label={t('columns.route')}>
        <Target rule={rule} />
      </td>
      <td role="cell" className="num" data-label={t('columns.rank')}>
        {rule.rank}
      </td>
      <td role="cell" className="row-acts">
        {editable && (
          <>
            <Button
              size="small"
              type="text"
              aria-label={t('duplicateRule', { name })}
              title={t('duplicate')}
              icon={<Icon name="copy" />}
              onClick={() => on.onDuplicate(at)}
            />
            <Button
              size="small"
              type="text"
              aria-label={t('removeRule', { name })}
              title={t('remove')}
              icon={<Icon name="trash" />}
              onClick={() => on.onRemove(at)}
            />
          </>
        )}
      </td>
    </tr>
  );
}

/** The rules of a draft in the order of their rows, fifty at a time: the next fifty begin after the last one shown. */
export function DraftRules({ rules, rows, marked, ...rest }: Props): ReactElement {
  const t = useTexts('catalogue');
  const [shown, setShown] = useState(PAGE);
  const place = marked === null ? -1 : rows.indexOf(marked);
  useEffect(() => {
    if (place >= shown) setShown(place + PAGE);
  }, [place, shown]);
  const page = rows.slice(0, shown);
  const words = useRuleWords(page.flatMap((at) => rules[at] ?? []));
  if (rows.length === 0)
    return <EmptyState icon="list" title={t(rules.length === 0 ? 'noRules' : 'noneFound')} />;
  return (
    <>
      <table className="admin-table stack-table rule-table draft-table" role="table">
        <thead>
          <tr role="row">
            <th scope="col" className="num">
              {t('columns.no')}
            </th>
            <th scope="col">{t('columns.rule')}</th>
            <th scope="col">{t('columns.when')}</th>
            <th scope="col">{t('columns.route')}</th>
            <th scope="col" className="num">
              {t('columns.rank')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('columns.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {page.map((at) => {
            const rule = rules[at];
            return (
              rule && (
                <DraftRule
                  key={rule.key}
                  {...rest}
                  rule={rule}
                  at={at}
                  current={at === marked}
                  words={words}
                />
              )
            );
          })}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button type="link" className="admin-more" onClick={() => setShown(shown + PAGE)}>
          {t('nextRules', { count: Math.min(PAGE, rows.length - shown), left: rows.length - shown })}
        </Button>
      )}
    </>
  );
}
