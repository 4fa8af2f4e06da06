import { App, Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { LineSourceDetail } from '../../api/contract';
import { ErrorState, Skeletons, TimeText } from '../../parts';
import { Holes } from './Holes';
import { Light } from './Light';
import { reasonOf } from './reasons';
import { Streams } from './Streams';
import { Telephones } from './Telephones';
import { TestResult } from './TestResult';
import { useChangeSource, useSource, useTestLine } from './useLines';

type LogTableSettings = NonNullable<NonNullable<LineSourceDetail['settings']>['queueLogTable']>;

/** Of a call centre that delivers to us there is an address of ours, and none of its own. */
function DeliveryFacts({ source }: { source: LineSourceDetail }): ReactElement | null {
  const t = useTexts('lines');
  const [copied, setCopied] = useState(false);
  if (!source.hook) return null;
  const address = `${window.location.origin}/api/telephony/hooks/${source.id}`;
  const copy = (): void => void navigator.clipboard?.writeText(address).then(() => setCopied(true));
  return (
    <>
      <dt>{t('fields.vendor')}</dt>
      <dd>{t(`vendor.${source.hook.vendor}`)}</dd>
      <dt>{t('deliverTo')}</dt>
      <dd className="line-address">
        {address}{' '}
        <button type="button" className="link-button" onClick={copy}>
          {t(copied ? 'copied' : 'copy')}
        </button>
      </dd>
    </>
  );
}

function LogTable({ table }: { table: LogTableSettings }): ReactElement {
  const t = useTexts('lines');
  return (
    <>
      {t(`fields.logSystems.${table.system ?? 'postgresql'}`)} {table.host}:{table.port} {table.database}{' '}
      {table.table} <span className="tag">{t(table.tls ? 'encrypted' : 'clear')}</span>
    </>
  );
}

function LineFacts({ source }: { source: LineSourceDetail }): ReactElement | null {
  const t = useTexts('lines');
  if (!source.settings) return null;
  const { host, port, username, tls, queueLog, queueLogTable } = source.settings;
  return (
    <>
      <dt>{t('address')}</dt>
      <dd>
        {host}:{port} <span className="tag">{t(tls ? 'encrypted' : 'clear')}</span>
      </dd>
      <dt>{t('account')}</dt>
      <dd>{username || <span className="quiet">{t('noAccount')}</span>}</dd>
      {source.kind === 'ami' && (
        <>
          <dt>{t('log')}</dt>
          <dd>
            {queueLogTable ? (
              <LogTable table={queueLogTable} />
            ) : (
              (queueLog ?? <span className="quiet">{t('noLog')}</span>)
            )}
          </dd>
        </>
      )}
    </>
  );
}

function Facts({ source }: { source: LineSourceDetail }): ReactElement {
  const t = useTexts('lines');
  return (
    <dl className="admin-facts">
      <dt>{t('unit')}</dt>
      <dd>{source.unit.name}</dd>
      <LineFacts source={source} />
      <DeliveryFacts source={source} />
      <dt>{t('changedAt')}</dt>
      <dd>
        <TimeText at={source.changedAt} />
      </dd>
    </dl>
  );
}

function Reasons({ source }: { source: LineSourceDetail }): ReactElement | null {
  const t = useTexts('lines');
  const { light, reasons } = source.health;
  if (reasons.length === 0) return null;
  return (
    <ul className={`line-reasons line-reasons-${light}`}>
      {reasons.map((reason) => (
        <li key={reason}>
          <strong>{t(`reason.${reasonOf(source.kind, reason)}.title`)}</strong>{' '}
          {t(`reason.${reasonOf(source.kind, reason)}.todo`)}
        </li>
      ))}
    </ul>
  );
}

function Shown({ source, onEdit }: { source: LineSourceDetail; onEdit: () => void }): ReactElement {
  const t = useTexts('lines');
  const { message } = App.useApp();
  const change = useChangeSource(source);
  const test = useTestLine(source.id);
  const { reset } = test;
  // What was tried was the line as it stood before.
  useEffect(() => reset(), [reset, source.id, source.version]);
  const turn = (): void =>
    change.mutate({ enabled: !source.enabled }, { onSuccess: () => void message.success(t('saved')) });
  return (
    <div className="padded">
      <div className="admin-tools">
        <h2>{source.name}</h2>
        <Light light={source.health.light} delivers={source.kind === 'webhook'} />
        <span className="admin-space" />
        {source.editable && (
          <>
            {source.settings && (
              <Button loading={test.isPending} onClick={() => test.mutate()}>
                {t('test')}
              </Button>
            )}
            <Button onClick={onEdit}>{t('change')}</Button>
            <Button loading={change.isPending} title={t('disableHint')} onClick={turn}>
              {t(source.enabled ? 'disable' : 'enable')}
            </Button>
          </>
        )}
      </div>
      {change.isError && <ErrorState small error={change.error} />}
      <TestResult test={test} hasLog={source.kind === 'ami'} />
      <Reasons source={source} />
      <Facts source={source} />
      <Streams feeds={source.feeds} />
      <Telephones source={source} />
      <Holes source={source} />
    </div>
  );
}

/** One line: how it is and what to do, what its streams brought, whose its telephones are. */
export function SourceDetail({
  id,
  onEdit,
}: {
  id: string;
  onEdit: (source: LineSourceDetail) => void;
}): ReactElement {
  const found = useSource(id);
  if (found.isPending) return <Skeletons rows={8} height={48} />;
  if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const source = found.data;
  return <Shown source={source} onEdit={() => onEdit(source)} />;
}
