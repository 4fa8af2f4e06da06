import type { ReactElement } from 'react';
import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { minuteText } from '../../parts';
import { useSupervision } from '../../verbs/useSupervision';
import './urgent.css';
import './urgent-texts';

/** Who was told of an urgent ticket and who has read it, as it changes. */
export function SentReceipts({ ticket }: { ticket: TicketView }): ReactElement | null {
  const t = useTexts('urgent');
  const { data } = useSupervision(ticket);
  if (!data || data.receipts.length === 0) return null;
  return (
    <ul className="done-receipts" aria-label={t('receipts')} aria-live="polite">
      {data.receipts.map(({ id, unit, leader, readAt, readBy, passedOnAt, dueAt }) => {
        const who = [unit.name, leader].filter(Boolean).join(' ');
        const time = minuteText(dueAt);
        if (readAt)
          return (
            <li key={id} className="is-read">
              {t('read', { who: readBy ?? who, time: minuteText(readAt) })}
            </li>
          );
        if (passedOnAt)
          return (
            <li key={id} className="is-missed">
              {t('passedOn', { who })}
            </li>
          );
        return (
          <li key={id}>{leader ? t('told', { who, time }) : t('toldUnit', { unit: unit.name, time })}</li>
        );
      })}
    </ul>
  );
}
