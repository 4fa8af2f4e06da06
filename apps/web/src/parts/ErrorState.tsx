import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { OfflineError, ProblemError } from '../api/client';
import { useTexts } from '../app/i18n';
import { Icon } from './Icon';
import './texts';

/** A request id that a person can read out to support, or copy. */
export function RequestId({ id }: { id: string }): ReactElement | null {
  const t = useTexts('parts');
  const [copied, setCopied] = useState(false);
  if (!id) return null;
  return (
    <button
      type="button"
      className="request-id"
      aria-label={`${t('copy')} ${t('requestId', { id })}`}
      onClick={() => void navigator.clipboard?.writeText(id).then(() => setCopied(true))}
    >
      {t('requestId', { id })} <Icon name={copied ? 'check' : 'copy'} size={14} />
    </button>
  );
}

/** What failed, what to do, the request id, and 重试. */
export function ErrorState({
  error,
  onRetry,
  small = false,
}: {
  error: unknown;
  onRetry?: () => void;
  small?: boolean;
}): ReactElement {
  const t = useTexts('parts');
  const offline = error instanceof OfflineError;
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className={`error-state${small ? ' error-small' : ''}`} role="alert">
      <Icon name="alert" size={small ? 16 : 24} />
      <div>
        <p className="error-title">{offline ? t('offlineTitle') : (problem?.title ?? t('failedTitle'))}</p>
        <p className="quiet">{offline ? t('offlineText') : problem?.detail}</p>
        {problem && <RequestId id={problem.requestId} />}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}
