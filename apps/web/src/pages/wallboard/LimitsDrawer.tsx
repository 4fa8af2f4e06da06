import type { ReactElement } from 'react';
import type { UnitBrief, WallLimitsInForce, WallPicture } from '../../api/contract';
import { useIsPhone } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { ErrorState, momentText, Sheet, Skeletons } from '../../parts';
import { LimitsForm } from './LimitsForm';
import './limits.css';
import { useLimits } from './useLimits';

interface Props {
  unit: UnitBrief;
  wall: WallPicture;
  waited: number;
  onClose: () => void;
}

/** Whose limits hold here, and who set them when. */
function Whose({ shown }: { shown: WallLimitsInForce }): ReactElement {
  const t = useTexts('wallboard');
  const { own, unit, at, by } = shown;
  return (
    <p className="limit-whose">
      <span className={`tag${own ? ' tag-accent' : ''}`}>
        {own ? t('limits.own') : unit ? t('limits.inherits', { unit: unit.name }) : t('limits.shipped')}
      </span>
      {at && <span className="quiet small">{t('limits.set', { by: by ?? '', time: momentText(at) })}</span>}
    </p>
  );
}

/** From where on the tiles of this wall warn: read by everybody, changed by whoever manages the unit. */
export function LimitsDrawer({ unit, wall, waited, onClose }: Props): ReactElement {
  const t = useTexts('wallboard');
  const phone = useIsPhone();
  const limits = useLimits(unit.id);
  const { data } = limits;
  return (
    <Sheet
      open
      size={phone ? '100%' : 480}
      title={t('limits.title', { unit: unit.name })}
      onClose={onClose}
      destroyOnHidden
      // The tiles stay as they are while their limits are set.
      styles={{ mask: { background: 'transparent' } }}
    >
      <p className="quiet">{t('limits.lead')}</p>
      {limits.isPending && <Skeletons rows={4} height={72} />}
      {limits.isError && <ErrorState small error={limits.error} onRetry={() => void limits.refetch()} />}
      {data && <Whose shown={data} />}
      {data && <LimitsForm shown={data} wall={wall} waited={waited} onDone={onClose} />}
    </Sheet>
  );
}
