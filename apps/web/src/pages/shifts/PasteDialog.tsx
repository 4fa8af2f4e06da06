import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PastedWeek, WrittenShift } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { Dialog, ErrorState } from '../../parts';
import { readPasted } from './useShifts';

interface Props {
  unitId: string;
  monday: string;
  first: string;
  onRead: (shifts: readonly WrittenShift[]) => void;
  onClose: () => void;
}

/** Reads a roster copied from a spreadsheet; what could be read is filled in, the rest is named line by line. */
export function PasteDialog({ unitId, monday, first, onRead, onClose }: Props): ReactElement {
  const t = useTexts('shifts');
  const [text, setText] = useState(first);
  const [read, setRead] = useState<PastedWeek | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const run = async (): Promise<void> => {
    try {
      const found = await readPasted(unitId, monday, text);
      setRead(found);
      setError(null);
      onRead(found.shifts);
      if (found.faults.length === 0) onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  return (
    <Dialog
      open
      title={t('paste')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button key="read" type="primary" disabled={text.trim() === ''} onClick={() => void run()}>
          {t('pasteRead')}
        </Button>,
      ]}
    >
      <p className="admin-note">{t('pasteHint')}</p>
      <Input.TextArea
        aria-label={t('paste')}
        rows={8}
        value={text}
        maxLength={40_000}
        onChange={(event) => setText(event.target.value)}
      />
      {error && <ErrorState small error={error} onRetry={() => void run()} />}
      {read && read.faults.length > 0 && (
        <ul className="shift-faults" role="alert">
          {read.faults.map((fault) => (
            <li key={`${fault.row} ${fault.text}`}>{t(`faults.${fault.problem}`, { ...fault })}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
