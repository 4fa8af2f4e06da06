import type { ReactElement } from 'react';
import type { AgentFigures, QueueFigures, ReportFormula } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { countText } from '../board/figures/rate';
import { lengthText, shareText } from './format';

interface Card {
  key: string;
  name: string;
  value: string;
  note: string;
  definition?: string | undefined;
}

function CardRow({ cards }: { cards: Card[] }): ReactElement {
  return (
    <dl className="report-cards">
      {cards.map(({ key, name, value, note, definition }) => (
        <div key={key} title={definition}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          <dd className="report-note">{note}</dd>
          {definition && <dd className="report-definition">{definition}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** The definition in words: the one of the last day. */
export function definitionOf(t: Translate, formula: ReportFormula | undefined): string | undefined {
  if (!formula) return undefined;
  const values = { seconds: formula.seconds, short: formula.shortAbandonS };
  const sum = (parts: readonly string[]): string =>
    parts
      .map((part, index) => {
        const sign = part.startsWith('-') ? ' − ' : index > 0 ? ' + ' : '';
        return `${sign}${t(`parts.${part.replace('-', '')}`, values)}`;
      })
      .join('');
  return t('formula', {
    version: formula.version,
    numerator: sum(formula.numerator),
    denominator: sum(formula.denominator),
  });
}

export function QueueCards({ of, formulas }: { of: QueueFigures; formulas: ReportFormula[] }): ReactElement {
  const t = useTexts('callReports');
  const last = (kind: ReportFormula['kind']) => formulas.findLast((one) => one.kind === kind);
  const rate = (
    key: 'connectionRate' | 'serviceLevel' | 'abandonment',
    kind: ReportFormula['kind'],
  ): Card => ({
    key,
    name: t(`cards.${key}`, { seconds: last(kind)?.seconds ?? '' }),
    value: shareText(of[key]),
    note: t('of', { numerator: countText(of[key].numerator), denominator: countText(of[key].denominator) }),
    definition: definitionOf(t, last(kind)),
  });
  const mean = (key: 'wait' | 'handling'): Card => ({
    key,
    name: t(`cards.${key}`),
    value: lengthText(of[key].meanMs),
    note: t('meanOf', { total: lengthText(of[key].totalMs), count: countText(of[key].count) }),
    definition: t(`hints.${key}`),
  });
  return (
    <CardRow
      cards={[
        rate('connectionRate', 'connection_rate'),
        rate('serviceLevel', 'service_level'),
        rate('abandonment', 'abandonment'),
        mean('wait'),
        mean('handling'),
      ]}
    />
  );
}

export function AgentCards({ of }: { of: AgentFigures }): ReactElement {
  const t = useTexts('callReports');
  const share = (key: 'occupancy' | 'adherence'): Card => ({
    key,
    name: t(`cards.${key}`),
    value: shareText(of[key]),
    note: t('ofTime', {
      numerator: lengthText(of[key].numerator),
      denominator: lengthText(of[key].denominator),
    }),
    definition: t(`hints.${key}`),
  });
  return (
    <CardRow
      cards={[
        {
          key: 'answered',
          name: t('cards.answered'),
          value: countText(of.answered),
          note: t('offered', { count: countText(of.offered) }),
        },
        {
          key: 'handling',
          name: t('cards.handling'),
          value: lengthText(of.handling.meanMs),
          note: t('meanOf', { total: lengthText(of.handling.totalMs), count: countText(of.handling.count) }),
          definition: t('hints.handling'),
        },
        share('occupancy'),
        share('adherence'),
        {
          key: 'signed',
          name: t('cards.signed'),
          value: lengthText(of.signedMs),
          note: `${t('columns.break')} ${lengthText(of.breakMs)}`,
        },
      ]}
    />
  );
}
