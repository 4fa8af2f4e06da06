import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { ChildNumbers } from '../../api/contract';
import { changeOf, countText, percentOf, rateText } from './figures/rate';
import type { PlacedTile } from './figures/tiles';
import { RATE_FROM } from './figures/small-samples';
import { ChangeMark } from './ChangeMark';
import type { TileMetric } from './useAddress';

interface Props {
  tile: PlacedTile;
  metric: TileMetric;
  child: ChildNumbers | undefined; // known for the units below the one on the board
}

const WHY: Partial<Record<PlacedTile['showing'], string>> = {
  few: 'fewWhy',
  withheld: 'withheldWhy',
  counts: 'countsWhy',
  none: 'nothingCounted',
};

/** Name, fraction, change and where a click leads. */
export function TileTip({ tile, metric, child }: Props): ReactElement {
  const t = useTexts('board');
  const open = tile.showing === 'rate' || tile.showing === 'counts';
  const missed = tile.denominator - tile.numerator;
  const why = WHY[tile.showing];
  return (
    <div className="tile-tip">
      <div className="tip-title">{tile.unit?.name ?? tile.name}</div>
      {tile.unit === null && <div>{t('tiles.outside')}</div>}
      {tile.unit && why && <div className="tip-why">{t(why)}</div>}
      {tile.unit && open && (
        <>
          <div className="tip-line">
            <span>
              {t(`numerators.${metric}`)} / {t(`denominators.${metric}`)}
            </span>
            <b>
              {countText(tile.numerator)} / {countText(tile.denominator)}
            </b>
          </div>
          {tile.showing === 'rate' && (
            <div className="tip-line">
              <span>{t(`metrics.${metric}`)}</span>
              <b>{rateText(tile.numerator, tile.denominator)}</b>
            </div>
          )}
          {tile.showing === 'rate' && metric === 'on-time' && child && (
            <div className="tip-line">
              <span>{t('change.since')}</span>
              <b>
                <ChangeMark
                  change={changeOf(percentOf(child.onTime, child.due), child.previousOnTimeRate)}
                  unit
                />
              </b>
            </div>
          )}
          {tile.showing === 'rate' && metric === 'on-time' && child && child.dueExtended >= RATE_FROM && (
            <div className="tip-line">
              <span>{t('second')}</span>
              <b>{rateText(child.onTimeExtended, child.dueExtended)}</b>
            </div>
          )}
          {metric === 'on-time' && (
            <div className="tip-line">
              <span>{t('tiles.openOverdue')}</span>
              <b>{countText(tile.openOverdue)}</b>
            </div>
          )}
          <div className="tip-see">
            {missed > 0 ? t(`tiles.see.${metric}`, { count: countText(missed) }) : t('tiles.seeAll')}
          </div>
        </>
      )}
    </div>
  );
}
