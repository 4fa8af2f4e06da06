import type { ReactElement } from 'react';
import type { ReportGap } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import { Icon, minuteText } from '../../parts';

const MOST = 5;

/** Where and when the telephone was not heard: what is missing is not nothing. */
export function GapNote({ gaps }: { gaps: readonly ReportGap[] }): ReactElement | null {
  const t = useTexts('callReports');
  const open = gaps.filter((gap) => gap.mendedAt === null);
  if (gaps.length === 0) return null;
  const ms = open.reduce((sum, gap) => sum + Date.parse(gap.to) - Date.parse(gap.from), 0);
  return (
    <p className={`report-gap${open.length === 0 ? ' is-mended' : ''}`} role="note">
      <Icon name={open.length === 0 ? 'check' : 'alert'} size={14} />
      {open.length === 0 ? t('gapsMended') : t('gap', { minutes: Math.max(1, Math.round(ms / 60_000)) })}
      <span className="quiet">
        {open
          .slice(0, MOST)
          .map((gap) =>
            t('gapList', { source: gap.sourceName, from: minuteText(gap.from), to: minuteText(gap.to) }),
          )
          .join(mark('clause'))}
      </span>
    </p>
  );
}
