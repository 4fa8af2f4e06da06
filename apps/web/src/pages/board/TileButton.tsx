import { Tooltip } from 'antd';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { ChildNumbers } from '../../api/contract';
import { classOf } from './figures/classes';
import type { PlacedTile } from './figures/tiles';
import { tileLabel, tileValue } from './tileWords';
import { TileTip } from './TileTip';
import type { TileMetric } from './useAddress';

interface Props {
  tile: PlacedTile;
  metric: TileMetric;
  target: number | null;
  child: ChildNumbers | undefined;
  focusable: boolean; // one tile at a time is a tab stop; arrow keys reach the others
  onRows: (tile: PlacedTile) => void;
  onEnter: (tile: PlacedTile) => void;
  onKey: (event: KeyboardEvent<HTMLButtonElement>) => void;
  onFocus: () => void;
}

/** A second click within this time enters the unit instead of opening its rows. */
const DOUBLE = 240;

function lookOf(tile: PlacedTile, target: number | null): string {
  if (tile.unit === null) return 'tile is-outside';
  if (tile.showing !== 'rate') return 'tile is-small';
  if (target === null) return 'tile is-plain';
  const below = tile.numerator * 100 < target * tile.denominator ? ' is-below' : '';
  return `tile class-${classOf(tile.numerator, tile.denominator, target)}${below}`;
}

export function TileButton({
  tile,
  metric,
  target,
  child,
  focusable,
  onRows,
  onEnter,
  onKey,
  onFocus,
}: Props): ReactElement {
  const t = useTexts('board');
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const click = (event: MouseEvent): void => {
    clearTimeout(waiting.current);
    // detail 0 is Enter or a screen reader: nobody double-clicks with those.
    if (event.detail === 0) onRows(tile);
    else if (event.detail === 1) waiting.current = setTimeout(() => onRows(tile), DOUBLE);
  };
  const enter = (): void => {
    clearTimeout(waiting.current);
    onEnter(tile);
  };
  return (
    <Tooltip
      title={<TileTip tile={tile} metric={metric} child={child} />}
      mouseEnterDelay={0.12}
      mouseLeaveDelay={0}
      placement="leftTop"
      classNames={{ root: 'tile-tooltip' }}
    >
      <button
        type="button"
        className={lookOf(tile, target)}
        style={{ gridRow: tile.row, gridColumn: `${tile.col} / span ${tile.span}` }}
        aria-disabled={tile.unit === null}
        tabIndex={focusable ? 0 : -1}
        data-tile={tile.key}
        onClick={click}
        onDoubleClick={enter}
        onKeyDown={onKey}
        onFocus={onFocus}
      >
        <span className="tile-name">{tile.name}</span>
        <span className="tile-value">{tileValue(tile, metric, t)}</span>
        <span className="visually-hidden">{tileLabel(tile, target, t)}</span>
      </button>
    </Tooltip>
  );
}
