import { Select } from 'antd';
import type { RecusablePerson } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import '../../together/texts';
import { Field } from '../Field';

interface Props {
  people: readonly RecusablePerson[];
  value: string | null;
  choose: (accountId: string) => void;
  error: string | undefined;
}

/** Somebody of the units the case went through, as far as the server lets this reader order them out; by unit. */
export function RecusedPerson({ people, value, choose, error }: Props) {
  const t = useTexts('together');
  // Who serves two of the units is offered once.
  const once = [...new Map(people.map((one) => [one.accountId, one])).values()];
  const units = [...new Map(once.map(({ unit }) => [unit.id, unit])).values()];
  return (
    <Field label={t('person')} required span={2} error={error}>
      {(control) => (
        <Select
          {...control}
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('personHint')}
          value={value}
          onChange={choose}
          options={units.map((unit) => ({
            label: unit.name,
            options: once
              .filter((one) => one.unit.id === unit.id)
              .map((one) => ({
                value: one.accountId,
                label: `${one.name}${mark('open')}${one.roles.map((role) => t(`role.${role}`)).join(mark('list'))}${mark('close')}`,
              })),
          }))}
        />
      )}
    </Field>
  );
}
