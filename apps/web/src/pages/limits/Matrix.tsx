import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../app/i18n';
import type { LimitRow, RuleFault } from '../../api/contract';
import { EmptyState, Icon, newId } from '../../parts';
import { MatrixRow } from './MatrixRow';
import { cellOf } from './useLimits';
import { CLOCKS, COLUMNS, useLimitWords } from './words';

interface Props {
  rows: readonly LimitRow[];
  inForce?: readonly LimitRow[] | undefined; // to tell what the draft changes
  faults: readonly RuleFault[];
  onChange?: (rows: LimitRow[]) => void;
}

/** Whether a row is looked at: a column left open in the row matches every filter. */
function matches(row: LimitRow, search: URLSearchParams): boolean {
  const clock = search.get('clock');
  if (clock !== null && row.clock !== clock) return false;
  return COLUMNS.every((column) => {
    const wanted = search.get(column);
    return wanted === null || row[column] === null || row[column] === wanted;
  });
}

const blank = (clock: LimitRow['clock']): LimitRow => ({
  id: `${clock}-${newId().slice(-8)}`,
  clock,
  urgency: null,
  difficulty: null,
  kind: null,
  field: null,
  level: null,
  amount: 1,
  unit: 'working-days',
});

/** The matrix, one group a clock, in the order of a ticket's life. */
export function Matrix({ rows, inForce, faults, onChange }: Props): ReactElement {
  const t = useTexts('limits');
  const words = useLimitWords();
  const [search] = useSearchParams();
  const old = inForce && new Map(inForce.map((row) => [cellOf(row), row]));
  const shown = rows.map((row, index) => ({ row, index })).filter(({ row }) => matches(row, search));
  const put = (at: number, row: LimitRow | null): void =>
    onChange?.(rows.flatMap((one, index) => (index === at ? (row ?? []) : one)));
  const exampleOf = ({ facts }: RuleFault): string =>
    (['urgency', 'difficulty', 'level'] as const)
      .map((column) => `${t(`columns.${column}`)} ${words.value(column, String(facts?.[column] ?? ''))}`)
      .join(' · ');
  const groups = CLOCKS.map((clock) => ({
    clock,
    own: shown.filter(({ row }) => row.clock === clock),
    gaps: faults.filter((fault) => fault.field === 'rows' && fault.facts?.['clock'] === clock),
  })).filter(({ own, gaps }) => own.length > 0 || gaps.length > 0);
  if (groups.length === 0) return <EmptyState icon="filter" title={t('noMatch')} />;
  return (
    <>
      {groups.map(({ clock, own, gaps }) => (
        <section key={clock} className="limit-group" aria-labelledby={`clock-${clock}`}>
          <h3 id={`clock-${clock}`}>
            {t(`clock.${clock}`)} <span className="quiet">{t('rows', { count: own.length })}</span>
            {onChange && (
              <Button
                size="small"
                type="text"
                icon={<Icon name="plus" size={12} />}
                onClick={() => onChange([...rows, blank(clock)])}
              >
                {t('add')}
              </Button>
            )}
          </h3>
          {gaps[0] && (
            <p className="row-faults" role="alert">
              <Icon name="alert" size={14} />
              {t('fault.gap', { count: gaps.length, example: exampleOf(gaps[0]) })}
            </p>
          )}
          <ul>
            {own.map(({ row, index }) => (
              <MatrixRow
                key={row.id}
                row={row}
                no={index + 1}
                before={old && (old.get(cellOf(row)) ?? null)}
                words={words}
                faults={faults.filter((fault) => `${fault.field}.`.startsWith(`rows.${index}.`))}
                {...(onChange ? { onChange: (changed: LimitRow | null) => put(index, changed) } : {})}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
