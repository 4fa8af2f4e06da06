import { Button, InputNumber, Progress } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueDraft, DryRun } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon, Skeletons, TimeText } from '../../parts';
import { DryRunResult } from './DryRunResult';
import { DryRunRows } from './DryRunRows';
import type { Address } from './useAddress';
import type { EditedDraft } from './useDraft';
import { isGoing, useCancelDryRun, useDryRun, useStartDryRun } from './useDryRun';

const USUAL = 500;
const MOST = 5_000;

interface Props {
  draft: CatalogueDraft;
  edited: EditedDraft;
  address: Address;
}

function Start({ draft, edited, going }: Omit<Props, 'address'> & { going: boolean }): ReactElement {
  const t = useTexts('catalogue');
  const [tickets, setTickets] = useState(USUAL);
  const start = useStartDryRun(draft.id);
  const run = (): void =>
    void edited.flush().then(() => start.mutate({ version: edited.version(), tickets }));
  return (
    <>
      <div className="dry-start">
        <label>
          {t('dry.tickets')}
          <InputNumber
            min={1}
            max={MOST}
            precision={0}
            value={tickets}
            onChange={(count) => setTickets(count ?? USUAL)}
          />
        </label>
        <Button
          loading={start.isPending}
          disabled={going || edited.status.phase === 'conflict'}
          onClick={run}
        >
          {t('dry.start')}
        </Button>
      </div>
      <p className="admin-note">{t('dry.hint')}</p>
      {start.isError && <ErrorState small error={start.error} />}
    </>
  );
}

/** How far it has come; it goes on without this page. */
function Going({ run }: { run: DryRun }): ReactElement {
  const t = useTexts('catalogue');
  const cancel = useCancelDryRun();
  const share = run.total === 0 ? 0 : Math.floor((run.done / run.total) * 100);
  return (
    <div className="dry-going" role="status">
      <p>
        {t(`dry.state.${run.state}`)}{' '}
        {t('dry.done', { done: run.done.toLocaleString('en-US'), total: run.total.toLocaleString('en-US') })}
      </p>
      <Progress percent={share} aria-label={t('dry.progress')} size="small" />
      <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
        {t('dry.cancel')}
      </Button>
      {cancel.isError && <ErrorState small error={cancel.error} />}
    </div>
  );
}

function Verdict({ draft, run }: { draft: CatalogueDraft; run: DryRun }): ReactElement {
  const t = useTexts('catalogue');
  return (
    <>
      <p className="admin-note">
        {t(`dry.state.${run.state}`)} · {run.startedBy} <TimeText at={run.startedAt} /> ·{' '}
        {t('dry.judged', { count: run.done.toLocaleString('en-US') })}
      </p>
      {run.state === 'failed' && <p className="draft-strip is-warn">{t('dry.failed')}</p>}
      {run.state === 'finished' && (
        <p className={`draft-strip${draft.tried ? ' is-fine' : ' is-warn'}`}>
          <Icon name={draft.tried ? 'check' : 'alert'} /> {t(draft.tried ? 'dry.proves' : 'dry.proofless')}
        </p>
      )}
    </>
  );
}

/** The draft tried on past tickets: begin, watch, stop, and see what would change. */
export function DryRunPanel({ draft, edited, address }: Props): ReactElement {
  const t = useTexts('catalogue');
  const id = draft.dryRun?.id;
  const query = useDryRun(draft.id, id);
  const run = query.data;
  const going = isGoing(run);
  return (
    <div className="padded dry-run">
      {draft.may.includes('dry-run') && <Start draft={draft} edited={edited} going={going} />}
      {id === undefined && <p className="quiet dry-none">{t('dry.none')}</p>}
      {id !== undefined && query.isPending && <Skeletons rows={3} height={48} />}
      {query.isError && <ErrorState small error={query.error} onRetry={() => void query.refetch()} />}
      {run && (going ? <Going run={run} /> : <Verdict draft={draft} run={run} />)}
      {run && run.done > 0 && <DryRunResult run={run} address={address} />}
      {run && address.get('outcome') && <DryRunRows run={run} address={address} />}
    </div>
  );
}
