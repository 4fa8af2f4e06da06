import type { ReactElement } from 'react';
import { mark, type Translate, useTexts } from '../../app/i18n';
import type { RuleFault } from '../../api/contract';
import { Icon } from '../../parts';

export type Tab = 'year' | 'dates' | 'week' | 'duty' | 'history';

const TAB_OF: Readonly<Record<string, Tab>> = { overrides: 'dates', weekly: 'week', duty: 'duty' };
export const tabOf = (fault: RuleFault): Tab => TAB_OF[fault.field.split('.')[0] ?? ''] ?? 'dates';

/** 日期 第 3 行：没有这一天 */
export function faultWords(fault: RuleFault, t: Translate): string {
  const [head = '', row = '', ...rest] = fault.field.split('.');
  const place =
    head === 'overrides'
      ? `${t('field.overrides')} ${t('faults.row', { row: Number(row) + 1 })}`
      : head === 'weekly' && row
        ? `${t('field.weekly')} ${t(`weekday.${row}`)}`
        : head === 'duty' && rest.length > 0
          ? `${t('field.duty')} ${row === 'off' ? t('week.off') : t(`weekday.${rest[0]}`)}`
          : t(`field.${head}`);
  return `${place}${mark('colon')}${t(`fault.${fault.code}`, fault.facts)}`;
}

/** The faults of one row, right under it. */
export function RowFaults({ faults }: { faults: readonly RuleFault[] }): ReactElement | null {
  const t = useTexts('calendars');
  if (faults.length === 0) return null;
  return (
    <p className="row-faults" role="alert">
      <Icon name="alert" size={14} />
      {faults.map((fault) => t(`fault.${fault.code}`, fault.facts)).join(mark('clause'))}
    </p>
  );
}

interface Props {
  faults: readonly RuleFault[];
  onShow: (fault: RuleFault) => void;
}

/** What keeps the draft from being published; each line leads to its row. */
export function FaultStrip({ faults, onShow }: Props): ReactElement {
  const t = useTexts('calendars');
  if (faults.length === 0) {
    return (
      <p className="fault-strip is-fine">
        <Icon name="check" size={16} /> {t('faults.none')}
      </p>
    );
  }
  return (
    <div className="fault-strip" role="status">
      <p>
        <Icon name="alert" size={16} /> <b>{t('faults.title', { count: faults.length })}</b>
      </p>
      <ul>
        {faults.slice(0, 8).map((fault) => (
          <li key={`${fault.field} ${fault.code}`}>
            <button type="button" className="link-button" onClick={() => onShow(fault)}>
              {faultWords(fault, t)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
