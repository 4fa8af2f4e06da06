import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, Navigate, useRouteError } from 'react-router';
import { useSession } from '../api/session';
import { EmptyState } from '../parts';
import { useTexts } from './i18n';
import { firstPageOf } from './pages';

export function NotFound(): ReactElement {
  const t = useTexts('app');
  return (
    <EmptyState icon="alert" title={t('notFound')}>
      <Link to="/">{t('home')}</Link>
    </EmptyState>
  );
}

export function FirstPage(): ReactElement {
  return <Navigate to={firstPageOf(useSession())} replace />;
}

/** A page that failed while drawing, or whose code could not be fetched after a new release. */
export function Crashed(): ReactElement {
  const t = useTexts('app');
  const error = useRouteError();
  return (
    <EmptyState icon="alert" title={t('crashed')}>
      <p className="quiet">{error instanceof Error ? error.message : ''}</p>
      <Button onClick={() => location.reload()}>{t('reload')}</Button>
    </EmptyState>
  );
}
