import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { get, OfflineError, send } from '../api/client';
import type { DialledCall } from '../api/contract';
import { useLive } from '../api/live';
import { useTexts } from '../app/i18n';
import { durationText, Icon } from '../parts';
import { CallTimer } from '../pages/desk/CallTimer';
import './calls.css';
import './texts';
import { presenceKey, usePresence } from './usePresence';

export type DialPhase = 'none' | 'placing' | 'calling' | 'talking' | 'spoken' | 'unanswered' | 'failed';

export function dialPhase(call: DialledCall | undefined): DialPhase {
  if (!call) return 'none';
  if (call.fault) return 'failed';
  if (call.endedAt) return call.answeredAt ? 'spoken' : 'unanswered';
  if (call.answeredAt) return 'talking';
  return call.callId ? 'calling' : 'placing';
}

function Progress({ call, phase }: { call: DialledCall; phase: DialPhase }): ReactElement {
  const t = useTexts('calls');
  const { at, answeredAt, endedAt } = call;
  if (phase === 'spoken' && answeredAt && endedAt) {
    const talk = durationText(Date.parse(endedAt) - Date.parse(answeredAt));
    return <>{t('dial.spoken', { talk })}</>;
  }
  const since = phase === 'talking' ? answeredAt : phase === 'calling' || phase === 'placing' ? at : null;
  return (
    <>
      {t(`dial.${phase}`)} {since && <CallTimer since={since} />}
    </>
  );
}

interface Props {
  ticketId: string;
  /** The call ended without an answer: what the form will most likely say. */
  onUnanswered: () => void;
}

/** 拨打: the worker is called from my telephone; the number is taken from the record and never shown. */
export function DialLine({ ticketId, onUnanswered }: Props): ReactElement | null {
  const t = useTexts('calls');
  const client = useQueryClient();
  const { data: presence } = usePresence();
  const controls = presence?.telephone?.controls ?? [];
  const key = ['dialled-calls', ticketId];
  const can = presence?.signedIn === true && controls.includes('dial');
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get(`/tickets/${ticketId}/dialled-calls`, undefined, signal),
    enabled: can,
  });
  const ask = (): void => void client.invalidateQueries({ queryKey: key });
  useLive('call', ask);
  useLive('presence', ask);
  const dial = useMutation({
    mutationFn: () =>
      send('POST', '/presence/dial', { callBackOf: ticketId }, { ifMatch: presence?.version ?? 0 }),
    onSettled: () => {
      ask();
      void client.invalidateQueries({ queryKey: presenceKey });
    },
  });
  const newest = data?.[0];
  const phase = dialPhase(newest);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (phase !== 'unanswered' || !newest || told.current === newest.dialId) return;
    told.current = newest.dialId;
    onUnanswered();
  });
  if (!can) return null;
  const on = phase === 'placing' || phase === 'calling' || phase === 'talking';
  const error = dial.error && (dial.error instanceof OfflineError ? t('offline') : dial.error.message);
  return (
    <div className="dial-line">
      <Button
        icon={<Icon name="phone-out" />}
        loading={dial.isPending}
        disabled={on || presence.call !== null}
        onClick={() => dial.mutate()}
      >
        {t(phase === 'none' ? 'dial.start' : 'dial.again')}
      </Button>
      <span className={`dial-state dial-${phase}`} role="status">
        {error ?? (newest && <Progress call={newest} phase={phase} />)}
        {!newest && !error && <span className="quiet">{t('dial.hint')}</span>}
      </span>
    </div>
  );
}
