import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { ErrorState, Skeletons } from '../../parts';
import { useComparison } from './useLimits';
import { COLUMNS, useLimitWords } from './words';

interface Props {
  from: number;
  draftVersion: number;
  onClose: () => void;
}

/** Row by row, what the draft changes. */
export function CompareModal({ from, draftVersion, onClose }: Props): ReactElement {
  const t = useTexts('limits');
  const words = useLimitWords();
  const found = useComparison(from, draftVersion);
  return (
    <Modal open width={720} title={t('comparing.title', { version: from })} footer={null} onCancel={onClose}>
      {found.isPending && <Skeletons rows={4} height={40} />}
      {found.isError && <ErrorState small error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          {found.data.rows.length === 0 && !found.data.maxExtensions && <p>{t('comparing.same')}</p>}
          <ul className="limit-changes">
            {found.data.maxExtensions && (
              <li>
                <span className="tag">{t('comparing.changed')}</span>
                <span>{t('comparing.extensions')}</span>
                <span>
                  <s className="quiet">{found.data.maxExtensions.before}</s> →{' '}
                  <b>{found.data.maxExtensions.after}</b>
                </span>
              </li>
            )}
            {found.data.rows.map(({ row, before, after }) => (
              <li key={`${row.id} ${after ? 'new' : 'old'}`}>
                <span className="tag">
                  {t(`comparing.${!before ? 'fresh' : !after ? 'gone' : 'changed'}`)}
                </span>
                <span>
                  {t(`clock.${row.clock}`)}
                  {' · '}
                  {COLUMNS.filter((column) => row[column] !== null)
                    .map((column) => words.value(column, row[column] ?? ''))
                    .join(' · ') || t('anyCase')}
                </span>
                <span>
                  {before && <s className="quiet">{words.limit(before)}</s>}
                  {before && after && ' → '}
                  {after && <b>{words.limit(after)}</b>}
                </span>
              </li>
            ))}
          </ul>
          <p className="admin-note">{t('comparing.unchanged', { count: found.data.unchanged })}</p>
        </>
      )}
    </Modal>
  );
}
