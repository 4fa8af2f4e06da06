import { useOnline } from '../../app/online';
import { useTexts } from '../../app/i18n';
import { Shape } from '../../verbs';
import { useWaitingSteps } from './outbox';

/** The network is gone, work goes on. */
export function OfflineBanner() {
  const t = useTexts('phone');
  const online = useOnline();
  const waiting = useWaitingSteps().length;
  if (online && waiting === 0) return null;
  return (
    <div className="phone-offline" role="status">
      <Shape name="wifi-off" size={20} />
      <span>
        {!online && <strong>{t('offline')}</strong>}
        {waiting > 0 && <small>{t('offlineSteps', { count: waiting })}</small>}
      </span>
    </div>
  );
}
