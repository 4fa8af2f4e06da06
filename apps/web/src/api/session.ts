import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { get, send } from './client';
import type { Permission, Role, SessionView, SignInBody } from './contract';
import { setServerTime } from './server-clock';

export const SessionContext = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the signed-in part');
  return session;
}

export function useCan(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

export function useHasRole(role: Role): boolean {
  return useSession().memberships.some((membership) => membership.role === role);
}

function opened(session: SessionView): SessionView {
  setServerTime(session.serverTime);
  return session;
}

export function useSessionQuery(): UseQueryResult<SessionView> {
  return useQuery({
    queryKey: ['session'],
    queryFn: async () => opened(await get('/session')),
    staleTime: Infinity,
    retry: false,
  });
}

export const signIn = async (body: SignInBody): Promise<SessionView> =>
  opened(await send('POST', '/session', body));
export const signOut = (): Promise<void> => send('DELETE', '/session');
