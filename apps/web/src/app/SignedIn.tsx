import type { ReactElement } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemError } from '../api/client';
import { SessionContext, useSessionQuery } from '../api/session';
import { ErrorState } from '../parts';
import { Shell } from './Shell';

/** Everything behind the sign-in page. */
export function SignedIn(): ReactElement | null {
  const session = useSessionQuery();
  const { pathname, search } = useLocation();
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <Shell />
      </SessionContext>
    );
  }
  if (session.isPending) return null;
  if (session.error instanceof ProblemError && session.error.status === 401) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
}
