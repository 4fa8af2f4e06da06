import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Icon, Kbd } from '../../parts';
import type { Hint } from './hints';

interface Props {
  hints: Hint[];
  field: string;
  armed: boolean; // Tab in the text inserts the questions
  insert: () => void;
}

/** 欠薪要素 ✓ 岗位 ✓ 金额 还缺：… Tab 插入问句 */
export function HintBar({ hints, field, armed, insert }: Props): ReactElement {
  const t = useTexts('desk');
  const there = hints.filter((hint) => hint.present);
  const lacking = hints.filter((hint) => !hint.present).map((hint) => hint.label);
  if (hints.length === 0) return <div id="desk-hints" className="hints" />;
  return (
    <>
      <div id="desk-hints" className="hints">
        <strong>{t('elements', { field })}</strong>
        {there.map((hint) => (
          <span key={hint.label} className="hint-there">
            <Icon name="check" size={14} />
            {hint.label}
          </span>
        ))}
        <span className="hint-lacks">
          {lacking.length > 0 ? t('lacks', { names: lacking.join(t('comma')) }) : t('complete')}
        </span>
      </div>
      {lacking.length > 0 && (
        <button type="button" className="hint-insert" tabIndex={armed ? -1 : 0} onClick={insert}>
          {armed && <Kbd keys="tab" />}
          {t('insert')}
        </button>
      )}
    </>
  );
}
