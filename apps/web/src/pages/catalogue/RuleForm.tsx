import { Input, InputNumber, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import type { CatalogueFault, CatalogueRule } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { UnitPicker } from '../../parts';
import { ConditionFields } from './ConditionFields';
import { PlaceOrder } from './PlaceOrder';
import { inputId, RuleField } from './RuleField';
import type { EditedRule } from './rules';
import { tabMovesOn } from './tab-key';

const CHAINS = ['territorial', 'industrial', 'unit'] as const;
const LEVELS = ['national', 'province', 'city', 'county'] as const;

interface Props {
  rule: EditedRule;
  faults: readonly CatalogueFault[]; // of this rule
  onChange: (part: Partial<CatalogueRule>) => void;
}

/** Numbers an empty field would take away stay as they were: a rule always has one. */
function NumberField({ name, most, rule, faults, onChange }: Props & { name: 'no' | 'rank'; most: number }) {
  const t = useTexts('catalogue');
  return (
    <RuleField name={name} faults={faults} {...(name === 'rank' ? { hint: t('rankHint') } : {})}>
      <InputNumber
        id={inputId(name)}
        className="wide"
        min={1}
        max={most}
        precision={0}
        value={rule[name]}
        onChange={(value) => value !== null && onChange({ [name]: value })}
      />
    </RuleField>
  );
}

function TargetFields({ rule, faults, onChange }: Props): ReactElement {
  const t = useTexts('catalogue');
  return (
    <>
      <RuleField name="chain" faults={faults} grouped hint={t(`chainHint.${rule.chain}`)}>
        <Segmented
          block
          aria-label={t('field.chain')}
          value={rule.chain}
          options={CHAINS.map((value) => ({ value, label: t(`chain.${value}`) }))}
          onChange={(chain) => onChange({ chain })}
        />
      </RuleField>
      {rule.chain === 'territorial' && (
        <>
          <RuleField name="routeBy" faults={faults} grouped>
            <PlaceOrder value={rule.routeBy} onChange={(routeBy) => onChange({ routeBy })} />
          </RuleField>
          <RuleField name="level" faults={faults}>
            <Select
              id={inputId('level')}
              className="wide"
              value={rule.level}
              options={LEVELS.map((value) => ({ value, label: t('to', { level: t(`level.${value}`) }) }))}
              onChange={(level) => onChange({ level })}
            />
          </RuleField>
        </>
      )}
      {rule.chain === 'unit' && (
        <RuleField name="unitId" faults={faults}>
          <UnitPicker
            id={inputId('unitId')}
            value={rule.unit}
            onChange={(unit) => onChange({ unit, unitId: unit?.id })}
          />
        </RuleField>
      )}
    </>
  );
}

/** One rule, field by field; every change goes straight into the draft. */
export function RuleForm(props: Props): ReactElement {
  const t = useTexts('catalogue');
  const { rule, faults, onChange } = props;
  return (
    <div className="rule-form" onKeyDownCapture={tabMovesOn}>
      <div className="rule-numbers">
        <NumberField {...props} name="no" most={9999} />
        <NumberField {...props} name="rank" most={999} />
      </div>
      <RuleField name="name" faults={faults}>
        <Input
          id={inputId('name')}
          value={rule.name}
          maxLength={60}
          placeholder={t('nameHint')}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </RuleField>
      <fieldset>
        <legend>{t('columns.when')}</legend>
        <p className="admin-note">{t('whenHint')}</p>
        <ConditionFields when={rule.when} faults={faults} onChange={(when) => onChange({ when })} />
      </fieldset>
      <fieldset>
        <legend>{t('columns.route')}</legend>
        <TargetFields {...props} />
      </fieldset>
      <RuleField name="text" faults={faults} hint={t('textHint')}>
        <Input.TextArea
          id={inputId('text')}
          value={rule.text}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </RuleField>
    </div>
  );
}
