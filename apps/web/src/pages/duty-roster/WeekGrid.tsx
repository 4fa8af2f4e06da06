import type { KeyboardEvent, ReactElement } from 'react';
import type { DutyDay, DutyWatch, DutyWeek } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DayColumn, type Gap } from './DayColumn';
import { type Arrow, nextCell } from './next-cell';

interface Props {
  week: DutyWeek;
  onWatch: (day: DutyDay, watch: DutyWatch) => void;
  onGap: (day: DutyDay, gap: Gap) => void;
  onAdd: (day: DutyDay) => void;
  onMove: (day: DutyDay, watch: DutyWatch, by: 1 | -1) => void;
  onRemove: (day: DutyDay, watch: DutyWatch) => void;
}

const isArrow = (key: string): key is Arrow => key.startsWith('Arrow');

/** Seven days side by side, one under the other on the phone; the arrows go from card to card. */
export function WeekGrid({ week, onWatch, onGap, onAdd, onMove, onRemove }: Props): ReactElement {
  const t = useTexts('roster');
  const heights = week.days.map(({ watches, gaps }) => watches.length + gaps.length);
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    if (!card) return;
    const [column = 0, row = 0] = (card.dataset['cell'] ?? '').split(' ').map(Number);
    const day = week.days[column];
    const watch = day?.watches.find(({ lineId }) => lineId === card.dataset['line']);
    const may = week.editable && day && watch && !watch.past;
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault();
      if (may) onMove(day, watch, event.key === 'ArrowLeft' ? -1 : 1);
      return;
    }
    if (event.key === 'Delete' && may) {
      event.preventDefault();
      onRemove(day, watch);
      return;
    }
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = nextCell(heights, { column, row }, event.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.column} ${next.row}"]`)?.focus();
  };
  return (
    <div className="roster-week" tabIndex={0} role="group" aria-label={t('title')} onKeyDown={press}>
      {week.days.map((day, column) => (
        <DayColumn
          key={day.day}
          day={day}
          column={column}
          today={week.today}
          editable={week.editable}
          onWatch={(watch) => onWatch(day, watch)}
          onGap={(gap) => onGap(day, gap)}
          onAdd={() => onAdd(day)}
        />
      ))}
    </div>
  );
}
