import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon } from '../../parts';
import type { useTestLine } from './useLines';

interface Props {
  test: ReturnType<typeof useTestLine>;
  /** this kind of switchboard keeps a log */
  hasLog: boolean;
}

/** What a test of the line found, in sentences. */
export function TestResult({ test, hasLog }: Props): ReactElement | null {
  const t = useTexts('lines');
  if (test.isPending)
    return (
      <p className="line-test" role="status">
        {t('testing')}
      </p>
    );
  if (test.isError) return <ErrorState small error={test.error} />;
  if (!test.data) return null;
  const { fault, queues, clockSkewMs, log, logFault } = test.data;
  if (fault)
    return (
      <div className="line-test line-test-bad" role="alert">
        <Icon name="alert" size={16} />
        <div>
          <strong>{t('testFailed', { title: t(`reason.${fault}.title`) })}</strong>
          <p>{t(`reason.${fault}.todo`)}</p>
        </div>
      </div>
    );
  const clock =
    clockSkewMs === null ? t('testNoClock') : t('testSkew', { ms: clockSkewMs.toLocaleString('en-US') });
  return (
    <div className={`line-test line-test-${logFault ? 'warn' : 'ok'}`} role="status">
      <Icon name={logFault ? 'alert' : 'check'} size={16} />
      <div>
        <strong>{t('testOk', { ms: clock })}</strong>
        {queues.length === 0 && <p>{t('testNoQueues')}</p>}
        {queues.map((queue) => (
          <p key={queue.name}>{t('testQueue', { ...queue })}</p>
        ))}
        {hasLog && (
          <p>
            {logFault
              ? t(log === 'readable' ? 'testLogConcern' : 'testLogFault', {
                  title: t(`reason.${logFault}.title`),
                  todo: t(`reason.${logFault}.todo`),
                })
              : t(`testLog.${log}`)}
          </p>
        )}
      </div>
    </div>
  );
}
