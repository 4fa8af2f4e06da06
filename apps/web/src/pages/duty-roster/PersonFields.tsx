import { Input, Segmented, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { WatchForm } from './changes';
import { useDutyPeople } from './useRoster';

interface Props {
  unitId: string;
  form: WatchForm;
  put: (part: Partial<WatchForm>) => void;
}

/** Who: found by name among the people the server allows on this roster. */
export function PersonFields({ unitId, form, put }: Props): ReactElement {
  const t = useTexts('roster');
  const [typed, setTyped] = useState('');
  const people = useDutyPeople(unitId, typed);
  const found = (people.data ?? []).map((one) => ({
    value: one.accountId,
    label: one.name,
    unit: one.unit.name,
  }));
  const known = form.accountId === null || found.some(({ value }) => value === form.accountId);
  const options = known ? found : [{ value: form.accountId ?? '', label: form.name, unit: '' }, ...found];
  return (
    <>
      <label htmlFor="watch-person">{t('person')}</label>
      <Select
        id="watch-person"
        autoFocus={form.accountId === null}
        value={form.accountId}
        placeholder={t('personHint')}
        // Filtered here as well: Enter must never take somebody of the list before the last letters.
        showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
        loading={people.isFetching}
        notFoundContent={people.isFetching ? null : t('personNone')}
        options={options}
        optionRender={(option) => (
          <span className="two-lines">
            <span>{option.label}</span>
            <small>{(option.data as { unit: string }).unit}</small>
          </span>
        )}
        onChange={(accountId: string) => {
          const name = options.find(({ value }) => value === accountId)?.label ?? '';
          // A number belongs to its person and does not go to another name; one typed first waits for its person.
          put({
            accountId,
            name,
            phone: form.accountId === null || accountId === form.accountId ? form.phone : '',
            phoneMasked: accountId === form.accountId ? form.phoneMasked : null,
          });
        }}
      />
      <label htmlFor="watch-phone">{t('phone')}</label>
      <Input
        id="watch-phone"
        inputMode="tel"
        autoComplete="off"
        maxLength={20}
        placeholder={form.phoneMasked ? t('phoneKept', { phone: form.phoneMasked }) : t('phoneHint')}
        value={form.phone}
        onChange={(event) => put({ phone: event.target.value })}
      />
      <span id="watch-rank">{t('rankLabel')}</span>
      <Segmented
        aria-labelledby="watch-rank"
        value={form.rank}
        options={(['first', 'second'] as const).map((value) => ({ value, label: t(`rank.${value}`) }))}
        onChange={(rank) => put({ rank })}
      />
    </>
  );
}
