import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import { ErrorState, momentText, SaveState, Skeletons } from '../parts';
import { ClockList } from './ClockList';
import { FactsForm } from './FactsForm';
import { isEmpty } from './facts';
import { problemsOf } from './problems';
import { type Editing, useLegalFacts } from './useLegalFacts';
import { useReckoning } from './useReckoning';

/** The form with what it leads to under it, computed by the server while one types. */
function Edit({ editing }: { editing: Editing }): ReactElement {
  const t = useTexts('legal');
  const { facts, problems, trouble, pending, change, save, cancel, status } = editing;
  const preview = useReckoning(facts, true);
  const wrong = { ...problemsOf(preview.error), ...problems };
  return (
    <form
      className="legal-edit"
      noValidate
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FactsForm facts={facts} change={change} problems={wrong} />
      {trouble && (
        <div className="note is-warn" role="alert">
          {trouble}
        </div>
      )}
      <p className="legal-foot">
        <Button type="primary" size="small" htmlType="submit" loading={pending}>
          {t('save')}
        </Button>
        <Button size="small" onClick={cancel}>
          {t('cancel')}
        </Button>
        {status.phase !== 'fresh' && <SaveState status={status} />}
      </p>
      {preview.data && !isEmpty(facts) && <ClockList reckoning={preview.data} />}
    </form>
  );
}

/** 法定时效 of a ticket: the periods, and the facts they rest on for whoever works on it. */
export default function LegalPanel({ ticketId }: { ticketId: string }): ReactElement {
  const t = useTexts('legal');
  const { panel, editing, edit } = useLegalFacts(ticketId);
  const { data } = panel;
  const empty = !data || isEmpty(data.facts);
  return (
    <section className="panel" aria-labelledby="legal">
      <div className="legal-title">
        <h2 id="legal">{t('title')}</h2>
        <span className="guess" title={t('guessTitle')}>
          {t('guess')}
        </span>
        {data?.mayEdit && !editing && (
          <Button size="small" onClick={edit}>
            {t(empty ? 'fill' : 'edit')}
          </Button>
        )}
      </div>
      {panel.isPending && <Skeletons rows={2} height={40} />}
      {panel.isError && <ErrorState small error={panel.error} onRetry={() => void panel.refetch()} />}
      {editing && <Edit editing={editing} />}
      {!editing && data && empty && <p className="quiet">{t('none')}</p>}
      {!editing && data && !empty && <ClockList reckoning={data} />}
      {!editing && data?.savedAt && (
        <p className="legal-caveat">
          {t('savedBy', { name: data.savedBy ?? '', time: momentText(data.savedAt) })}
        </p>
      )}
    </section>
  );
}
