import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { ChildNumbers } from '../../api/contract';
import { isArrow, tileAfter } from './figures/tile-moves';
import type { PlacedTile } from './figures/tiles';
import { TileButton } from './TileButton';
import { TileLegend } from './TileLegend';
import type { TileMetric } from './useAddress';

interface Props {
  tiles: PlacedTile[];
  metric: TileMetric;
  target: number | null;
  nation: boolean;
  childOf: (unitId: string) => ChildNumbers | undefined;
  onRows: (tile: PlacedTile) => void;
  onEnter: (tile: PlacedTile) => void;
}

/** One tile, one unit, equal size: size never carries meaning. A plain grid of buttons, no chart library. */
export function TileGrid({ tiles, metric, target, nation, childOf, onRows, onEnter }: Props): ReactElement {
  const t = useTexts('board');
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const at = Math.min(current, Math.max(0, tiles.length - 1));
  const press = (event: KeyboardEvent, index: number): void => {
    if (!isArrow(event.key)) return;
    event.preventDefault();
    const next = tiles[tileAfter(tiles, index, event.key)];
    grid.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(next?.key ?? '')}"]`)?.focus();
  };
  return (
    <div
      ref={grid}
      className={`tile-grid${nation ? ' is-nation' : ''}`}
      role="group"
      aria-label={t('tiles.grid', { metric: t(`metrics.${metric}`) })}
    >
      <TileLegend metric={metric} target={target} outside={nation} />
      {nation && <span className="own-row">{t('tiles.industrial')}</span>}
      {tiles.map((tile, index) => (
        <TileButton
          key={tile.key}
          tile={tile}
          metric={metric}
          target={target}
          child={tile.unit ? childOf(tile.unit.id) : undefined}
          focusable={index === at}
          onRows={onRows}
          onEnter={onEnter}
          onKey={(event) => press(event, index)}
          onFocus={() => setCurrent(index)}
        />
      ))}
    </div>
  );
}
