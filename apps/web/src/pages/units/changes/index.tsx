import { Button } from 'antd';
import type { ReactElement } from 'react';
import { registerTexts, useTexts } from '../../../app/i18n';
import { EmptyState, Icon } from '../../../parts';
import { useUnitView } from '../useUnits';
import './changes.css';
import { ChangeDetail } from './ChangeDetail';
import { ChangeList } from './ChangeList';
import { PlanForm } from './PlanForm';
import { texts } from './texts';

registerTexts('unitChanges', texts);

interface Props {
  /** `new`, the id of a change, or nothing chosen. */
  chosen: string | null;
  /** Where a new plan begins. */
  unitId: string | null;
  onChoose: (chosen: string) => void;
  /** Back to the list, where there is room for one of the two. */
  onBack: () => void;
}

/** The history of the tree on the left; the plan, its preview, progress and result on the right. */
export function ChangesPanels({ chosen, unitId, onChoose, onBack }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const unit = useUnitView(unitId ?? undefined);
  const ready = unitId === null || !unit.isPending;
  const begins = unit.data && unit.data.level !== 'national' ? unit.data : null;
  return (
    <div className={`admin-panels${chosen === null ? '' : ' has-chosen'}`}>
      <nav className="admin-panel" tabIndex={0} aria-label={t('history')}>
        <div className="change-head">
          <h3>{t('history')}</h3>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => onChoose('new')}>
            {t('plan')}
          </Button>
        </div>
        <ChangeList currentId={chosen} onChoose={onChoose} />
      </nav>
      <section className="admin-panel" tabIndex={0} aria-label={t(chosen === null ? 'choose' : 'plan')}>
        {chosen !== null && (
          <Button className="change-back" onClick={onBack}>
            ‹ {t('history')}
          </Button>
        )}
        {chosen === null && <EmptyState icon="tree" title={t('choose')} />}
        {chosen === 'new' && ready && <PlanForm key={begins?.id ?? ''} unit={begins} onPlanned={onChoose} />}
        {chosen !== null && chosen !== 'new' && <ChangeDetail key={chosen} id={chosen} />}
      </section>
    </div>
  );
}
