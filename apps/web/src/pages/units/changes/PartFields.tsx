import { Button, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitView } from '../../../api/contract';
import { UnitPicker } from '../../../parts';
import { Labelled } from './Labelled';
import type { Part } from './plan';

interface Props {
  n: number;
  part: Part;
  below: UnitView[];
  onChange: (part: Part) => void;
  onRemove: (() => void) | null;
}

/** One part of a unit that is split: who, which places, which units below. */
export function PartFields({ n, part, below, onChange, onRemove }: Props): ReactElement {
  const t = useTexts('unitChanges');
  const id = (name: string) => `part-${n}-${name}`;
  const set = (change: Partial<Part>) => onChange({ ...part, ...change });
  return (
    <fieldset className="change-part">
      <legend>{t('part', { n: n + 1 })}</legend>
      <div className="admin-tools">
        <Segmented
          value={part.existing ? 'old' : 'new'}
          options={[
            { value: 'old', label: t('partExisting') },
            { value: 'new', label: t('partNew') },
          ]}
          onChange={(value) => set({ existing: value === 'old' })}
        />
        <span className="admin-space" />
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t('removePart')}
          </Button>
        )}
      </div>
      {part.existing ? (
        <Labelled id={id('unit')} label={t('partExisting')}>
          <UnitPicker id={id('unit')} value={part.unit} onChange={(unit) => set({ unit })} />
        </Labelled>
      ) : (
        <div className="change-pair">
          <Labelled id={id('name')} label={t('field.name')}>
            <Input
              id={id('name')}
              value={part.name}
              maxLength={80}
              onChange={(e) => set({ name: e.target.value })}
            />
          </Labelled>
          <Labelled id={id('code')} label={t('field.code')}>
            <Input
              id={id('code')}
              value={part.code}
              maxLength={20}
              onChange={(e) => set({ code: e.target.value })}
            />
          </Labelled>
        </div>
      )}
      <Labelled id={id('places')} label={t('partPlaces')} hint={t('partPlacesHint')}>
        <Input id={id('places')} value={part.places} onChange={(e) => set({ places: e.target.value })} />
      </Labelled>
      {below.length > 0 && (
        <Labelled id={id('children')} label={t('partChildren')}>
          <Select
            id={id('children')}
            mode="multiple"
            className="wide"
            value={part.childIds}
            optionFilterProp="label"
            options={below.map((unit) => ({ value: unit.id, label: unit.name }))}
            onChange={(childIds: string[]) => set({ childIds })}
          />
        </Labelled>
      )}
    </fieldset>
  );
}
