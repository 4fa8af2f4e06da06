import type { ReactElement } from 'react';
import type { NumbersView } from '../../api/contract';
import { CallHours } from './CallHours';
import { CardBoundary } from './CardBoundary';
import { ChildTable } from './ChildTable';
import { Durations } from './Durations';
import { MetricCard } from './MetricCard';
import { useChildren } from './queries';
import { TileCard } from './TileCard';
import { type TILE_METRICS, type BoardAddress } from './useAddress';

interface Props {
  view: NumbersView;
  address: BoardAddress;
  fading: boolean;
}

const CARDS = [
  'connection',
  'on-time',
  'worker-satisfaction',
] as const satisfies readonly (typeof TILE_METRICS)[number][];

/** The frame of the board. Each card fails and waits by itself; the others live on. */
export function BoardGrid({ view, address, fading }: Props): ReactElement {
  const below = useChildren(address.unitId, address.period);
  return (
    <div className="board-grid">
      <div className="board-cards">
        {CARDS.map((metric) => {
          const number = view.numbers.find((each) => each.metric === metric);
          if (!number) return null;
          return (
            <CardBoundary key={metric} className="metric-card">
              <MetricCard number={number} view={view} address={address} fading={fading} />
            </CardBoundary>
          );
        })}
      </div>
      <div className="board-main">
        <CardBoundary className="tile-card">
          <TileCard view={view} address={address} below={below.data} fading={fading} />
        </CardBoundary>
        <CardBoundary className="child-card">
          <ChildTable view={view} address={address} below={below} />
        </CardBoundary>
        <CardBoundary className="chart-card">
          <Durations view={view} period={address.period} fading={fading} />
        </CardBoundary>
        <CardBoundary className="chart-card">
          <CallHours view={view} period={address.period} fading={fading} />
        </CardBoundary>
      </div>
    </div>
  );
}
