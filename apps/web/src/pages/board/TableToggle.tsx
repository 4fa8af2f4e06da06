import type { ReactElement } from 'react';
import { mark, useTexts } from '../../app/i18n';
import { Glyph } from './Glyph';

interface Props {
  shown: boolean;
  onChange: (shown: boolean) => void;
  subject: string;
}

/** 看数据表: the numbers of a chart as a table, and back. */
export function TableToggle({ shown, onChange, subject }: Props): ReactElement {
  const t = useTexts('board');
  const word = shown ? t('chart') : t('table');
  return (
    <button
      type="button"
      className="table-toggle"
      aria-pressed={shown}
      aria-label={`${t('table')}${mark('colon')}${subject}`}
      title={word}
      onClick={() => onChange(!shown)}
    >
      <Glyph name={shown ? 'line' : 'table'} size={16} />
    </button>
  );
}
