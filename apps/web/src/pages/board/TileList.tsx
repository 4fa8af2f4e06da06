import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { percentOf } from './figures/rate';
import { isRanked } from './figures/small-samples';
import type { PlacedTile } from './figures/tiles';
import { tileLabel, tileValue } from './tileWords';
import type { TileMetric } from './useAddress';

interface Props {
  tiles: PlacedTile[];
  metric: TileMetric;
  target: number | null;
  onRows: (tile: PlacedTile) => void;
}

function lowestFirst(one: PlacedTile, other: PlacedTile): number {
  const ranked = Number(isRanked(other.showing)) - Number(isRanked(one.showing));
  if (ranked !== 0) return ranked;
  if (!isRanked(one.showing)) return other.denominator - one.denominator;
  return (
    (percentOf(one.numerator, one.denominator) ?? 0) - (percentOf(other.numerator, other.denominator) ?? 0)
  );
}

/** Under 600 px: the same units as a list, lowest rate first; units out of scope are not listed. */
export function TileList({ tiles, metric, target, onRows }: Props): ReactElement {
  const t = useTexts('board');
  return (
    <ul className="tile-list">
      {tiles
        .filter((tile) => tile.unit !== null)
        .sort(lowestFirst)
        .map((tile) => {
          const below =
            target !== null && isRanked(tile.showing) && tile.numerator * 100 < target * tile.denominator;
          return (
            <li key={tile.key}>
              <button type="button" onClick={() => onRows(tile)}>
                <span>{tile.unit?.name}</span>
                {below && <span className="below-word">{t('tiles.below')}</span>}
                <b>
                  {tileValue(tile, metric, t)}
                  {isRanked(tile.showing) && '%'}
                </b>
                {/* Beside what is seen, not in its place: who says what he sees must reach it (WCAG 2.5.3). */}
                <span className="visually-hidden">{tileLabel(tile, target, t)}</span>
              </button>
            </li>
          );
        })}
    </ul>
  );
}
