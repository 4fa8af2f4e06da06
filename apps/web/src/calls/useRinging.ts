import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../api/live';
import { attachCall, type Attached, dropMissed, endTalk } from './attach';
import { popQuery } from './pop-query';
import { usePresence } from './usePresence';

export interface Ringing {
  callId: string;
  since: string;
  /** It has stopped ringing here: taken elsewhere, or the caller gave up. */
  gone: boolean;
}

const farewell = 3000; // ms a call that stopped ringing is still named
const hiddenWaits = 1000; // ms a window that nobody sees leaves the call to one that is seen

/** The call at my telephone: what rings, and what becomes of it on the desk. */
export function useRinging(told: (attached: Attached, front: boolean, callId: string) => void): {
  ringing: Ringing | null;
  take: (callId: string) => void;
} {
  const client = useQueryClient();
  const { data: presence, dataUpdatedAt } = usePresence();
  const [ringing, setRinging] = useState<Ringing | null>(null);
  const asked = useRef(new Set<string>());
  const done = useRef(new Set<string>());

  const attach = (callId: string, answeredAt: string | null = null): void => {
    const front = asked.current.has(callId);
    const go = (): void => {
      done.current.add(callId);
      void attachCall(client, callId, front, answeredAt)
        .then((attached) => told(attached, front, callId))
        .catch(() => done.current.delete(callId));
    };
    if (document.hidden && !front) setTimeout(go, hiddenWaits);
    else go();
  };

  useLive('call', ({ callId, direction, state, at }) => {
    // What I dial myself shows where I dialled it; it is no caller's.
    if (direction !== 'in') return;
    if (state === 'offered') setRinging({ callId, since: at, gone: false });
    const stops = state === 'missed' || state === 'ended';
    if (stops) {
      dropMissed(callId, at);
      setRinging((now) => (now?.callId === callId ? { ...now, gone: true } : now));
    }
    if (state === 'answered') {
      setRinging((now) => (now?.callId === callId ? null : now));
      attach(callId, at);
    }
    if (state === 'talk_ended') endTalk(callId, at);
    if (state === 'talk_ended' || state === 'answered')
      void client.invalidateQueries({ queryKey: popQuery(callId).queryKey });
    if (state === 'talk_ended') void client.invalidateQueries({ queryKey: ['my-contacts'] });
  });

  // What happened while this window was not listening: opened in the middle of a call, or the stream was broken.
  const call = presence?.call ?? null;
  const written = presence?.wrapUp?.direction === 'out' ? null : (presence?.wrapUp?.callId ?? null);
  useEffect(() => {
    if (call?.state === 'offered' && call.direction === 'in') {
      const { callId, since } = call;
      setRinging((now) => (now?.callId === callId ? now : { callId, since, gone: false }));
      return;
    }
    // An answer of the server that is older than the ring says nothing of it.
    setRinging((now) => (now && Date.parse(now.since) < dataUpdatedAt - farewell ? null : now));
    const on = call?.callId ?? written;
    if (on && (call?.direction ?? 'in') === 'in' && !done.current.has(on)) attach(on);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [call?.callId, call?.state, written, dataUpdatedAt]);

  useEffect(() => {
    if (!ringing?.gone) return undefined;
    const timer = setTimeout(() => setRinging(null), farewell);
    return () => clearTimeout(timer);
  }, [ringing]);

  return {
    ringing,
    take: (callId) => {
      asked.current.add(callId);
    },
  };
}
