import { App, Button, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import type { LimitRow, LimitsVersion, RuleFault } from '../../api/contract';
import { ErrorState, Icon, SaveState } from '../../parts';
import { CompareModal } from './CompareModal';
import { Filters } from './Filters';
import { Matrix } from './Matrix';
import { PublishModal } from './PublishModal';
import { type EditedMatrix, type LimitsDraft, useDiscard, useLimitFaults, useMatrix } from './useLimits';

interface Props {
  draft: LimitsDraft;
  inForce: LimitsVersion;
}

/** The groups in which something is wrong; each row says what. */
function whereOf(
  faults: readonly RuleFault[],
  rows: readonly LimitRow[],
  name: (clock: string) => string,
): string {
  const clocks = faults.map(
    ({ field, facts }) => rows[Number(field.split('.')[1])]?.clock ?? String(facts?.['clock'] ?? ''),
  );
  return [...new Set(clocks)].filter(Boolean).map(name).join(mark('list'));
}

interface VerdictProps {
  faults: readonly RuleFault[];
  rows: readonly LimitRow[];
}

function Verdict({ faults, rows }: VerdictProps): ReactElement {
  const t = useTexts('limits');
  const fine = faults.length === 0;
  const where = whereOf(faults, rows, (clock) => t(`clock.${clock}`));
  return (
    <p className={`limit-verdict${fine ? ' is-fine' : ''}`} role="status">
      <Icon name={fine ? 'check' : 'alert'} size={16} />
      {fine ? t('faults.none') : t('faults.title', { where })}
    </p>
  );
}

function Conflict({ edited }: { edited: EditedMatrix }): ReactElement {
  const t = useTexts('limits');
  return (
    <p className="limit-verdict" role="alert">
      {t('conflict.title')}
      <Button size="small" onClick={edited.keepMine}>
        {t('conflict.mine')}
      </Button>
      <Button size="small" onClick={edited.takeTheirs}>
        {t('conflict.theirs')}
      </Button>
    </p>
  );
}

/** The draft edited in place: saved by itself, checked after every save, with what it changes beside each row. */
export function DraftMatrix({ draft, inForce }: Props): ReactElement {
  const t = useTexts('limits');
  const { modal } = App.useApp();
  const [open, setOpen] = useState<'compare' | 'publish' | null>(null);
  const edited = useMatrix(draft);
  const faults = useLimitFaults(draft.version);
  const discard = useDiscard();
  const { rows, maxExtensions } = edited.value;
  const ask = (): void =>
    void modal.confirm({
      title: t('discard'),
      content: t('discardSure'),
      okText: t('discard'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(draft.version),
    });
  const show = (what: 'compare' | 'publish'): void => void edited.flush().then(() => setOpen(what));
  const ready = faults.data?.length === 0 && edited.status.phase === 'saved';
  return (
    <>
      <div className="admin-tools">
        <SaveState status={edited.status} />
        {faults.data && <Verdict faults={faults.data} rows={rows} />}
        <span className="admin-space" />
        <Button onClick={ask}>{t('discard')}</Button>
        <Button onClick={() => show('compare')}>{t('compare')}</Button>
        <Button type="primary" disabled={!ready} onClick={() => show('publish')}>
          {t('publish')}
        </Button>
      </div>
      {edited.status.phase === 'conflict' && <Conflict edited={edited} />}
      {faults.isError && <ErrorState small error={faults.error} onRetry={() => void faults.refetch()} />}
      <div className="admin-tools">
        <Filters />
        <span className="admin-space" />
        <label className="limit-extensions">
          {t('maxExtensions')}
          <InputNumber
            size="small"
            min={0}
            max={99}
            value={maxExtensions}
            onChange={(count) => count !== null && edited.change({ maxExtensions: Math.trunc(count) })}
          />
        </label>
      </div>
      <Matrix
        rows={rows}
        inForce={inForce.rows}
        faults={faults.data ?? []}
        onChange={(changed) => edited.change({ rows: changed })}
      />
      {open === 'compare' && (
        <CompareModal from={inForce.version} draftVersion={draft.version} onClose={() => setOpen(null)} />
      )}
      {open === 'publish' && (
        <PublishModal version={draft.version} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />
      )}
    </>
  );
}
