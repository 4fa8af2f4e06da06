import { Button, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import { useChildUnits } from '../useUnits';
import { Labelled } from './Labelled';
import { PartFields } from './PartFields';
import { NEW_PART, type Part, type Plan } from './plan';

interface Props {
  plan: Plan;
  onChange: (change: Partial<Plan>) => void;
}

const MOST_PARTS = 10;

const nameOf = (part: Part): string => (part.existing ? part.unit?.name : part.name) ?? '';

export function SplitFields({ plan, onChange }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const { parts, heir } = plan;
  const whole = plan.units[0];
  const below = useChildUnits(whole?.id ?? '', whole !== undefined);
  const replace = (n: number, part: Part): void =>
    onChange({ parts: parts.map((one, at) => (at === n ? part : one)) });
  const remove = (n: number): void =>
    onChange({
      parts: parts.filter((_, at) => at !== n),
      heir: heir === null || heir < n ? heir : Math.max(0, heir - 1),
    });
  return (
    <>
      {parts.map((part, n) => (
        <PartFields
          key={n}
          n={n}
          part={part}
          below={below.data ?? []}
          onChange={(changed) => replace(n, changed)}
          onRemove={parts.length > 1 ? () => remove(n) : null}
        />
      ))}
      {parts.length < MOST_PARTS && (
        <Button onClick={() => onChange({ parts: [...parts, NEW_PART] })}>{t('addPart')}</Button>
      )}
      <Labelled id="change-heir" label={t('field.heir')}>
        <Radio.Group
          id="change-heir"
          className="change-radios"
          value={heir ?? 'self'}
          onChange={(event) => {
            const chosen = event.target.value as number | 'self';
            onChange({ heir: chosen === 'self' ? null : chosen });
          }}
          options={[
            ...parts.map((part, n) => ({
              value: n as number | 'self',
              label: nameOf(part) || t('part', { n: n + 1 }),
            })),
            { value: 'self', label: t('heirSelf') },
          ]}
        />
      </Labelled>
    </>
  );
}
