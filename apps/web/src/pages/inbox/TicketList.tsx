import { useEffect, useMemo } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';
import type { DueGroup, ListItem } from './due-groups';
import { TicketLine } from './TicketLine';
import type { SignOutcome } from './useBulkSign';
import { useWindowed } from './windowed';

const ROW = 48;
const GROUP = 32;

interface TicketListProps {
  items: ListItem[];
  activeId: string | null;
  selected: ReadonlySet<string>;
  outcomes: ReadonlyMap<string, SignOutcome>;
  trail: object;
  more: { has: boolean; loading: boolean; load: () => void };
  dimmed: boolean;
  onActivate: (id: string) => void;
  onToggle: (id: string, range: boolean) => void;
  onToggleAll: () => void;
  onFold: (group: DueGroup) => void;
}

interface GroupRowProps {
  item: Extract<ListItem, { kind: 'group' }>;
  uncounted: boolean;
  onFold: (group: DueGroup) => void;
}

function GroupRow({ item, uncounted, onFold }: GroupRowProps) {
  const t = useTexts('inbox');
  return (
    <div role="row" className="group-row">
      <div role="gridcell" aria-colspan={6}>
        <button type="button" aria-expanded={item.open} onClick={() => onFold(item.group)}>
          <Icon name={item.open ? 'chevron-down' : 'chevron-right'} size={14} />
          <strong>{t(`due.${item.group}`)}</strong>
          <span>
            {item.count}
            {uncounted && '+'}
          </span>
        </button>
      </div>
    </div>
  );
}

/** The list under its head: only rows in view are drawn, the heading of the first one stays at the top. */
export function TicketList(props: TicketListProps) {
  const t = useTexts('inbox');
  const { items, activeId, selected, more } = props;
  const heights = useMemo(() => items.map((item) => (item.kind === 'group' ? GROUP : ROW)), [items]);
  const grouped = items[0]?.kind === 'group';
  const { box, offsets, slice, top, onScroll, reveal } = useWindowed(heights, grouped ? GROUP : 0);
  const activeIndex = items.findIndex((item) => item.kind === 'row' && item.row.id === activeId);
  const rows = items.filter((item) => item.kind === 'row').length;
  const lastGroup = items.findLast((item) => item.kind === 'group');
  const topGroup = items.slice(0, top + 1).findLast((item) => item.kind === 'group');

  useEffect(() => {
    if (activeIndex >= 0) reveal(activeIndex);
    // Only a move of the active row scrolls; rows that arrive must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [activeId]);

  useEffect(() => {
    if (more.has && !more.loading && slice.last >= items.length - 12) more.load();
  }, [slice.last, items.length, more]);

  const groupRow = (item: Extract<ListItem, { kind: 'group' }>) => (
    <GroupRow item={item} uncounted={more.has && item === lastGroup} onFold={props.onFold} />
  );
  return (
    <div
      className={`grid${props.dimmed ? ' is-dimmed' : ''}`}
      role="grid"
      aria-label={t('list')}
      aria-rowcount={more.has ? -1 : rows + 1}
      aria-multiselectable="true"
      aria-busy={props.dimmed}
      tabIndex={0}
      data-region-start
      aria-activedescendant={activeId ? `ticket-${activeId}` : undefined}
    >
      <div role="row" className="line head" aria-rowindex={1}>
        <div role="columnheader" className="line-check">
          <input
            type="checkbox"
            className="check"
            aria-label={t('selectAll')}
            checked={rows > 0 && selected.size >= rows}
            onChange={props.onToggleAll}
          />
        </div>
        {(['due', 'title', 'turn', 'who', 'updated'] as const).map((column) => (
          <div key={column} role="columnheader" className={`line-${column === 'title' ? 'what' : column}`}>
            {t(`column.${column}`)}
          </div>
        ))}
      </div>
      <div
        className="grid-scroll"
        ref={box}
        onScroll={onScroll}
        role="rowgroup"
        tabIndex={0}
        aria-label={t('list')}
      >
        <div className="grid-rows" role="presentation" style={{ height: offsets.at(-1) }}>
          {topGroup?.kind === 'group' && (
            <div className="group-sticky" role="presentation">
              {groupRow(topGroup)}
            </div>
          )}
          {items.slice(slice.first, slice.last + 1).map((item, offset) => {
            const index = slice.first + offset;
            return (
              <div
                key={item.kind === 'group' ? item.group : item.row.id}
                className="grid-item"
                role="presentation"
                style={{ transform: `translateY(${offsets[index] ?? 0}px)` }}
              >
                {item.kind === 'group' ? (
                  item !== topGroup && groupRow(item)
                ) : (
                  <TicketLine
                    row={item.row}
                    rowIndex={item.position + 2}
                    active={item.row.id === activeId}
                    selected={selected.has(item.row.id)}
                    outcome={props.outcomes.get(item.row.id)}
                    trail={props.trail}
                    onActivate={props.onActivate}
                    onToggle={props.onToggle}
                  />
                )}
              </div>
            );
          })}
        </div>
        <p className="grid-end" role="presentation">
          {more.loading ? t('loadingMore') : !more.has && rows > 12 ? t('end') : ''}
        </p>
      </div>
    </div>
  );
}
