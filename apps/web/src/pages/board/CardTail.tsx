import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { NumbersView, NumberView } from '../../api/contract';
import { type Gap, lengthOf } from '../../calls/gaps/bands';
import { gapAge, gapTitle } from '../../calls/gaps/gap-words';
import { shortDayText } from '../../parts';
import type { Period } from './figures/period';
import { countText, rateText } from './figures/rate';
import { rowsLink } from './figures/rows-link';
import { RATE_FROM } from './figures/small-samples';
import { RowsLink } from './RowsLink';

interface Props {
  number: NumberView;
  view: NumbersView;
  period: Period;
}

/** The bottom line of a card: what the rate leaves out, always counted next to it; 话务满意度 stands apart and small. */
export function CardTail({ number, view, period }: Props): ReactElement {
  const t = useTexts('board');
  const g = useTexts('gaps');
  const { language } = useSettings();
  const unitId = view.unit.id;
  const { metric } = number;
  const entries: [string, ReactNode][] = [];
  if (metric === 'on-time') {
    const to = rowsLink(metric, unitId, period, 'open-overdue');
    entries.push([
      'open',
      <>
        {t('openOverdue')} <RowsLink to={to}>{countText(view.openOverdue)}</RowsLink>
      </>,
    ]);
  }
  const { telephone } = number;
  const beside = telephone
    ? ([
        [t('telephone.inTime', { seconds: telephone.level.seconds ?? 15 }), telephone.inTime],
        [t('telephone.ofArrived'), telephone.ofArrived],
      ] as const)
    : [];
  for (const [label, part] of beside) {
    if (part.denominator < RATE_FROM) continue;
    entries.push([
      label,
      <span key={label} title={`${part.numerator}/${part.denominator}`}>
        {label} <b>{rateText(part.numerator, part.denominator)}</b>
      </span>,
    ]);
  }
  for (const part of number.excluded) {
    const to = rowsLink(metric, unitId, period, 'excluded');
    entries.push([
      part.code,
      <>
        {part[language]} <RowsLink to={to}>{countText(part.count)}</RowsLink>
      </>,
    ]);
  }
  const apart =
    metric === 'worker-satisfaction'
      ? view.numbers.find((each) => each.metric === 'agent-satisfaction')
      : undefined;
  if (apart && apart.denominator > 0) {
    const { numerator, denominator } = apart;
    const figure =
      denominator >= RATE_FROM ? rateText(numerator, denominator) : `${numerator}/${denominator}`;
    const to = rowsLink('agent-satisfaction', unitId, period, 'all');
    entries.push([
      'apart',
      <>
        {t('separately')} <RowsLink to={to}>{figure}</RowsLink>
      </>,
    ]);
  }
  const missing = metric === 'connection' ? view.gaps.filter(({ mended }) => !mended) : [];
  const longest = missing.reduce<Gap | null>(
    (most, gap) => (most && lengthOf(most) >= lengthOf(gap) ? most : gap),
    null,
  );
  if (longest)
    entries.unshift([
      'gap',
      <Link key="gap" className="tail-gap" to="/call-figures" title={gapTitle(g, longest)}>
        <span aria-hidden>△</span>{' '}
        {g('tail', {
          day: shortDayText(longest.from),
          source: longest.source,
          age: gapAge(g, longest),
        })}
        {missing.length > 1 && ` ${g('tailMore', { count: missing.length })}`}
      </Link>,
    ]);
  return (
    <div className="card-tail">
      {entries.map(([key, node]) => (
        <span key={key} className="tail-entry">
          {node}
        </span>
      ))}
    </div>
  );
}
