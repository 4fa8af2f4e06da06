import type { ReactNode } from 'react';
import type { QueueFigures, ReportMean, ReportShare } from '../../api/contract';
import type { Translate } from '../../app/i18n';
import { countText, MISSING } from '../board/figures/rate';
import type { Column } from './FigureTable';
import { lengthText, meanText, shareText } from './format';
import type { CallResult } from './rows-of';

type Counted = { figures: QueueFigures };
type Of<T> = (row: T) => QueueFigures;
/** A number that opens the calls behind it. */
export type Opener<T> = (row: T, result: CallResult, count: number) => ReactNode;

/** What is told of a queue, of a line or of both. */
export function queueColumns<T extends Counted>(t: Translate, open: Opener<T>): Column<T>[] {
  const of: Of<T> = ({ figures }) => figures;
  const count = (key: string, value: (of: QueueFigures) => number, result?: CallResult): Column<T> => ({
    key,
    head: t(`columns.${key}`),
    hint: HINTED.has(key) ? t(`hints.${key}`) : undefined,
    cell: (row) => (result ? open(row, result, value(of(row))) : countText(value(of(row)))),
  });
  const share = (key: string, value: (of: QueueFigures) => ReportShare): Column<T> => ({
    key,
    head: `${t(`columns.${key}`)} %`,
    hint: HINTED.has(key) ? t(`hints.${key}`) : undefined,
    cell: (row) => <Share share={value(of(row))} />,
  });
  const mean = (key: string, value: (of: QueueFigures) => ReportMean): Column<T> => ({
    key,
    head: t(`columns.${key}`),
    hint: HINTED.has(key) ? t(`hints.${key}`) : undefined,
    cell: (row) => meanText(value(of(row))),
  });
  return [
    count('asked', (one) => one.asked, 'all'),
    count('answered', (one) => one.answered, 'answered'),
    share('connectionRate', (one) => one.connectionRate),
    share('serviceLevel', (one) => one.serviceLevel),
    count('abandoned', (one) => one.abandoned, 'abandoned'),
    count('shortAbandoned', (one) => one.shortAbandoned, 'short-abandoned'),
    share('abandonment', (one) => one.abandonment),
    count('limits', (one) => one.limits, 'limit'),
    count('keys', (one) => one.keys, 'key'),
    count('refused', (one) => one.refusedFull + one.refusedEmpty),
    count('rejected', (one) => one.rejected, 'rejected'),
    count('rungOut', (one) => one.rungOut, 'rung-out'),
    mean('wait', (one) => one.wait),
    {
      key: 'longest',
      head: t('columns.longest'),
      cell: (row) =>
        of(row).longestWaitSeconds > 0 ? lengthText(of(row).longestWaitSeconds * 1000) : MISSING,
    },
    mean('talk', (one) => one.talk),
    mean('hold', (one) => one.hold),
    mean('wrapUp', (one) => one.wrapUp),
    mean('handling', (one) => one.handling),
    count('unknown', (one) => one.unknown, 'unknown'),
    count('arrived', (one) => one.arrived),
  ];
}

const HINTED = new Set([
  'asked',
  'connectionRate',
  'wait',
  'handling',
  'unknown',
  'rungOut',
  'occupancy',
  'adherence',
]);

export function Share({ share }: { share: ReportShare }): ReactNode {
  return (
    <span className="share" title={`${share.numerator} / ${share.denominator}`}>
      {shareText(share).replace('%', '')}
      {share.denominator > 0 && (
        <small>
          {countText(share.numerator)}/{countText(share.denominator)}
        </small>
      )}
    </span>
  );
}
