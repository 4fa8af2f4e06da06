import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import { type BreakRow, EMPTY_BREAK, minutesOf, moved, secondsOf } from './form';
import { faultAt } from './useSettings';

interface Props {
  rows: readonly BreakRow[];
  /** codes on record: they name what is in reports and at the switchboard, and stay */
  known: ReadonlySet<string>;
  error: unknown;
  change: ((rows: BreakRow[]) => void) | null;
}

interface RowProps {
  row: BreakRow;
  at: number;
  last: boolean;
  fixed: boolean;
  error: unknown;
  put: (part: Partial<BreakRow>) => void;
  move: (by: 1 | -1) => void;
  remove: () => void;
}

const INTENTS = ['break', 'training'] as const;

function EditedRow({ row, at, last, fixed, error, put, move, remove }: RowProps): ReactElement {
  const t = useTexts('presenceSettings');
  const name = row.zh || t('unnamed');
  const fault = (field: keyof BreakRow): string | undefined =>
    faultAt(error, `settings.breaks.${at}.${field}`);
  const status = (field: keyof BreakRow): object => (fault(field) ? { status: 'error' } : {});
  const faults = (['zh', 'en', 'reason', 'limitSeconds'] as const).flatMap((field) => fault(field) ?? []);
  const text = (field: 'zh' | 'en' | 'reason', max: number): ReactElement => (
    <Input
      aria-label={`${name}${mark('colon')}${t(`columns.${field}`)}`}
      maxLength={max}
      {...status(field)}
      placeholder={field === 'reason' ? t('code') : t(`columns.${field}`)}
      {...(field === 'reason' ? { title: t('codeHint') } : {})}
      value={row[field]}
      onChange={(event) => put({ [field]: event.target.value })}
    />
  );
  return (
    <li className="break-row">
      <Select
        aria-label={`${name}${mark('colon')}${t('columns.intent')}`}
        value={row.intent}
        options={INTENTS.map((value) => ({ value, label: t(`intents.${value}`) }))}
        onChange={(intent) => put({ intent })}
      />
      {text('zh', 20)}
      {text('en', 40)}
      {fixed ? <code className="quiet">{row.reason}</code> : text('reason', 64)}
      <InputNumber
        aria-label={`${name}${mark('colon')}${t('columns.limit')}`}
        controls={false}
        min={1}
        max={1440}
        placeholder={t('noLimit')}
        {...status('limitSeconds')}
        value={minutesOf(row.limitSeconds)}
        onChange={(minutes) => put({ limitSeconds: secondsOf(minutes) })}
      />
      <span className="break-acts">
        <Button type="text" aria-label={t('up', { name })} disabled={at === 0} onClick={() => move(-1)}>
          <span className="is-up">
            <Icon name="chevron-down" />
          </span>
        </Button>
        <Button type="text" aria-label={t('down', { name })} disabled={last} onClick={() => move(1)}>
          <Icon name="chevron-down" />
        </Button>
        <Button type="text" aria-label={t('remove', { name })} onClick={remove}>
          <Icon name="trash" />
        </Button>
      </span>
      {faults.length > 0 && (
        <p className="row-problem" role="alert">
          {[...new Set(faults)].join(mark('clause'))}
        </p>
      )}
    </li>
  );
}

function ShownRow({ row }: { row: BreakRow }): ReactElement {
  const t = useTexts('presenceSettings');
  const minutes = minutesOf(row.limitSeconds);
  return (
    <li className="break-row is-shown">
      <span>{t(`intents.${row.intent}`)}</span>
      <strong>{row.zh}</strong>
      <span>{row.en}</span>
      <code className="quiet">{row.reason}</code>
      <span className="number">{minutes === null ? t('noLimit') : t('minutes', { count: minutes })}</span>
    </li>
  );
}

/** The reasons agents choose from, in the order in which the menu lists them. */
export function BreakFields({ rows, known, error, change }: Props): ReactElement {
  const t = useTexts('presenceSettings');
  const heads = ['intent', 'zh', 'en', 'reason', 'limit'] as const;
  return (
    <section aria-labelledby="rule-breaks">
      <h2 id="rule-breaks">{t('breaks')}</h2>
      <p className="quiet">{t('breaksHint')}</p>
      <p className={`break-row break-head${change ? '' : ' is-shown'}`} aria-hidden>
        {heads.map((head) => (
          <span key={head}>{t(`columns.${head}`)}</span>
        ))}
      </p>
      <ul className="rule-rows">
        {rows.map((row, at) =>
          change ? (
            <EditedRow
              // A new row has no code yet: its place names it.
              key={known.has(row.reason) ? row.reason : `new ${at}`}
              row={row}
              at={at}
              last={at === rows.length - 1}
              fixed={known.has(row.reason)}
              error={error}
              put={(part) => change(rows.map((one, place) => (place === at ? { ...one, ...part } : one)))}
              move={(by) => change(moved(rows, at, by))}
              remove={() => change(rows.filter((_, place) => place !== at))}
            />
          ) : (
            <ShownRow key={row.reason} row={row} />
          ),
        )}
      </ul>
      {change && (
        <Button icon={<Icon name="plus" />} onClick={() => change([...rows, EMPTY_BREAK])}>
          {t('add')}
        </Button>
      )}
    </section>
  );
}
