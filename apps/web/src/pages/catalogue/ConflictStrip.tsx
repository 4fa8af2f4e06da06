import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { TimeText } from '../../parts';
import { compareRules, isSameRules } from './compare';
import { CountLine } from './CountLine';
import { Differences } from './Differences';
import type { EditedDraft } from './useDraft';

/** After a refused save: the newer copy beside what is typed here, which stays until a person chooses. */
export function ConflictStrip({ edited }: { edited: EditedDraft }): ReactElement | null {
  const t = useTexts('catalogue');
  const { theirs, value, status } = edited;
  if (!theirs || status.phase !== 'conflict') return null;
  const found = compareRules(theirs.rules, value.rules);
  return (
    <section className="conflict" role="alert" aria-label={t('conflict.title')}>
      <div className="admin-tools">
        <b>{t('conflict.title')}</b>
        <span>
          {theirs.savedBy} <TimeText at={theirs.savedAt} />
        </span>
        <span className="admin-space" />
        <Button onClick={edited.takeTheirs}>{t('conflict.theirs')}</Button>
        <Button type="primary" onClick={edited.keepMine}>
          {t('conflict.mine')}
        </Button>
      </div>
      <p className="quiet">{t('conflict.hint')}</p>
      {theirs.note !== value.note && (
        <p>
          {t('columns.note')}: <del className="mark">{theirs.note}</del> →{' '}
          <ins className="mark">{value.note}</ins>
        </p>
      )}
      {isSameRules(found) ? (
        <p className="quiet">{t('conflict.sameRules')}</p>
      ) : (
        <>
          <p>
            <CountLine found={found} />
          </p>
          <Differences found={found} names={{ before: t('conflict.newer'), after: t('conflict.here') }} />
        </>
      )}
    </section>
  );
}
