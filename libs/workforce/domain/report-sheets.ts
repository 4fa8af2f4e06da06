import { type Cell, type ColumnKind, type ExportLanguage, filled, type SheetColumn } from '@hotline/exports';
import type { AgentFigures, QueueFigures, ShownMean, ShownShare } from './figures.js';
import { FILE_WORDS } from './file-words.js';
import { REPORT_WORDS, type ReportWords } from './report-words.js';

type ColumnName = keyof ReportWords['columns'];

/** A figure of a report and how it is written. */
type Figure<T> =
  | { readonly key: ColumnName; readonly kind: 'count' | 'seconds'; readonly value: (of: T) => number | null }
  | { readonly key: ColumnName; readonly kind: 'share'; readonly value: (of: T) => ShownShare };

const seconds = (ms: number): number => Math.round(ms / 1000);
const mean = ({ meanMs }: ShownMean): number | null => (meanMs === null ? null : seconds(meanMs));

/** In the order of the screen. */
const QUEUE: readonly Figure<QueueFigures>[] = [
  { key: 'asked', kind: 'count', value: (one) => one.asked },
  { key: 'answered', kind: 'count', value: (one) => one.answered },
  { key: 'connectionRate', kind: 'share', value: (one) => one.connectionRate },
  { key: 'serviceLevel', kind: 'share', value: (one) => one.serviceLevel },
  { key: 'abandoned', kind: 'count', value: (one) => one.abandoned },
  { key: 'shortAbandoned', kind: 'count', value: (one) => one.shortAbandoned },
  { key: 'abandonment', kind: 'share', value: (one) => one.abandonment },
  { key: 'limits', kind: 'count', value: (one) => one.limits },
  { key: 'keys', kind: 'count', value: (one) => one.keys },
  { key: 'refused', kind: 'count', value: (one) => one.refusedFull + one.refusedEmpty },
  { key: 'leftEmpty', kind: 'count', value: (one) => one.leftEmpty },
  { key: 'rejected', kind: 'count', value: (one) => one.rejected },
  { key: 'rungOut', kind: 'count', value: (one) => one.rungOut },
  { key: 'wait', kind: 'seconds', value: (one) => mean(one.wait) },
  { key: 'longest', kind: 'seconds', value: (one) => one.longestWaitSeconds },
  { key: 'talk', kind: 'seconds', value: (one) => mean(one.talk) },
  { key: 'hold', kind: 'seconds', value: (one) => mean(one.hold) },
  { key: 'wrapUp', kind: 'seconds', value: (one) => mean(one.wrapUp) },
  { key: 'handling', kind: 'seconds', value: (one) => mean(one.handling) },
  { key: 'unknown', kind: 'count', value: (one) => one.unknown },
  { key: 'arrived', kind: 'count', value: (one) => one.arrived },
];

const inSeconds = ({ numerator, denominator, percent }: ShownShare): ShownShare => ({
  numerator: seconds(numerator),
  denominator: seconds(denominator),
  percent,
});

const AGENT: readonly Figure<AgentFigures>[] = [
  { key: 'offered', kind: 'count', value: (one) => one.offered },
  { key: 'answered', kind: 'count', value: (one) => one.answered },
  { key: 'rejected', kind: 'count', value: (one) => one.rejected },
  { key: 'rungOut', kind: 'count', value: (one) => one.rungOut },
  { key: 'dialled', kind: 'count', value: (one) => one.dialled },
  { key: 'reached', kind: 'count', value: (one) => one.reached },
  { key: 'wait', kind: 'seconds', value: (one) => mean(one.wait) },
  { key: 'talk', kind: 'seconds', value: (one) => mean(one.talk) },
  { key: 'hold', kind: 'seconds', value: (one) => mean(one.hold) },
  { key: 'wrapUp', kind: 'seconds', value: (one) => mean(one.wrapUp) },
  { key: 'handling', kind: 'seconds', value: (one) => mean(one.handling) },
  { key: 'occupancy', kind: 'share', value: (one) => inSeconds(one.occupancy) },
  { key: 'adherence', kind: 'share', value: (one) => inSeconds(one.adherence) },
  { key: 'signed', kind: 'seconds', value: (one) => seconds(one.signedMs) },
  { key: 'idle', kind: 'seconds', value: (one) => seconds(one.idleMs) },
  { key: 'outbound', kind: 'seconds', value: (one) => seconds(one.outboundMs) },
  { key: 'break', kind: 'seconds', value: (one) => seconds(one.breakMs) },
];

/** A rate takes three columns: a percentage never stands without its halves. */
function columnsOf<T>(figures: readonly Figure<T>[], language: ExportLanguage): SheetColumn[] {
  const { columns } = REPORT_WORDS[language];
  const words = FILE_WORDS[language];
  return figures.flatMap(({ key, kind }): SheetColumn[] => {
    const head = columns[key];
    if (kind === 'count') return [{ head, kind }];
    if (kind === 'seconds') return [{ head: `${head}${words.seconds}`, kind }];
    return [
      { head: `${head}${words.percent}`, kind: 'percent' },
      { head: filled(words.numerator, { rate: head }), kind: 'count' },
      { head: filled(words.denominator, { rate: head }), kind: 'count' },
    ];
  });
}

const cellsOf = <T>(figures: readonly Figure<T>[], of: T): Cell[] =>
  figures.flatMap((figure): Cell[] => {
    if (figure.kind !== 'share') return [figure.value(of)];
    const { percent, numerator, denominator } = figure.value(of);
    return [percent, numerator, denominator];
  });

/** What the columns mean, in their order. */
function hintsOf(
  figures: readonly { readonly key: ColumnName }[],
  language: ExportLanguage,
): [string, string][] {
  const { columns, hints } = REPORT_WORDS[language];
  return figures.flatMap(({ key }): [string, string][] => {
    const hint = (hints as Readonly<Partial<Record<ColumnName, string>>>)[key];
    return hint ? [[columns[key], hint]] : [];
  });
}

export const queueColumns = (language: ExportLanguage): SheetColumn[] => columnsOf(QUEUE, language);
export const queueCells = (of: QueueFigures): Cell[] => cellsOf(QUEUE, of);
export const queueHints = (language: ExportLanguage): [string, string][] => hintsOf(QUEUE, language);

export const agentColumns = (language: ExportLanguage): SheetColumn[] => columnsOf(AGENT, language);
export const agentCells = (of: AgentFigures): Cell[] => cellsOf(AGENT, of);
export const agentHints = (language: ExportLanguage): [string, string][] => hintsOf(AGENT, language);

export const column = (head: string, kind: ColumnKind = 'text'): SheetColumn => ({ head, kind });
