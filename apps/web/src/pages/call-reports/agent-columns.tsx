import type { AgentFigures, ReportMean, ReportShare } from '../../api/contract';
import type { Translate } from '../../app/i18n';
import { countText } from '../board/figures/rate';
import type { Column } from './FigureTable';
import { lengthText, meanText, shareText } from './format';
import type { Opener } from './queue-columns';

const HINTED = new Set(['wait', 'handling', 'rungOut', 'occupancy', 'adherence', 'reached', 'outbound']);

/** What is told of an agent: calls, then time. */
export function agentColumns<T extends { figures: AgentFigures }>(
  t: Translate,
  open: Opener<T>,
): Column<T>[] {
  const base = (key: string, unit = '') => ({
    key,
    head: `${t(`columns.${key}`)}${unit}`,
    hint: HINTED.has(key) ? t(`hints.${key}`) : undefined,
  });
  const count = (
    key: string,
    value: (of: AgentFigures) => number,
    result?: Parameters<Opener<T>>[1],
  ): Column<T> => ({
    ...base(key),
    cell: (row) => (result ? open(row, result, value(row.figures)) : countText(value(row.figures))),
  });
  const mean = (key: string, value: (of: AgentFigures) => ReportMean): Column<T> => ({
    ...base(key),
    cell: (row) => meanText(value(row.figures)),
  });
  const length = (key: string, value: (of: AgentFigures) => number): Column<T> => ({
    ...base(key),
    cell: (row) => lengthText(value(row.figures)),
  });
  const share = (key: string, value: (of: AgentFigures) => ReportShare): Column<T> => ({
    ...base(key, ' %'),
    cell: (row) => {
      const own = value(row.figures);
      return (
        <span className="share">
          {shareText(own).replace('%', '')}
          {own.denominator > 0 && (
            <small>
              {lengthText(own.numerator)}/{lengthText(own.denominator)}
            </small>
          )}
        </span>
      );
    },
  });
  return [
    count('offered', (one) => one.offered),
    count('answered', (one) => one.answered, 'answered'),
    count('rejected', (one) => one.rejected, 'rejected'),
    count('rungOut', (one) => one.rungOut, 'rung-out'),
    count('dialled', (one) => one.dialled, 'dialled'),
    count('reached', (one) => one.reached),
    mean('wait', (one) => one.wait),
    mean('talk', (one) => one.talk),
    mean('hold', (one) => one.hold),
    mean('wrapUp', (one) => one.wrapUp),
    mean('handling', (one) => one.handling),
    share('occupancy', (one) => one.occupancy),
    share('adherence', (one) => one.adherence),
    length('signed', (one) => one.signedMs),
    length('idle', (one) => one.idleMs),
    length('outbound', (one) => one.outboundMs),
    length('break', (one) => one.breakMs),
  ];
}
