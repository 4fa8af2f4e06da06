import type { ReactElement } from 'react';
import type { DutyDay, DutyWatch } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { dayText, Icon, minuteText, shortDayText, weekdayOf } from '../../parts';

/** `08:30`, or 次日 08:30 when it lies on the day after. */
const endText = (t: Translate, to: string, day: string): string => {
  const time = minuteText(to);
  if (dayText(to) === day) return time;
  return time === '00:00' ? '24:00' : t('next', { time });
};

export type Gap = DutyDay['gaps'][number];

interface CardProps {
  day: DutyDay;
  cell: string;
  open: (() => void) | null;
}

function Watch({ day, watch, cell, open }: CardProps & { watch: DutyWatch }): ReactElement {
  const t = useTexts('roster');
  const hours = `${minuteText(watch.from)}–${endText(t, watch.to, day.day)}`;
  return (
    <button
      type="button"
      data-cell={cell}
      data-line={watch.lineId}
      className={`watch is-${watch.rank}${watch.onDuty ? ' is-now' : ''}`}
      aria-disabled={!open}
      onClick={open ?? undefined}
    >
      <span className="watch-hours">{hours}</span>
      <strong>{watch.name}</strong>
      <span className="watch-tags">
        <span className="quiet">{t(`rank.${watch.rank}`)}</span>
        {watch.onDuty && <span className="tag tag-accent">{t('now')}</span>}
        {watch.once && <span className="tag">{t('once')}</span>}
        {watch.phoneMasked && <span className="quiet">{watch.phoneMasked}</span>}
      </span>
    </button>
  );
}

function GapCard({ day, gap, cell, open }: CardProps & { gap: Gap }): ReactElement {
  const t = useTexts('roster');
  const whole = minuteText(gap.from) === '00:00' && minuteText(gap.to) === '00:00';
  const hours = whole ? t('allDay') : `${minuteText(gap.from)}–${endText(t, gap.to, day.day)}`;
  return (
    <button
      type="button"
      data-cell={cell}
      className={`watch is-gap${gap.instead ? '' : ' is-bare'}`}
      aria-disabled={!open}
      onClick={open ?? undefined}
    >
      <span className="watch-hours">{hours}</span>
      <strong>{t('gap')}</strong>
      <span className="quiet">
        {gap.instead ? t('instead', { unit: gap.instead.unit.name, name: gap.instead.name }) : t('nobody')}
      </span>
    </button>
  );
}

interface Props {
  day: DutyDay;
  column: number;
  today: string;
  editable: boolean;
  onWatch: (watch: DutyWatch) => void;
  onGap: (gap: Gap) => void;
  onAdd: () => void;
}

/** One day: its watches and its gaps by the hour. */
export function DayColumn({ day, column, today, editable, onWatch, onGap, onAdd }: Props): ReactElement {
  const t = useTexts('roster');
  const may = editable && !day.past;
  const name = `${t(`days.${weekdayOf(day.day)}`)} ${shortDayText(`${day.day}T00:00:00+08:00`)}`;
  const cards = [
    ...day.watches.map((watch) => ({ at: watch.from, watch, gap: null })),
    ...day.gaps.map((gap) => ({ at: gap.from, watch: null, gap })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <section
      className={`roster-day${day.day === today ? ' is-today' : ''}${day.past ? ' is-past' : ''}`}
      aria-label={name}
    >
      <header>
        <h2>{name}</h2>
        {day.day === today && <span className="tag tag-accent">{t('today')}</span>}
        {!day.workday && <span className="tag">{t('free')}</span>}
        {may && (
          <button type="button" className="top-button" aria-label={t('addOn', { day: name })} onClick={onAdd}>
            <Icon name="plus" size={14} />
          </button>
        )}
      </header>
      {cards.map(({ watch, gap }, row) =>
        watch ? (
          <Watch
            key={`${watch.lineId} ${watch.from}`}
            day={day}
            watch={watch}
            cell={`${column} ${row}`}
            open={may && !watch.past ? () => onWatch(watch) : null}
          />
        ) : (
          <GapCard
            key={gap.from}
            day={day}
            gap={gap}
            cell={`${column} ${row}`}
            open={may && !gap.past ? () => onGap(gap) : null}
          />
        ),
      )}
    </section>
  );
}
