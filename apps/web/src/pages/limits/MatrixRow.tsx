import { Button, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { LimitRow, RuleFault } from '../../api/contract';
import { Icon } from '../../parts';
import { type Column, COLUMNS, type LimitWords, UNITS } from './words';

interface Props {
  row: LimitRow;
  no: number; // as the checks number it, from 1
  before: LimitRow | null | undefined; // in the version in force; null: it has none; undefined: not compared
  faults: readonly RuleFault[];
  words: LimitWords;
  onChange?: (row: LimitRow | null) => void; // absent: to look at only
}

function Conditions({ row, words }: Pick<Props, 'row' | 'words'>): ReactElement {
  const t = useTexts('limits');
  const given = COLUMNS.filter((column) => row[column] !== null);
  if (given.length === 0) return <span className="quiet">{t('anyCase')}</span>;
  return (
    <span className="limit-when">
      {given.map((column) => (
        <span key={column} className={`tag${row[column] === 'urgent' ? ' tag-bad' : ''}`}>
          {t(`columns.${column}`)} {words.value(column, row[column] ?? '')}
        </span>
      ))}
    </span>
  );
}

function ConditionFields({
  row,
  words,
  onChange,
}: Pick<Props, 'row' | 'words'> & { onChange: (row: LimitRow) => void }): ReactElement {
  const t = useTexts('limits');
  const put = (column: Column, code: string | undefined): void =>
    onChange({ ...row, [column]: code ?? null } as LimitRow);
  return (
    <span className="limit-fields">
      {COLUMNS.map((column) => (
        <Select<string>
          key={column}
          size="small"
          allowClear
          popupMatchSelectWidth={false}
          aria-label={t(`columns.${column}`)}
          placeholder={`${t(`columns.${column}`)} ${t('any')}`}
          value={row[column]}
          options={words.options[column]}
          onChange={(code: string | undefined) => put(column, code)}
        />
      ))}
    </span>
  );
}

/** One limit: when it holds, how long, and what it was before the draft. */
export function MatrixRow({ row, no, before, faults, words, onChange }: Props): ReactElement {
  const t = useTexts('limits');
  const changed = before && (before.amount !== row.amount || before.unit !== row.unit);
  return (
    <li className={`limit-row${faults.length > 0 ? ' has-fault' : ''}`}>
      <span className="limit-no number" aria-hidden>
        {no}
      </span>
      {onChange ? (
        <ConditionFields row={row} words={words} onChange={onChange} />
      ) : (
        <Conditions row={row} words={words} />
      )}
      <span className="limit-amount">
        {before === null && <span className="tag tag-new">{t('comparing.fresh')}</span>}
        {changed && <s className="quiet">{words.limit(before)}</s>}
        {onChange ? (
          <>
            <InputNumber
              size="small"
              controls={false}
              aria-label={t('amount')}
              value={row.amount}
              onChange={(amount) => onChange({ ...row, amount: Math.trunc(amount ?? 0) })}
            />
            <Select
              size="small"
              popupMatchSelectWidth={false}
              aria-label={t('unitName')}
              value={row.unit}
              options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
              onChange={(unit: LimitRow['unit']) => onChange({ ...row, unit })}
            />
            <Button
              size="small"
              type="text"
              aria-label={t('remove')}
              icon={<Icon name="trash" size={14} />}
              onClick={() => onChange(null)}
            />
          </>
        ) : (
          <b>{words.limit(row)}</b>
        )}
      </span>
      {faults.length > 0 && (
        <p className="row-faults" role="alert">
          <Icon name="alert" size={14} />
          {faults.map((fault) => t(`fault.${fault.code}`, fault.facts)).join(mark('clause'))}
        </p>
      )}
    </li>
  );
}
