import { memo } from 'react';
import { Link } from 'react-router';
import type { TicketRow } from '../../api/contract';
import { useTerm } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { CardMark, dayText, Icon, Kbd, minuteText, shortDayText } from '../../parts';
import { useStepWords } from '../../verbs';
import type { SignOutcome } from './useBulkSign';

interface TicketLineProps {
  row: TicketRow;
  rowIndex: number;
  active: boolean;
  selected: boolean;
  outcome: SignOutcome | undefined;
  trail: object;
  onActivate: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
}

function updatedText(at: string): string {
  return dayText(at) === dayText(Date.now()) ? minuteText(at) : shortDayText(at);
}

function LineTags({ row }: { row: TicketRow }) {
  const t = useTexts('inbox');
  const term = useTerm();
  return (
    <>
      {row.urgency === 'urgent' && <span className="tag tag-bad">{t('urgent')}</span>}
      {(row.people ?? 0) > 1 && <span className="tag">{t('people', { count: row.people })}</span>}
      {row.nextBeside && (
        <span className="tag">{t('dueFirst', { clock: t(`clock.${row.nextBeside}`) })}</span>
      )}
      {row.supervised && <span className="tag tag-bad">{t('supervised')}</span>}
      {row.assignee && (
        <span className="tag" title={t('filters.assigned')}>
          {row.assignee.displayName}
        </span>
      )}
      {row.redo && <span className="tag">{t('redo')}</span>}
      {row.tags.slice(0, 2).map((tag) => (
        <span key={tag} className="tag">
          {term('tags', tag)}
        </span>
      ))}
    </>
  );
}

function OutcomeWords({ outcome }: { outcome: SignOutcome }) {
  const t = useTexts('inbox');
  if (outcome.phase === 'running') return <span className="quiet">…</span>;
  if (outcome.phase === 'done') {
    return (
      <span className="line-done">
        <Icon name="check" size={14} /> {t('signed')}
      </span>
    );
  }
  return <span className="line-failed">{t('notSigned', { why: outcome.why })}</span>;
}

/** One ticket of the list: clock, what it is, what is expected now. */
export const TicketLine = memo(function TicketLine(props: TicketLineProps) {
  const { row, active, selected, outcome, trail, onActivate, onToggle } = props;
  const t = useTexts('inbox');
  const words = useStepWords();
  return (
    <div
      role="row"
      id={`ticket-${row.id}`}
      aria-rowindex={props.rowIndex}
      aria-selected={selected}
      className={`line${active ? ' is-active' : ''}${selected ? ' is-selected' : ''}`}
      onMouseDown={() => onActivate(row.id)}
    >
      <div role="gridcell" className="line-check">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          aria-label={t('selectRow', { no: row.no })}
          checked={selected}
          onChange={(event) => onToggle(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
        />
      </div>
      <div role="gridcell" className={`line-due${row.remaining?.overdue ? ' is-over' : ''}`}>
        <CardMark card={row.card} remaining={row.remaining} dueAt={row.nextDueAt} />
      </div>
      <div role="gridcell" className="line-what">
        <span className="line-title">
          <Link to={`/tickets/${row.id}`} state={trail} tabIndex={-1} className="cut">
            {row.title}
          </Link>
          <LineTags row={row} />
        </span>
        <span className="line-meta cut">
          {row.no}
          {row.employer && ` · ${row.employer}`}
        </span>
      </div>
      <div role="gridcell" className="line-turn cut">
        {outcome ? <OutcomeWords outcome={outcome} /> : words.turn(row)}
      </div>
      <div role="gridcell" className="line-who cut" title={row.turn?.unit.name}>
        {row.turn?.unit.name ?? '—'}
      </div>
      <div role="gridcell" className="line-updated">
        {active ? (
          <span>
            <Kbd keys="enter" /> {t('open')}
          </span>
        ) : (
          <time dateTime={row.updatedAt}>{updatedText(row.updatedAt)}</time>
        )}
      </div>
    </div>
  );
});
