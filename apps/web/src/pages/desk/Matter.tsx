import { Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useVocabulary } from '../../api/vocabulary';
import type { Term } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon } from '../../parts';
import type { ContactForm } from './contact-form';

interface Props {
  form: ContactForm;
  fill: (change: Partial<ContactForm>) => void;
  problem?: string | undefined;
}

function useOptions(): (terms: Term[]) => { value: string; label: string }[] {
  const { language } = useSettings();
  return (terms) => terms.map((term) => ({ value: term.code, label: term[language] }));
}

export function TagPicker({ form, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const { tags } = useVocabulary();
  const options = useOptions()(tags);
  return (
    <Select<string[]>
      id="desk-tags"
      className="wide"
      mode="multiple"
      maxTagCount="responsive"
      value={form.tags}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('addTag')}
      onChange={(chosen) => fill({ tags: chosen })}
    />
  );
}

export function EmployerInput({ form, fill, problem }: Props): ReactElement {
  const t = useTexts('desk');
  return (
    <Input
      id="desk-employer"
      value={form.employer}
      title={form.employer}
      prefix={<Icon name="building" />}
      status={problem ? 'error' : ''}
      placeholder={t('employerHint')}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => fill({ employer: event.target.value })}
    />
  );
}

/** How many workers, and the industry, which decides whether an industrial union leads. */
export function PeopleAndIndustry({ form, fill, problem }: Props): ReactElement {
  const t = useTexts('desk');
  const { industries } = useVocabulary();
  const options = useOptions()(industries);
  return (
    <div className="people">
      <InputNumber
        id="desk-people"
        value={form.people}
        min={1}
        max={100_000}
        precision={0}
        controls={false}
        status={problem ? 'error' : ''}
        onChange={(people) => fill({ people })}
      />
      <span>{t('peopleUnit')}</span>
      <Select<string>
        aria-label={t('label.industry')}
        value={form.industry}
        options={options}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('anyIndustry')}
        onChange={(industry) => fill({ industry: industry ?? null })}
      />
    </div>
  );
}
