import { Button, Input } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { DateOverride, ImportPreview } from '../../api/contract';
import { Dialog, EmptyState, ErrorState, Icon } from '../../parts';
import { usePreview } from './useCalendars';

interface Props {
  id: string;
  year: number;
  onClose: () => void;
  onApply: (overrides: DateOverride[]) => void;
}

function Preview({ found }: { found: ImportPreview }): ReactElement {
  const t = useTexts('calendars');
  if (found.lines.length === 0) return <EmptyState icon="calendar" title={t('import.nothing')} />;
  return (
    <ul className="import-lines" tabIndex={0} aria-label={t('import.preview')}>
      {found.lines.map(({ line, text, entries }) => {
        const faults = found.faults.filter((fault) => fault.field === `lines.${line}`);
        const [first] = entries;
        return (
          <li key={line} className={faults.length > 0 ? 'has-fault' : ''}>
            <span className="quiet">{t('import.line', { line })}</span>
            <span className="cut" title={text}>
              {text}
            </span>
            {first && (
              <span className="tag">
                {t(`dates.${first.kind === 'off' ? 'off' : first.slots ? 'half' : 'workday'}`)} ·{' '}
                {t('import.days', { count: entries.length })}
              </span>
            )}
            {faults.map((fault) => (
              <span key={fault.code} className="tag tag-bad">
                {t(`fault.${fault.code}`, fault.facts)}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** A year pasted from the notice or read from a file; shown line by line before it goes into the draft. */
export function ImportModal({ id, year, onClose, onApply }: Props): ReactElement {
  const t = useTexts('calendars');
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const preview = usePreview(id);
  const found = preview.data;
  const count = found?.lines.flatMap((line) => line.entries).length ?? 0;
  const ready = found !== undefined && found.faults.length === 0 && count > 0;
  return (
    <Dialog
      open
      width={640}
      title={t('import.title', { year })}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!ready} onClick={() => found && onApply(found.overrides)}>
            {t('import.apply', { count, year })}
          </Button>
        </>
      }
    >
      <p className="admin-note">{t('import.hint')}</p>
      <Input.TextArea
        rows={8}
        maxLength={40_000}
        aria-label={t('import.text')}
        placeholder={t('import.sample').replaceAll('2027', String(year))}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          preview.reset();
        }}
      />
      <div className="admin-tools">
        <input
          ref={file}
          hidden
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) =>
            void event.target.files?.[0]?.text().then((read) => {
              setText(read.replace(/^\uFEFF/, ''));
              preview.reset();
            })
          }
        />
        <Button icon={<Icon name="paperclip" />} onClick={() => file.current?.click()}>
          {t('import.file')}
        </Button>
        <Button
          disabled={text.trim() === ''}
          loading={preview.isPending}
          onClick={() => preview.mutate({ year, text })}
        >
          {t('import.preview')}
        </Button>
      </div>
      {preview.isError && <ErrorState small error={preview.error} />}
      {found && <Preview found={found} />}
    </Dialog>
  );
}
