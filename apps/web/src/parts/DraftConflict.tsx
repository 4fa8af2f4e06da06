import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../app/i18n';
import './texts';
import type { ServerDraft } from './useServerDraft';

type Props = Pick<ServerDraft<object>, 'status' | 'keepMine' | 'takeTheirs'>;

/** Two windows wrote the same draft: neither is lost until the person has chosen. */
export function DraftConflict({ status, keepMine, takeTheirs }: Props): ReactElement | null {
  const t = useTexts('parts');
  if (status.phase !== 'conflict') return null;
  return (
    <div className="draft-conflict" role="alert">
      <span>{t('draftConflict')}</span>
      <Button size="small" onClick={() => void keepMine()}>
        {t('keepMine')}
      </Button>
      <Button size="small" onClick={() => void takeTheirs()}>
        {t('takeTheirs')}
      </Button>
    </div>
  );
}
