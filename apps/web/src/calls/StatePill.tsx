import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import type { OwnPresence } from '../api/contract';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { Icon, Kbd } from '../parts';
import { CallTimer } from '../pages/desk/CallTimer';
import { breakName, type Choice, choicesOf, isForLater, stateIcons } from './choices';
import type { PresenceActs } from './usePresenceActs';

interface Props {
  presence: OwnPresence;
  acts: PresenceActs;
}

/** The name of a state; a break bears its own reason. */
export function useStateName(
  presence: OwnPresence | undefined,
): (aim: { intent: string; reason: string | null }) => string {
  const t = useTexts('calls');
  const { language } = useSettings();
  return ({ intent, reason }) => breakName(presence?.breaks ?? [], reason, language) ?? t(`intent.${intent}`);
}

function Item({ choice, name }: { choice: Choice; name: string }): ReactElement {
  const t = useTexts('calls');
  return (
    <span className="state-item">
      <Icon name={choice.icon} />
      <span>{name}</span>
      {choice.minutes !== null && (
        <span className="quiet small">{t('limit', { minutes: choice.minutes })}</span>
      )}
      {choice.key === 'ready' && <Kbd keys="alt+r" />}
    </span>
  );
}

/** What I am at the line, since when, and the way to be something else. */
export function StatePill({ presence, acts }: Props): ReactElement {
  const t = useTexts('calls');
  const nameOf = useStateName(presence);
  const { shown, signedIn, reason, intent, overLimit } = presence;
  const later = isForLater(presence);
  const own = shown === 'break' || shown === 'training';
  const word = own ? nameOf({ intent, reason }) : t(`shown.${shown}`);
  const since = presence.call?.since ?? presence.shownSince ?? presence.since;
  const items = signedIn
    ? choicesOf(presence.breaks)
        .filter((choice) => later || choice.intent !== intent || choice.reason !== reason)
        .map((choice) => ({
          key: choice.key,
          label: <Item choice={choice} name={nameOf(choice)} />,
          onClick: () => (later ? acts.setNext(choice) : acts.choose(choice)),
        }))
    : [{ key: 'sign-in', label: t(presence.telephone ? 'signIn' : 'signInByHand'), onClick: acts.signIn }];
  const menu = {
    items:
      later && signedIn
        ? [{ type: 'group' as const, key: 'later', label: t('afterwards'), children: items }]
        : items,
  };
  return (
    <Dropdown menu={menu} trigger={['click']} placement="bottomLeft" classNames={{ root: 'state-menu' }}>
      <button
        type="button"
        className={`state-pill state-${overLimit ? 'over' : shown}`}
        title={t('change')}
        aria-haspopup="menu"
      >
        <Icon name={stateIcons[shown]} size={18} />
        <span className="visually-hidden">{t('presence')}</span>
        <span className="state-word">{word}</span>
        {signedIn && since && shown !== 'wrap-up' && <CallTimer since={since} />}
        <Icon name="chevron-down" size={14} />
      </button>
    </Dropdown>
  );
}
