import type { TicketView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Icon, TimeText, UnitName } from '../../parts';

/** A dispatch that reached nobody: every receiver on its own line, with what became of it. */
export function Undelivered({ ticket }: { ticket: TicketView }) {
  const t = useTexts('ticket');
  const { undelivered } = ticket;
  if (!undelivered) return null;
  return (
    <section className="panel undelivered" aria-labelledby="undelivered">
      <h2 id="undelivered">
        {t('undelivered.title')} <TimeText at={undelivered.at} />
      </h2>
      <ul>
        {undelivered.receivers.map(({ unit, role, outcome }) => (
          <li key={unit.id} className={outcome === 'held-back' ? '' : 'is-bad'}>
            <Icon name={outcome === 'held-back' ? 'clock' : 'close'} size={14} />
            <UnitName unit={unit} />
            <span className="tag">{t(role)}</span>
            <span>{t(`undelivered.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('undelivered.next')}</p>
    </section>
  );
}
