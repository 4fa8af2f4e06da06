import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ExportView } from '../api/contract';
import { useTexts } from '../app/i18n';
import { Icon, momentText } from '../parts';
import { countText } from '../pages/board/figures/rate';
import { fileSize } from '../verbs/AttachmentList';
import { isOpen, useEnding } from './useExports';

const FAULTS = ['forbidden', 'not-found', 'too-large', 'fault'];

function Progress({ file }: { file: ExportView }): ReactElement {
  const t = useTexts('exports');
  const known = file.share !== null && file.state === 'running';
  return (
    <progress
      aria-label={t('progress', { name: file.name })}
      max={known ? 1 : undefined}
      value={known ? (file.share ?? 0) : undefined}
    />
  );
}

/** One file: what it is, how far it has come, and what can be done with it. */
export function ExportRow({ file }: { file: ExportView }): ReactElement {
  const t = useTexts('exports');
  const ending = useEnding();
  const open = isOpen(file);
  const percent = file.state === 'running' && file.share !== null ? `${Math.floor(file.share * 100)}%` : null;
  const facts = [
    `${t(`states.${file.state}`)}${percent ? ` ${percent}` : ''}`,
    file.rows > 0 && t('rows', { count: countText(file.rows) }),
    file.state === 'done' && fileSize(file.length),
    file.expiresAt
      ? t('until', { time: momentText(file.expiresAt) })
      : t('asked', { time: momentText(file.askedAt) }),
  ];
  return (
    <li className={`export-row is-${file.state}`}>
      <Icon name={file.state === 'done' ? 'check' : file.state === 'failed' ? 'alert' : 'file'} />
      <div className="export-what">
        <strong>{file.name}</strong>
        {open && <Progress file={file} />}
        <span className="quiet" role={open ? 'status' : undefined}>
          {facts.filter(Boolean).join(' · ')}
        </span>
        {file.fault && (
          <span className="export-fault" role="alert">
            {FAULTS.includes(file.fault)
              ? t(`faults.${file.fault}`)
              : t('faults.other', { code: file.fault })}
          </span>
        )}
      </div>
      <div className="export-acts">
        {file.state === 'done' && (
          <Button
            type="primary"
            ghost
            size="small"
            href={`/api/exports/${file.id}/file`}
            download={file.name}
            aria-label={t('downloadOf', { name: file.name })}
          >
            {t('download')}
          </Button>
        )}
        {(open || file.state === 'done') && (
          <Button
            size="small"
            loading={ending.isPending}
            aria-label={t(open ? 'cancelOf' : 'removeOf', { name: file.name })}
            onClick={() => ending.mutate(file)}
          >
            {t(open ? 'cancel' : 'remove')}
          </Button>
        )}
      </div>
    </li>
  );
}
