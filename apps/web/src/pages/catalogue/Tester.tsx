import { Button, Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../app/i18n';
import type { Confidentiality, Kind, Term } from '../../api/contract';
import { useVocabulary } from '../../api/vocabulary';
import { useSettings } from '../../app/settings';
import { PlacePicker } from '../../parts';
import { Answer } from './Answer';
import { tabMovesOn } from './tab-key';
import { EMPTY_CASE, type usePreview, type Case } from './usePreview';

interface Props {
  tried: Case;
  onTry: (tried: Case) => void;
  preview: ReturnType<typeof usePreview>;
  hint: string; // whose rules are asked
}

function Line({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div className="tester-line">
      <span>{name}</span>
      {children}
    </div>
  );
}

/** A case to try on a version or a draft: which unit would get it, and which rule says so. */
export function Tester({ tried, onTry, preview, hint }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { language } = useSettings();
  const words = useVocabulary();
  const change = (part: Partial<Case>): void => onTry({ ...tried, ...part });
  const items = words.fields.find(({ code }) => code === tried.field)?.items ?? [];
  const optionsOf = (terms: Term[]) => terms.map((term) => ({ value: term.code, label: term[language] }));
  const choice = { allowClear: true, className: 'wide', placeholder: t('any') } as const;
  return (
    <div className="padded" onKeyDownCapture={tabMovesOn}>
      <div className="admin-tools">
        <h2>{t('test')}</h2>
        <span className="admin-space" />
        <Button size="small" onClick={() => onTry(EMPTY_CASE)}>
          {t('clear')}
        </Button>
      </div>
      <p className="admin-note">{hint}</p>
      <Line name={t('field.kinds')}>
        <Select
          {...choice}
          aria-label={t('field.kinds')}
          value={tried.kind ?? null}
          options={optionsOf(words.kinds)}
          onChange={(kind: Kind | undefined) => change({ kind: kind ?? undefined })}
        />
      </Line>
      <Line name={t('field.fields')}>
        <Select
          {...choice}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('field.fields')}
          value={tried.field ?? null}
          options={optionsOf(words.fields)}
          onChange={(field: string | undefined) => change({ field: field ?? undefined, item: undefined })}
        />
      </Line>
      {items.length > 0 && (
        <Line name={t('field.items')}>
          <Select
            {...choice}
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('field.items')}
            value={tried.item ?? null}
            options={optionsOf(items)}
            onChange={(item: string | undefined) => change({ item: item ?? undefined })}
          />
        </Line>
      )}
      <Line name={t('field.tags')}>
        <Select
          {...choice}
          mode="multiple"
          aria-label={t('field.tags')}
          value={tried.tags}
          options={optionsOf(words.tags)}
          onChange={(tags: string[]) => change({ tags })}
        />
      </Line>
      <Line name={t('field.industries')}>
        <Select
          {...choice}
          aria-label={t('field.industries')}
          value={tried.industry ?? null}
          options={optionsOf(words.industries)}
          onChange={(industry: string | undefined) => change({ industry: industry ?? undefined })}
        />
      </Line>
      <Line name={t('field.employers')}>
        <Input
          allowClear
          aria-label={t('field.employers')}
          placeholder={t('any')}
          maxLength={200}
          value={tried.employer ?? ''}
          onChange={(event) => change({ employer: event.target.value || undefined })}
        />
      </Line>
      <Line name={t('field.confidentiality')}>
        <Select
          {...choice}
          aria-label={t('field.confidentiality')}
          value={tried.confidentiality ?? null}
          options={optionsOf(words.confidentialities)}
          onChange={(confidentiality: Confidentiality | undefined) =>
            change({ confidentiality: confidentiality ?? undefined })
          }
        />
      </Line>
      {(['workplace', 'employerSeat', 'caller', 'insurance'] as const).map((place) => (
        <Line key={place} name={t(`places.${place}`)}>
          <PlacePicker
            value={tried[place]}
            onChange={(chosen) => change({ [place]: chosen })}
            label={t(`places.${place}`)}
          />
        </Line>
      ))}
      <Answer preview={preview} />
    </div>
  );
}
