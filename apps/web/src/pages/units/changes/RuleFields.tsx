import { Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { UnitPicker } from '../../../parts';
import { Labelled } from './Labelled';
import type { Plan } from './plan';
import { SplitFields } from './SplitFields';

interface Props {
  plan: Plan;
  onChange: (change: Partial<Plan>) => void;
  problemOf: (field: string) => string | undefined;
}

function RenameFields({ plan, onChange, problemOf }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const field = (name: 'name' | 'shortName' | 'code', most: number) => (
    <Labelled id={`change-${name}`} label={t(`field.${name}`)} problem={problemOf(name)}>
      <Input
        id={`change-${name}`}
        value={plan[name]}
        maxLength={most}
        placeholder={
          name === 'name' ? plan.units[0]?.name : name === 'code' ? plan.units[0]?.code : undefined
        }
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Labelled>
  );
  return (
    <>
      {field('name', 80)}
      <div className="change-pair">
        {field('shortName', 30)}
        {field('code', 20)}
      </div>
    </>
  );
}

/** The fields the chosen kind needs, and for a unit that ends what becomes of its people. */
export function RuleFields(props: Props): ReactElement {
  const { plan, onChange, problemOf } = props;
  const t = useTexts('unitChanges');
  const target = plan.kind === 'merge' ? 'intoId' : 'parentId';
  return (
    <>
      {plan.kind === 'rename' && <RenameFields {...props} />}
      {(plan.kind === 'move' || plan.kind === 'merge') && (
        <Labelled id="change-target" label={t(`field.${target}`)} problem={problemOf(target)}>
          <UnitPicker
            id="change-target"
            value={plan.target}
            onChange={(unit) => onChange({ target: unit })}
          />
        </Labelled>
      )}
      {plan.kind === 'split' && <SplitFields plan={plan} onChange={onChange} />}
      {plan.kind !== 'rename' && plan.kind !== 'move' && (
        <Labelled id="change-memberships" label={t('field.memberships')}>
          <Radio.Group
            id="change-memberships"
            className="change-radios"
            value={plan.memberships}
            onChange={(event) => onChange({ memberships: event.target.value as Plan['memberships'] })}
            options={[
              { value: 'keep', label: t('memberships.keep') },
              { value: 'grant', label: t('memberships.grant') },
            ]}
          />
        </Labelled>
      )}
    </>
  );
}
