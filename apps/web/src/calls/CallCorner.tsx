import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCommands } from '../app/commands';
import { useTexts } from '../app/i18n';
import { focusDesk } from '../pages/desk/focus';
import { attachCall, type Attached } from './attach';
import './calls.css';
import { CallPopPanel } from './CallPopPanel';
import { announcement } from './announcement';
import { popQuery } from './pop-query';
import './texts';
import { usePresence, usePresenceLive } from './usePresence';
import { usePresenceActs } from './usePresenceActs';
import { type Ringing, useRinging } from './useRinging';

/** The corner of every page where the call at my telephone shows itself. It never takes the focus. */
export default function CallCorner(): ReactElement {
  const t = useTexts('calls');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { message } = App.useApp();
  const { data: presence } = usePresence();
  const acts = usePresenceActs(presence);
  usePresenceLive();
  const toDesk = (): void => {
    if (pathname !== '/desk') void navigate('/desk');
    focusDesk('kind');
  };
  /** @param front asked for by a key or a click in this window: then, and only then, the focus moves */
  const elsewhere = (callId: string): void => {
    const key = `elsewhere.${callId}`;
    const here = (): void => {
      message.destroy(key);
      void attachCall(client, callId, true, null, true).then((attached) => told(attached, true, callId));
    };
    const content = (
      <>
        {t('openElsewhere')}{' '}
        <Button size="small" onClick={here}>
          {t('openHere')}
        </Button>
      </>
    );
    void message.info({ key, content, duration: 8 });
  };
  const told = (attached: Attached, front: boolean, callId: string): void => {
    if (attached === 'full') void message.warning(t('deskFull'));
    if (attached === 'elsewhere' && front) elsewhere(callId);
    if (attached === 'here' && front) toDesk();
  };
  const { ringing, take } = useRinging(told);
  const { data: pop, error } = useQuery({
    ...popQuery(ringing?.callId ?? ''),
    enabled: ringing !== null,
  });
  const open = ({ callId }: Ringing): void => {
    take(callId);
    void attachCall(client, callId, true).then((attached) => told(attached, true, callId));
  };
  const answer = ({ callId }: Ringing): void => {
    take(callId);
    // The server gives the call to the window that answers, not to one that hears of the answer first.
    acts.press('answer');
  };
  const keys = presence?.telephone?.keys ?? [];
  const rings = ringing !== null && !ringing.gone;
  const canAnswer = rings && keys.includes('answer');
  useCommands(
    [
      {
        name: 'call.answer',
        label: t('key.answer'),
        icon: 'phone',
        key: 'alt+a',
        when: () => canAnswer,
        perform: () => ringing && answer(ringing),
      },
      {
        name: 'call.open',
        label: t('openCall'),
        key: 'alt+o',
        when: () => rings,
        perform: () => ringing && open(ringing),
      },
      {
        name: 'call.reject',
        label: t('key.reject'),
        icon: 'phone-down',
        when: () => rings && keys.includes('reject'),
        perform: () => acts.press('reject'),
      },
    ],
    rings,
  );
  const shown = ringing && pop?.callId === ringing.callId ? pop : undefined;
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {ringing ? announcement(t, ringing.gone, shown, canAnswer) : ''}
      </p>
      {ringing && (
        <CallPopPanel
          ringing={ringing}
          pop={shown}
          masked={presence?.call?.callId === ringing.callId ? presence.call.masked : null}
          failed={error !== null && !shown}
          keys={keys}
          busy={acts.busy}
          answer={() => answer(ringing)}
          reject={() => acts.press('reject')}
          open={() => open(ringing)}
        />
      )}
    </>
  );
}
