import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftView, TicketVerb, TicketView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { useSettings } from '../app/settings';
import { allDrafts, forgetDraft, Icon, momentText } from '../parts';
import { VERBS } from './verbs';

interface UnsentDraftsProps {
  ticket: TicketView;
  /** The form that is open shows its own draft. */
  open: readonly (TicketVerb | null)[];
  onResume: (verb: TicketVerb) => void;
}

type FormDraft = DraftView & { purpose: TicketVerb };

/** Forms of this ticket that were begun and closed: each can be gone on with or thrown away. */
export function UnsentDrafts({ ticket, open, onResume }: UnsentDraftsProps) {
  const t = useTexts('verbs');
  const { language } = useSettings();
  const client = useQueryClient();
  const { data = [] } = useQuery(allDrafts);
  const isOffered = (draft: DraftView): draft is FormDraft =>
    draft.subjectId === ticket.id &&
    ticket.verbs.some((verb) => verb === draft.purpose && VERBS[verb].form !== null && !open.includes(verb));
  const drafts = data.filter(isOffered);
  if (drafts.length === 0) return null;
  const forget = (draft: FormDraft) =>
    void forgetDraft(draft.id).then(() => client.invalidateQueries({ queryKey: allDrafts.queryKey }));
  return (
    <section className="unsent" aria-label={t('draft.unsent')}>
      <span className="unsent-name">
        <Icon name="cloud-check" size={14} /> {t('draft.unsent')}
      </span>
      {drafts.map((draft) => {
        const verb = VERBS[draft.purpose].label[language];
        return (
          <span key={draft.id} className="unsent-one">
            <Button type="link" size="small" onClick={() => onResume(draft.purpose)}>
              {t('draft.resume', { verb })}
            </Button>
            <small className="quiet">{momentText(draft.savedAt)}</small>
            <Button
              type="text"
              size="small"
              aria-label={t('draft.forget', { verb })}
              icon={<Icon name="close" size={12} />}
              onClick={() => forget(draft)}
            />
          </span>
        );
      })}
    </section>
  );
}
