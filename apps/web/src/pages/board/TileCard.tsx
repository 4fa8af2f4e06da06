import { Segmented } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { useCan } from '../../api/session';
import type { ChildNumbers, NumbersView } from '../../api/contract';
import { ErrorState } from '../../parts';
import { rowsLink } from './figures/rows-link';
import { childTiles, provinceTiles, type PlacedTile } from './figures/tiles';
import { useTiles } from './queries';
import { TileGrid } from './TileGrid';
import { TileList } from './TileList';
import { TILE_METRICS, type BoardAddress, type TileMetric } from './useAddress';
import { useMedia } from './useMedia';
import { useOpenRows } from './useOpenRows';

interface Props {
  view: NumbersView;
  address: BoardAddress;
  below: ChildNumbers[] | undefined;
  fading: boolean;
}

/** Where? The nation as its 34 tiles; below it the units of the next level. */
export function TileCard({ view, address, below, fading }: Props): ReactElement {
  const t = useTexts('board');
  const openRows = useOpenRows();
  const handles = useCan('ticket.handle');
  const narrow = useMedia('(max-width: 599px)');
  const nation = view.unit.level === 'national';
  const metric = address.tile;
  const query = useTiles(metric, address.period, nation);
  const tiles = useMemo(() => {
    if (nation) return provinceTiles(query.data ?? [], handles);
    return childTiles(below ?? [], metric, handles);
  }, [nation, query.data, below, metric, handles]);
  const target = view.numbers.find((number) => number.metric === metric)?.target ?? null;
  const rows = (tile: PlacedTile): void => {
    if (!tile.unit || tile.showing === 'few' || tile.showing === 'withheld' || tile.showing === 'none')
      return;
    openRows(
      rowsLink(metric, tile.unit.id, address.period, tile.denominator > tile.numerator ? 'miss' : 'all'),
    );
  };
  const enter = (tile: PlacedTile): void => {
    if (tile.unit) address.change({ unitId: tile.unit.id, open: undefined }, true);
  };
  return (
    <section
      className={`board-card tile-card${fading || query.isPlaceholderData ? ' is-fading' : ''}`}
      aria-labelledby="tiles-title"
    >
      <header className="card-head">
        <h2 id="tiles-title">{t(`tiles.${nation ? 'title' : 'titleBelow'}.${metric}`)}</h2>
        <span className="head-note">{t('tiles.hint')}</span>
        <span className="head-space" />
        <Segmented<TileMetric>
          size="small"
          aria-label={t('tiles.switch')}
          value={metric}
          onChange={(chosen) => address.change({ tile: chosen === 'on-time' ? undefined : chosen })}
          options={TILE_METRICS.map((value) => ({ value, label: t(`tiles.short.${value}`) }))}
        />
      </header>
      {query.isError && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : narrow ? (
        <TileList tiles={tiles} metric={metric} target={target} onRows={rows} />
      ) : (
        <TileGrid
          tiles={tiles}
          metric={metric}
          target={target}
          nation={nation}
          childOf={(unitId) => below?.find((child) => child.unit.id === unitId)}
          onRows={rows}
          onEnter={enter}
        />
      )}
    </section>
  );
}
