import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { get } from '../../api/client';
import { useTexts } from '../../app/i18n';
import { clockText } from '../../parts';
import { formOf } from './contact-form';
import { desk, type DeskContact } from './desk-store';

/** The same draft was changed on another screen: both versions side by side, nothing lost until one is chosen. */
export function DraftConflict({ contact }: { contact: DeskContact }): ReactElement {
  const t = useTexts('desk');
  const drafts = useQuery({
    queryKey: ['draft', contact.id, contact.form.key],
    queryFn: () => get('/drafts'),
    gcTime: 0,
  });
  const other = drafts.data?.find((draft) => draft.id === contact.id);
  const gone = drafts.isSuccess && !other;
  const keepOther = (): void => {
    if (!other) return;
    desk.patch(contact.id, { form: formOf(other.body, other.savedAt) });
    desk.fill(contact.id, {});
    desk.saver(contact.id)?.overwrite(other.version);
  };
  return (
    <section className="conflict" role="alert">
      <h3>{t(gone ? 'goneTitle' : 'conflictTitle')}</h3>
      <p className="quiet">{t(gone ? 'goneText' : 'conflictText')}</p>
      <div className="conflict-both">
        <div>
          <h4>{t('conflictMine')}</h4>
          <p className="conflict-text" tabIndex={0} role="group" aria-label={t('conflictMine')}>
            {contact.form.text}
          </p>
          <Button onClick={() => desk.saver(contact.id)?.overwrite(other?.version ?? 0)}>
            {t('keepMine')}
          </Button>
        </div>
        {other && (
          <div>
            <h4>{t('conflictOther', { time: clockText(other.savedAt) })}</h4>
            <p
              className="conflict-text"
              tabIndex={0}
              role="group"
              aria-label={t('conflictOther', { time: clockText(other.savedAt) })}
            >
              {formOf(other.body, other.savedAt).text}
            </p>
            <Button onClick={keepOther}>{t('keepOther')}</Button>
          </div>
        )}
      </div>
    </section>
  );
}
