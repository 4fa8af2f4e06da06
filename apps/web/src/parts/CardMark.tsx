import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import type { CardColour } from '../api/contract';
import { remainingText, type Remaining } from './remaining';
import './texts';
import { clockText, dayText } from './time';

interface Props {
  card: CardColour;
  remaining: Remaining | null;
  dueAt?: string | null;
  chip?: boolean; // with its own ground, for headers and side panels
}

/** The card of a clock: outlined green, filled yellow with a dark edge, filled red; always with words. */
export function CardMark({ card, remaining, dueAt, chip = false }: Props): ReactElement {
  const t = useTexts('parts');
  const words = remaining ? remainingText(t, remaining) : t('noClock');
  const due = dueAt ? ` · ${dayText(dueAt)} ${clockText(dueAt)}` : '';
  return (
    <span
      className={`card-mark card-${card}${chip ? ' card-chip' : ''}`}
      title={`${t(`card.${card}`)}${due}`}
    >
      <svg width="10" height="14" viewBox="0 0 10 14" role="img" aria-label={t(`card.${card}`)}>
        <rect x="0.75" y="0.75" width="8.5" height="12.5" rx="1.5" strokeWidth="1.5" />
      </svg>
      <span>{words}</span>
    </span>
  );
}
