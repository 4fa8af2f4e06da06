import { Cascader } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useVocabulary } from '../../api/vocabulary';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import type { ContactForm } from './contact-form';

interface Option {
  value: string;
  label: string;
  children?: Option[];
}

interface Props {
  form: ContactForm;
  fill: (change: Partial<ContactForm>) => void;
  problem?: string | undefined;
}

function matches(path: { label?: unknown }[], typed: string): boolean {
  return path.some((one) => String(one.label).toLowerCase().includes(typed.trim().toLowerCase()));
}

/** The first item, or else field, whose words hold what was typed. */
function firstMatch(options: Option[], typed: string): string[] | null {
  const items = options.flatMap((field) => (field.children ?? []).map((item) => ({ path: [field, item] })));
  const item =
    items.find(({ path }) => matches(path.slice(1), typed)) ?? items.find(({ path }) => matches(path, typed));
  return item ? item.path.map((one) => one.value) : null;
}

/** 问题领域 and its item. Typing narrows the list; Enter takes the first match unless an arrow has chosen another. */
export function FieldPicker({ form, fill, problem }: Props): ReactElement {
  const t = useTexts('desk');
  const { language } = useSettings();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const arrowed = useRef(false);
  const options: Option[] = useVocabulary().fields.map((field) => ({
    value: field.code,
    label: field[language],
    children: field.items.map((item) => ({ value: item.code, label: item[language] })),
  }));
  const choose = (path: string[]): void => {
    setTyped('');
    fill({ field: path[0] ?? null, item: path[1] ?? null });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key.startsWith('Arrow')) arrowed.current = true;
    if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || typed.trim() === '' || arrowed.current)
      return;
    const path = firstMatch(options, typed);
    if (!path) return;
    event.stopPropagation();
    choose(path);
    setOpen(false);
  };
  return (
    <div onKeyDownCapture={press}>
      <Cascader<Option>
        id="desk-field"
        className="wide"
        open={open}
        onOpenChange={setOpen}
        value={form.field ? [form.field, ...(form.item ? [form.item] : [])] : []}
        options={options}
        changeOnSelect
        expandTrigger="hover"
        allowClear={false}
        showSearch={{
          limit: 30,
          searchValue: typed,
          filter: (words, path) => matches(path, words),
          onSearch: (words) => {
            arrowed.current = false;
            setTyped(words);
          },
        }}
        status={problem ? 'error' : ''}
        placeholder={t('choose')}
        displayRender={(labels) => labels.join(' / ')}
        onChange={(path) => choose((path ?? []).map(String))}
      />
    </div>
  );
}
