import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { OfflineError, send } from '../api/client';
import type { OwnPresence, TelephoneKey } from '../api/contract';
import { useTexts } from '../app/i18n';
import { screenId } from './tab-lock';
import { presenceKey } from './usePresence';

export interface Aim {
  intent: 'ready' | 'break' | 'training' | 'outbound' | 'signed-out';
  reason: string | null;
}

export interface PresenceActs {
  signIn: () => void;
  signOut: () => void;
  choose: (aim: Aim) => void;
  /** What comes after the call; null takes it back. */
  setNext: (aim: Aim | null) => void;
  prolong: () => void;
  endWrapUp: () => void;
  press: (key: Exclude<TelephoneKey, 'dial'>) => void;
  busy: boolean;
}

type Change = (version: number) => Promise<OwnPresence>;

/** What I can do at the line. The server decides; what it refused is said, and the bar shows what is. */
export function usePresenceActs(presence: OwnPresence | undefined): PresenceActs {
  const t = useTexts('calls');
  const client = useQueryClient();
  const { message } = App.useApp();
  const failed = (error: Error): void => {
    void message.error(error instanceof OfflineError ? t('offline') : error.message);
    void client.invalidateQueries({ queryKey: presenceKey });
  };
  const change = useMutation({
    mutationFn: (act: Change) => act(presence?.version ?? 0),
    onSuccess: (view) => client.setQueryData(presenceKey, view),
    onError: failed,
  });
  const callId = presence?.call?.callId ?? null;
  const key = useMutation({
    mutationFn: async (name: Exclude<TelephoneKey, 'dial'>) =>
      send('POST', `/presence/telephone/${name}`, { callId, screenId: await screenId() }),
    onError: failed,
  });
  const { mutate } = change;
  return {
    signIn: () => mutate((ifMatch) => send('POST', '/presence/sign-in', undefined, { ifMatch })),
    signOut: () => mutate((ifMatch) => send('POST', '/presence/sign-out', undefined, { ifMatch })),
    choose: ({ intent, reason }) => {
      if (intent === 'signed-out')
        mutate((ifMatch) => send('POST', '/presence/sign-out', undefined, { ifMatch }));
      else mutate((ifMatch) => send('POST', '/presence/state', { intent, reason }, { ifMatch }));
    },
    setNext: (aim) =>
      mutate((ifMatch) =>
        send(
          'POST',
          '/presence/next',
          { intent: aim?.intent ?? null, reason: aim?.reason ?? null },
          { ifMatch },
        ),
      ),
    prolong: () => mutate((ifMatch) => send('POST', '/presence/wrap-up/prolong', undefined, { ifMatch })),
    endWrapUp: () => mutate((ifMatch) => send('POST', '/presence/wrap-up/end', undefined, { ifMatch })),
    press: (name) => key.mutate(name),
    busy: change.isPending || key.isPending,
  };
}
