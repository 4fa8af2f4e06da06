import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon, momentText, Skeletons } from '../../parts';
import type { usePreview } from './usePreview';

/** Where the case would go and why, in the server's words. */
export function Answer({ preview }: { preview: ReturnType<typeof usePreview> }): ReactElement {
  const t = useTexts('catalogue');
  const { data } = preview;
  if (preview.isError)
    return <ErrorState small error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!data) {
    return preview.isFetching ? (
      <Skeletons rows={3} height={28} />
    ) : (
      <p className="answer admin-note">{t('waiting')}</p>
    );
  }
  const clear = data.clear && data.target !== null;
  return (
    <div className={`answer${clear ? ' is-clear' : ''}`} role="status">
      <b>
        <Icon name={clear ? 'check' : 'alert'} />{' '}
        {clear ? t('answered', { unit: data.target?.name }) : t('unclear')}
      </b>
      {data.queueReason && <p>{t(`reasons.${data.queueReason}`)}</p>}
      <p>{data.explanation.text}</p>
      <p className="admin-note">
        {data.explanation.catalogueVersion === 0
          ? t('draft')
          : t('version', { version: data.explanation.catalogueVersion })}{' '}
        · {data.explanation.rule === null ? t('noRule') : t('ruleDecides', { no: data.explanation.rule })}
      </p>
      {data.chain.length > 0 && (
        <p className="admin-note">
          {t('chainLabel')} {data.chain.map((unit) => unit.name).join(' → ')}
        </p>
      )}
      {(data.dueAt ?? data.signLimit) && (
        <p className="admin-note">
          {[
            data.signLimit && t('sign', { at: momentText(data.signLimit) }),
            data.dueAt && t('due', { at: momentText(data.dueAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}
