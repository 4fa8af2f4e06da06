import type { ChildNumbers, MetricName, Tile, UnitBrief } from '../../../api/contract';
import { showingsOf, type Showing } from './small-samples';

/** One cell of the grid; rows and columns count from 1. */
export interface PlacedTile {
  key: string;
  unit: UnitBrief | null; // null: not in scope
  name: string;
  row: number;
  col: number;
  span: number; // columns of the grid it fills
  numerator: number;
  denominator: number;
  openOverdue: number;
  showing: Showing;
}

const COLUMNS = 10;
/** Up to this many units a tile is twice as wide and carries a longer name. */
const WIDE_UP_TO = 50;
/** 兵团 and the industrial unions have a row of their own, at the left of the last row. */
const OWN_ROW = 11;

type Unplaced = Omit<PlacedTile, 'showing'>;

function withShowings(tiles: Unplaced[], handles: boolean): PlacedTile[] {
  const inScope = tiles.filter((tile) => tile.unit !== null);
  const showings = showingsOf(
    inScope.map((tile) => tile.denominator),
    handles,
  );
  const byKey = new Map(inScope.map((tile, index) => [tile.key, showings[index]]));
  return tiles.map((tile) => ({ ...tile, showing: byKey.get(tile.key) ?? 'none' }));
}

/** The 34 province-level units at their places, then those without a place in the own row. */
export function provinceTiles(tiles: readonly Tile[], handles: boolean): PlacedTile[] {
  let next = 1;
  const placed = tiles.map((tile) => {
    const own = tile.row === null || tile.col === null;
    return {
      key: tile.unit?.id ?? tile.regionCode,
      unit: tile.unit,
      name: tile.shortName,
      row: tile.row ?? OWN_ROW,
      col: tile.col ?? (own ? next++ : 1),
      span: 1,
      numerator: tile.numerator,
      denominator: tile.denominator,
      openOverdue: tile.openOverdue,
    };
  });
  return withShowings(placed, handles);
}

const FRACTIONS: Record<MetricName, (child: ChildNumbers) => [number, number]> = {
  'on-time': (child) => [child.onTime, child.due],
  'on-time-extended': (child) => [child.onTimeExtended, child.dueExtended],
  connection: (child) => [child.answered, child.offered],
  'worker-satisfaction': (child) => [child.satisfied, child.ratings],
  'agent-satisfaction': () => [0, 0],
};

/** 云南省总工会 → 云南省: in a column of unions the word union says nothing. */
export function placeName(name: string): string {
  const place = name.replace(/(总工会|工会联合会|工会)$/u, '');
  return place.length >= 2 ? place : name;
}

/** 深圳市总工会 → 深圳: what fits a tile; the whole name is in its label and its tooltip. */
export function tileName(name: string): string {
  const place = placeName(name);
  const short = place.replace(/(特别行政区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$/u, '');
  return short.length >= 2 ? short : place;
}

/** Below the nation there is no agreed grid: equal tiles in the order of their codes, five or ten in a row. */
export function childTiles(
  children: readonly ChildNumbers[],
  metric: MetricName,
  handles: boolean,
): PlacedTile[] {
  const sorted = [...children].sort((one, other) => (one.unit.code < other.unit.code ? -1 : 1));
  const span = sorted.length <= WIDE_UP_TO ? 2 : 1;
  const perRow = COLUMNS / span;
  const placed = sorted.map((child, index) => {
    const [numerator, denominator] = FRACTIONS[metric](child);
    return {
      key: child.unit.id,
      unit: child.unit,
      name: tileName(child.unit.name),
      row: Math.floor(index / perRow) + 2,
      col: (index % perRow) * span + 1,
      span,
      numerator,
      denominator,
      openOverdue: child.openOverdue,
    };
  });
  return withShowings(placed, handles);
}
