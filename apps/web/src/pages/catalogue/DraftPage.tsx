import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { ErrorState, Skeletons } from '../../parts';
import { BackLink } from './BackLink';
import { DraftEditor } from './DraftEditor';
import type { Address } from './useAddress';
import { useDraft } from './useDraft';

/** A draft by its id: to be written, to be read, or already a version. */
export function DraftPage({ id, address }: { id: string; address: Address }): ReactElement {
  const t = useTexts('catalogue');
  const draft = useDraft(id);
  if (!draft.data) {
    return (
      <>
        <div className="admin-tools">
          <BackLink />
        </div>
        {draft.isPending && <Skeletons rows={8} height={64} />}
        {draft.isError && <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />}
      </>
    );
  }
  const { publishedVersion } = draft.data;
  if (publishedVersion !== null) {
    return (
      <>
        <div className="admin-tools">
          <BackLink />
        </div>
        <p className="draft-strip" role="status">
          {t('becameVersion', { version: publishedVersion })}{' '}
          <Link to={`/catalogue?tab=rules&version=${publishedVersion}`}>
            {t('version', { version: publishedVersion })}
          </Link>
        </p>
      </>
    );
  }
  return <DraftEditor draft={draft.data} address={address} />;
}
