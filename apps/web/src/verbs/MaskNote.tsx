import { Button } from 'antd';
import { useTexts } from '../app/i18n';
import './order-texts';
import type { Act } from './useAct';

interface MaskNoteProps {
  act: Act;
  onMask: () => void;
}

/** The server found a phone or ID number: one key stars it and sends the same words again. */
export function MaskNote({ act, onMask }: MaskNoteProps) {
  const t = useTexts('orders');
  const { failure } = act;
  if (failure?.kind !== 'problem' || failure.problem.code !== 'personal-in-text') return null;
  return (
    <p className="note is-warn" role="alert">
      <span>{t('mask.lead')}</span>
      <Button size="small" onClick={onMask} loading={act.pending}>
        {t('mask.do')}
      </Button>
    </p>
  );
}
