import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChangeRow } from '../../../api/contract';
import { Icon, type IconName } from '../../../parts';

const LOOKS: Record<UnitChangeRow['state'], { icon: IconName; className: string }> = {
  draft: { icon: 'file', className: '' },
  scheduled: { icon: 'clock', className: 'is-scheduled' },
  running: { icon: 'refresh', className: 'is-running' },
  done: { icon: 'check', className: 'is-done' },
  failed: { icon: 'alert', className: 'is-failed' },
  cancelled: { icon: 'close', className: '' },
};

/** The state in a word and a shape; colour only underlines it. */
export function StateTag({ state }: { state: UnitChangeRow['state'] }): ReactElement {
  const t = useTexts('unitChanges');
  const { icon, className } = LOOKS[state];
  return (
    <span className={`change-state ${className}`}>
      <Icon name={icon} size={13} />
      {t(`state.${state}`)}
    </span>
  );
}
