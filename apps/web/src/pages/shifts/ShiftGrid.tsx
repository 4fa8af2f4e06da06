import type { ClipboardEvent, KeyboardEvent, ReactElement } from 'react';
import type { ShiftWeek } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { cellKey, type Cells, readCell, storedCells } from './cells';

interface Props {
  week: ShiftWeek;
  cells: Cells;
  onChange: (cells: Cells) => void;
  /** a block copied out of a spreadsheet */
  onBlock: (text: string) => void;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Enter: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Left and right move inside the text until its end is reached. */
function leaves(input: HTMLInputElement, key: string): boolean {
  const at = input.selectionStart;
  const all = at === 0 && input.selectionEnd === input.value.length;
  if (key === 'ArrowLeft') return all || (at === 0 && input.selectionEnd === 0);
  return key !== 'ArrowRight' || all || at === input.value.length;
}

function move(event: KeyboardEvent<HTMLTableElement>): void {
  const input = event.target as HTMLInputElement;
  const step = STEPS[event.key];
  const place = input.dataset['cell'];
  if (!step || place === undefined || event.nativeEvent.isComposing || !leaves(input, event.key)) return;
  const [row = 0, column = 0] = place.split(' ').map(Number);
  const next = `${row + step[0]} ${column + step[1]}`;
  const target = event.currentTarget.querySelector<HTMLInputElement>(`[data-cell="${next}"]`);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.select();
}

/** A week as a sheet: a line a person, a column a day, hours typed into the cells. */
export function ShiftGrid({ week, cells, onChange, onBlock }: Props): ReactElement {
  const t = useTexts('shifts');
  const stored = storedCells(week);
  const textOf = (accountId: string, day: string): string =>
    cells[cellKey(accountId, day)] ?? stored[cellKey(accountId, day)] ?? '';
  const onDay = (day: string): number =>
    week.people.filter(({ accountId }) => (readCell(textOf(accountId, day)) ?? []).length > 0).length;
  /** Nothing to read and nothing to write: on the phone one line says so. */
  const idle = (accountId: string): boolean =>
    week.days.every(({ day, past }) => textOf(accountId, day) === '' && (past || !week.editable));
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onBlock(text);
  };
  return (
    <div className="shift-scroll" role="region" aria-label={t('title')} tabIndex={0}>
      <table className="shift-grid" onKeyDown={move} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {week.days.map(({ day, workday }, index) => (
              <th key={day} scope="col" className={day === week.today ? 'is-today' : undefined}>
                <span>{t(`days.${index + 1}`)}</span> {day.slice(5)}
                {!workday && <em>{t('free')}</em>}
                <small>{t('people', { count: onDay(day) })}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.people.map(({ accountId, name }, row) => (
            <tr key={accountId} className={idle(accountId) ? 'is-idle' : undefined} data-idle={t('idle')}>
              <th scope="row" title={name}>
                {name}
              </th>
              {week.days.map(({ day, past }, column) => {
                const text = textOf(accountId, day);
                const key = cellKey(accountId, day);
                const changed = cells[key] !== undefined && cells[key] !== (stored[key] ?? '');
                return (
                  <td
                    key={day}
                    data-label={`${t(`days.${column + 1}`)} ${day.slice(5)}`}
                    className={changed ? 'is-changed' : undefined}
                  >
                    {week.editable && !past ? (
                      <input
                        aria-label={t('cell', { name, day: `${t(`days.${column + 1}`)} ${day.slice(5)}` })}
                        aria-invalid={readCell(text) === null}
                        data-cell={`${row} ${column}`}
                        value={text}
                        maxLength={40}
                        placeholder={t('off')}
                        autoComplete="off"
                        onFocus={(event) => event.target.select()}
                        onChange={(event) => onChange({ [key]: event.target.value })}
                      />
                    ) : (
                      <span className={past ? `is-past${text ? '' : ' is-none'}` : undefined}>
                        {text || '—'}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
