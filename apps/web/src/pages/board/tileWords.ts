import { mark, type Translate } from '../../app/i18n';
import { countText, rateFigure, rateText } from './figures/rate';
import { COUNT_FROM } from './figures/small-samples';
import type { PlacedTile } from './figures/tiles';
import type { TileMetric } from './useAddress';

/** What stands on a tile under its name. */
export function tileValue(tile: PlacedTile, metric: TileMetric, t: Translate): string {
  const counted = (count: string): string => t(`tiles.counted.${metric}`, { count });
  if (tile.unit === null) return '—';
  if (tile.showing === 'rate') return rateFigure(tile.numerator, tile.denominator);
  if (tile.showing === 'counts') return counted(`${tile.numerator}/${tile.denominator}`);
  if (tile.showing === 'few') return counted(t('few', { count: COUNT_FROM }));
  if (tile.showing === 'withheld') return t('withheld');
  return counted('0');
}

/** “云南，84.9%，506 比 596，低于目标”. */
export function tileLabel(tile: PlacedTile, target: number | null, t: Translate): string {
  const name = tile.unit?.name ?? tile.name;
  if (tile.unit === null) return `${name}${mark('comma')}${t('tiles.outside')}`;
  const words = {
    name,
    numerator: countText(tile.numerator),
    denominator: countText(tile.denominator),
    rate: rateText(tile.numerator, tile.denominator),
  };
  if (tile.showing === 'none') return t('tiles.labelNone', words);
  if (tile.showing === 'few') return t('tiles.labelFew', words);
  if (tile.showing === 'withheld') return t('tiles.labelWithheld', words);
  if (tile.showing === 'counts') return t('tiles.labelCounts', words);
  if (target === null) return t('tiles.labelNoTarget', words);
  const met = tile.numerator * 100 >= target * tile.denominator;
  return t('tiles.label', { ...words, state: met ? t('tiles.above') : t('tiles.below') });
}
