import { Button, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../../app/i18n';
import type { Confidentiality, Kind, Term } from '../../api/contract';
import { useVocabulary } from '../../api/vocabulary';
import { useSettings } from '../../app/settings';
import { PlacePicker } from '../../parts';
import { Answer } from './Answer';
import { EMPTY_CASE, type usePreview, type Case } from './useCatalogue';

interface Props {
  tried: Case;
  onTry: (tried: Case) => void;
  preview: ReturnType<typeof usePreview>;
}

function Line({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div className="tester-line">
      <span>{name}</span>
      {children}
    </div>
  );
}

/** A case to try on the catalogue in force: which unit would get it, and which rule says so. */
export function Tester({ tried, onTry, preview }: Props): ReactElement {
  const t = useTexts('catalogue');
  const { language } = useSettings();
  const words = useVocabulary();
  const change = (part: Partial<Case>): void => onTry({ ...tried, ...part });
  const optionsOf = (terms: Term[]) => terms.map((term) => ({ value: term.code, label: term[language] }));
  const choice = { allowClear: true, className: 'wide', placeholder: t('any') } as const;
  return (
    <div className="padded">
      <div className="admin-tools">
        <h2>{t('test')}</h2>
        <span className="admin-space" />
        <Button size="small" onClick={() => onTry(EMPTY_CASE)}>
          {t('clear')}
        </Button>
      </div>
      <p className="admin-note">{t('testHint')}</p>
      <Line name={t('kind')}>
        <Select
          {...choice}
          aria-label={t('kind')}
          value={tried.kind ?? null}
          options={optionsOf(words.kinds)}
          onChange={(kind: Kind | undefined) => change({ kind: kind ?? undefined })}
        />
      </Line>
      <Line name={t('field')}>
        <Select
          {...choice}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('field')}
          value={tried.field ?? null}
          options={optionsOf(words.fields)}
          onChange={(field: string | undefined) => change({ field: field ?? undefined })}
        />
      </Line>
      <Line name={t('tags')}>
        <Select
          {...choice}
          mode="multiple"
          aria-label={t('tags')}
          value={tried.tags}
          options={optionsOf(words.tags)}
          onChange={(tags: string[]) => change({ tags })}
        />
      </Line>
      <Line name={t('industry')}>
        <Select
          {...choice}
          aria-label={t('industry')}
          value={tried.industry ?? null}
          options={optionsOf(words.industries)}
          onChange={(industry: string | undefined) => change({ industry: industry ?? undefined })}
        />
      </Line>
      <Line name={t('confidentiality')}>
        <Select
          {...choice}
          aria-label={t('confidentiality')}
          value={tried.confidentiality ?? null}
          options={optionsOf(words.confidentialities)}
          onChange={(confidentiality: Confidentiality | undefined) =>
            change({ confidentiality: confidentiality ?? undefined })
          }
        />
      </Line>
      {(['workplace', 'employerSeat', 'caller'] as const).map((place) => (
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
