import type { ReactElement } from 'react';
import { Button } from 'antd';
import { registerTexts, useTexts } from '../../app/i18n';
import { useSession } from '../../api/session';
import type { NumbersView } from '../../api/contract';
import { clockText, ErrorState, shortDayText } from '../../parts';
import './board.css';
import './board-cards.css';
import './board-table.css';
import './board-tiles.css';
import './board-print.css';
import { BoardGrid } from './BoardGrid';
import { BoardTop } from './BoardTop';
import { CardSkeletons } from './CardSkeletons';
import { DefinitionDrawer } from './DefinitionDrawer';
import { useFollowNumbers, useNumbers, useUnit } from './queries';
import { texts } from './texts';
import { ToolRow } from './ToolRow';
import { useAddress, type BoardAddress } from './useAddress';
import { useFreshness } from './useFreshness';

registerTexts('board', texts);

/** Only paper shows this line: what the print is of, when, and by whom. */
function PrintedLine({ view }: { view: NumbersView }): ReactElement {
  const t = useTexts('board');
  const { account } = useSession();
  const asOf = `${shortDayText(view.asOf)} ${clockText(view.asOf)}`;
  const versions = view.numbers
    .map(
      (number) =>
        `${t(`metrics.${number.metric}`)} ${t('definition', { version: number.definition.version })}`,
    )
    .join(' · ');
  return (
    <p className="on-paper printed-line">
      {t('printed', { unit: view.unit.name, from: view.from, to: view.to, asOf, name: account.displayName })}
      <br />
      {versions}
    </p>
  );
}

/** Nothing fell due, nobody called, nobody rated: the axes would be empty, the period before may not be. */
function NothingYet({ view, address }: { view: NumbersView; address: BoardAddress }): ReactElement | null {
  const t = useTexts('board');
  if (view.numbers.some((number) => number.denominator > 0)) return null;
  return (
    <p className="nothing-yet" role="status">
      {t('nothing')}
      <Button
        size="small"
        onClick={() => address.change({ from: view.previousFrom, to: view.previousTo }, true)}
      >
        {t('lookBefore')}
      </Button>
    </p>
  );
}

/** The supervisor's board: how do we stand, where, which unit, how long, when — and every mark opens its rows. */
export default function BoardPage(): ReactElement {
  const t = useTexts('board');
  const address = useAddress();
  const numbers = useNumbers(address.unitId, address.period);
  const unit = useUnit(address.unitId);
  useFollowNumbers();
  const freshness = useFreshness(numbers.dataUpdatedAt, numbers.isRefetchError);
  const view = numbers.data;
  return (
    <div className="board">
      <BoardTop view={view} freshness={freshness.state} />
      {freshness.state === 'old' && view && (
        <p className="stopped-bar" role="alert">
          {t('stoppedBar', { minutes: freshness.minutes, time: clockText(view.asOf) })}
        </p>
      )}
      <ToolRow address={address} unit={unit.data} view={view} />
      {view && <PrintedLine view={view} />}
      {numbers.isPending && <CardSkeletons />}
      {numbers.isError && !view && (
        <ErrorState error={numbers.error} onRetry={() => void numbers.refetch()} />
      )}
      {view && <NothingYet view={view} address={address} />}
      {view && <BoardGrid view={view} address={address} fading={numbers.isPlaceholderData} />}
      {view && <DefinitionDrawer view={view} address={address} />}
    </div>
  );
}
