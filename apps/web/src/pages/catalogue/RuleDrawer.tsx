import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueFault, CatalogueRule } from '../../api/contract';
import { useIsPhone } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { Icon, SaveState, type SaveStatus, Sheet } from '../../parts';
import { focusField } from './RuleField';
import { RuleForm } from './RuleForm';
import type { EditedRule } from './rules';

const WIDTH = 560;

interface Props {
  rule: EditedRule;
  row: number; // from 1
  rows: number;
  faults: readonly CatalogueFault[];
  status: SaveStatus;
  focus: string | null; // the field a fault named
  onChange: (part: Partial<CatalogueRule>) => void;
  onGo: (row: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  onClose: () => void;
}

function Foot({ row, rows, onGo, onDuplicate, onRemove, onClose }: Props): ReactElement {
  const t = useTexts('catalogue');
  return (
    <div className="rule-foot">
      <Button danger icon={<Icon name="trash" />} onClick={onRemove}>
        {t('remove')}
      </Button>
      <Button icon={<Icon name="copy" />} onClick={onDuplicate}>
        {t('duplicate')}
      </Button>
      <span className="admin-space" />
      <Button
        className="turn-up"
        aria-label={t('previousRule')}
        title={t('previousRule')}
        disabled={row <= 1}
        icon={<Icon name="chevron-down" />}
        onClick={() => onGo(row - 1)}
      />
      <Button
        aria-label={t('nextRule')}
        title={t('nextRule')}
        disabled={row >= rows}
        icon={<Icon name="chevron-down" />}
        onClick={() => onGo(row + 1)}
      />
      <Button type="primary" onClick={onClose}>
        {t('done')}
      </Button>
    </div>
  );
}

/** A rule beside the list at a desk, the whole screen on a phone. Closing loses nothing: every change is saved by itself. */
export function RuleDrawer(props: Props): ReactElement {
  const t = useTexts('catalogue');
  const phone = useIsPhone();
  const { rule, row, rows, faults, status, focus, onChange, onClose } = props;
  return (
    <Sheet
      open
      className="rule-drawer"
      size={phone ? '100%' : WIDTH}
      title={
        <span className="rule-drawer-title">
          {t('ruleNo', { no: rule.no })}
          <span className="quiet">{t('rowOf', { row, rows })}</span>
        </span>
      }
      extra={<SaveState status={status} />}
      footer={<Foot {...props} />}
      onClose={onClose}
      afterOpenChange={(open) => open && focusField(focus ?? 'name')}
    >
      <RuleForm key={rule.key} rule={rule} faults={faults} onChange={onChange} />
    </Sheet>
  );
}
