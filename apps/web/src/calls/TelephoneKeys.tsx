import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { OwnPresence, TelephoneKey } from '../api/contract';
import { useTexts } from '../app/i18n';
import { Icon, type IconName } from '../parts';
import type { PresenceActs } from './usePresenceActs';

const looks: Record<Exclude<TelephoneKey, 'dial'>, { icon: IconName; danger?: boolean }> = {
  answer: { icon: 'phone' },
  reject: { icon: 'phone-down' },
  hold: { icon: 'hold' },
  resume: { icon: 'phone' },
  'hang-up': { icon: 'phone-down', danger: true },
};
export const keyHints = { answer: 'alt+a', hold: 'alt+h', resume: 'alt+h', 'hang-up': 'alt+g' } as const;

export type PressedKey = keyof typeof looks;
export const isPressed = (key: TelephoneKey): key is PressedKey => key !== 'dial';

interface Props {
  presence: OwnPresence;
  acts: PresenceActs;
}

/** The keys that my telephone takes from the screen just now; a telephone that takes none shows none. */
export function TelephoneKeys({ presence, acts }: Props): ReactElement | null {
  const t = useTexts('calls');
  // The ringing call has its keys in its own panel.
  const keys = (presence.telephone?.keys ?? [])
    .filter(isPressed)
    .filter((key) => key !== 'answer' && key !== 'reject');
  if (keys.length === 0) return null;
  return (
    <div className="telephone-keys" role="group" aria-label={t('telephone')}>
      {keys.map((key) => (
        <Button
          key={key}
          type={looks[key].danger ? 'default' : 'text'}
          danger={looks[key].danger ?? false}
          icon={<Icon name={looks[key].icon} />}
          aria-label={t(`key.${key}`)}
          disabled={acts.busy}
          onClick={() => acts.press(key)}
        >
          <span className="call-word">{t(`key.${key}`)}</span>
        </Button>
      ))}
    </div>
  );
}
