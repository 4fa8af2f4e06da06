import type { ReactElement } from 'react';
import { useCommands } from '../app/commands';
import { useTexts } from '../app/i18n';
import { TopBar } from '../app/TopBar';
import { Icon } from '../parts';
import { desk } from '../pages/desk/desk-store';
import './calls.css';
import { StatePill, useStateName } from './StatePill';
import { isPressed, TelephoneKeys } from './TelephoneKeys';
import './texts';
import { usePresence } from './usePresence';
import { type PresenceActs, usePresenceActs } from './usePresenceActs';
import { WrapUp } from './WrapUp';
import type { OwnPresence } from '../api/contract';

function useLineCommands(presence: OwnPresence | undefined, acts: PresenceActs): void {
  const t = useTexts('calls');
  const can = (key: string): boolean =>
    (presence?.telephone?.keys ?? []).filter(isPressed).some((one) => one === key);
  const writes = (): boolean => presence?.wrapUp != null;
  const held = (): boolean => can('resume');
  const ready = (): void => {
    if (!presence?.signedIn) acts.signIn();
    else if (presence.call) acts.setNext({ intent: 'ready', reason: null });
    else acts.choose({ intent: 'ready', reason: null });
  };
  useCommands(
    [
      { name: 'line.ready', label: t('intent.ready'), icon: 'check', key: 'alt+r', perform: ready },
      {
        name: 'line.hold',
        label: t('holdOrResume'),
        key: 'alt+h',
        when: () => can('hold') || held(),
        perform: () => acts.press(held() ? 'resume' : 'hold'),
      },
      {
        name: 'line.hang-up',
        label: t('key.hang-up'),
        icon: 'phone-down',
        key: 'alt+g',
        when: () => can('hang-up'),
        perform: () => acts.press('hang-up'),
      },
      { name: 'line.prolong', label: t('prolongWrapUp'), key: 'alt+y', when: writes, perform: acts.prolong },
      { name: 'line.written', label: t('endWrapUp'), key: 'alt+w', when: writes, perform: acts.endWrapUp },
    ],
    presence !== undefined,
  );
}

/** The call that is on while another contact is open: one press away. */
function CallAway({
  presence,
  activeCall,
}: {
  presence: OwnPresence;
  activeCall: string | null;
}): ReactElement | null {
  const t = useTexts('calls');
  const { call } = presence;
  if (!call || call.state === 'offered' || call.callId === activeCall) return null;
  const contact = desk.snapshot().contacts.find((one) => one.form.callId === call.callId);
  const words = call.masked ?? t('withheld');
  if (!contact) return <span className="call-away">{words}</span>;
  return (
    <button
      type="button"
      className="call-away"
      title={t('backToCall')}
      onClick={() => desk.activate(contact.id)}
    >
      {words} <Icon name="arrow-right" size={14} />
    </button>
  );
}

interface Props {
  /** The call of the contact that is open. */
  activeCall: string | null;
}

/** At the top of the desk: what I am at the line, what the telephone does, and what both may be told. */
export function PresenceBar({ activeCall }: Props): ReactElement | null {
  const t = useTexts('calls');
  const { data: presence } = usePresence();
  const acts = usePresenceActs(presence);
  const nameOf = useStateName(presence);
  useLineCommands(presence, acts);
  if (!presence) return null;
  const { next, wrapUp, line, telephone, signedIn } = presence;
  return (
    <>
      <TopBar>
        <div className="presence" role="group" aria-label={t('presence')}>
          <StatePill presence={presence} acts={acts} />
          {next && (
            <span className="next-chip">
              {t('next', { state: nameOf(next) })}
              <button type="button" aria-label={t('clearNext')} onClick={() => acts.setNext(null)}>
                <Icon name="close" size={12} />
              </button>
            </span>
          )}
          {wrapUp && <WrapUp wrapUp={wrapUp} acts={acts} />}
          {signedIn && telephone && line === 'down' && (
            <span className="line-down" role="status" title={t('lineDownHint')}>
              <Icon name="alert" size={14} />
              {t('lineDown')}
            </span>
          )}
          <CallAway presence={presence} activeCall={activeCall} />
        </div>
      </TopBar>
      <TopBar>
        <TelephoneKeys presence={presence} acts={acts} />
      </TopBar>
    </>
  );
}
