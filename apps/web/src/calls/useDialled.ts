import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { get, OfflineError, send } from '../api/client';
import type { DialledCall } from '../api/contract';
import { useLive } from '../api/live';
import { useTexts } from '../app/i18n';
import { presenceKey, usePresence } from './usePresence';

/** What is called about: the number is taken from its record, on the server. */
export type DialAbout = { ticket: string } | { missedCall: string };

export type DialPhase = 'none' | 'placing' | 'calling' | 'talking' | 'ended' | 'failed';

export function dialPhase(call: DialledCall | undefined): DialPhase {
  if (!call) return 'none';
  if (call.fault) return 'failed';
  if (call.endedAt ?? call.talkEndedAt) return 'ended';
  if (call.answeredAt) return 'talking';
  return call.rangAt ? 'calling' : 'placing';
}

const unheard = 90_000; // ms after which a call nobody has heard of was not placed

/** @returns the calls dialled about this, newest first, kept fresh while the telephone tells of them */
function useCalls(about: DialAbout, enabled: boolean) {
  const client = useQueryClient();
  const key = ['dialled-calls', about] as const;
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      'ticket' in about
        ? get(`/tickets/${about.ticket}/dialled-calls`, undefined, signal)
        : get(`/missed-calls/${about.missedCall}/dialled-calls`, undefined, signal),
    enabled,
    // A message may be lost; a call that goes on is looked after.
    refetchInterval: ({ state }) =>
      ['placing', 'calling', 'talking'].includes(dialPhase(state.data?.[0])) ? 5_000 : false,
  });
  const ask = (): void => void client.invalidateQueries({ queryKey: ['dialled-calls'] });
  useLive('call', ask);
  useLive('presence', ask);
  return { calls: query.data, ask };
}

/** Dialling about one thing, and how it goes. `told` hears each result once, the newest call's only. */
export function useDialled(about: DialAbout, told: (call: DialledCall) => void) {
  const t = useTexts('calls');
  const client = useQueryClient();
  const { data: presence } = usePresence();
  const can = presence?.signedIn === true && (presence.telephone?.controls ?? []).includes('dial');
  const { calls, ask } = useCalls(about, can);
  const after = (): void => {
    ask();
    void client.invalidateQueries({ queryKey: presenceKey });
  };
  const dial = useMutation({
    mutationFn: () => {
      const body = 'ticket' in about ? { callBackOf: about.ticket } : { missedCall: about.missedCall };
      return send('POST', '/presence/dial', body, { ifMatch: presence?.version ?? 0 });
    },
    onSettled: after,
  });
  const own = presence?.call?.direction === 'out' ? presence.call.callId : null;
  const stop = useMutation({
    mutationFn: () => send('POST', '/presence/telephone/hang-up', { callId: own }),
    onSettled: after,
  });
  const newest = calls?.[0];
  const heard = useRef<string | null>(null);
  const word = newest?.result ? `${newest.dialId} ${newest.result}` : null;
  useEffect(() => {
    if (!newest || word === null || heard.current === word || newest.writtenDown) return;
    heard.current = word;
    told(newest);
  });
  const phase = dialPhase(newest);
  const stale = phase === 'placing' && newest && Date.now() - Date.parse(newest.at) > unheard;
  const error = dial.error ?? stop.error;
  return {
    can,
    calls: calls ?? [],
    phase: stale ? ('failed' as const) : phase,
    dial: () => dial.mutate(),
    dialling: dial.isPending,
    /** Somebody else is on my telephone, or another call of mine. */
    busy: presence?.call != null,
    stop: own !== null && (presence?.telephone?.keys ?? []).includes('hang-up') ? () => stop.mutate() : null,
    error: error && (error instanceof OfflineError ? t('offline') : error.message),
  };
}
