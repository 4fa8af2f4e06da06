import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useVocabulary } from '../../api/vocabulary';
import type { Confidentiality, Difficulty, Kind } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Icon } from '../../parts';
import type { ContactForm } from './contact-form';

type Fill = (change: Partial<ContactForm>) => void;

/** 1 咨询 … 7 无效: the digit is part of the label. */
export function KindChoice({
  value,
  choose,
}: {
  value: Kind | null;
  choose: (kind: Kind) => void;
}): ReactElement {
  const t = useTexts('desk');
  const { language } = useSettings();
  const { kinds } = useVocabulary();
  const options = kinds.map((term, index) => ({
    value: term.code as Kind,
    label: (
      <>
        <span className="digit">{index + 1}</span> {term[language]}
      </>
    ),
  }));
  return (
    <Segmented<Kind>
      className="kinds"
      data-desk="kind"
      data-region-start=""
      aria-label={t('label.kind')}
      name="desk-kind"
      tabIndex={-1} // the radios take the focus, not the frame around them
      options={options}
      value={value ?? ('' as Kind)}
      onChange={choose}
    />
  );
}

export function DifficultyChoice({ value, fill }: { value: Difficulty; fill: Fill }): ReactElement {
  const t = useTexts('desk');
  const { language } = useSettings();
  const { difficulties } = useVocabulary();
  return (
    <Segmented<Difficulty>
      aria-label={t('label.difficulty')}
      name="desk-difficulty"
      tabIndex={-1} // the radios take the focus, not the frame around them
      options={difficulties.map((term) => ({ value: term.code as Difficulty, label: term[language] }))}
      value={value}
      onChange={(difficulty) => fill({ difficulty })}
    />
  );
}

/** Never chosen for the caller: the agent asks. */
export function ConfidentialityChoice({
  value,
  fill,
}: {
  value: Confidentiality | null;
  fill: Fill;
}): ReactElement {
  const t = useTexts('desk');
  const { language } = useSettings();
  const { confidentialities } = useVocabulary();
  return (
    <Segmented<Confidentiality>
      data-desk="confidentiality"
      aria-label={t('label.confidentiality')}
      name="desk-confidentiality"
      tabIndex={-1} // the radios take the focus, not the frame around them
      options={confidentialities.map((term) => ({
        value: term.code as Confidentiality,
        label: (
          <span className="with-icon">
            {term.code === value && term.code !== 'open' && <Icon name="lock" size={14} />}
            {term[language]}
          </span>
        ),
      }))}
      value={value ?? ('' as Confidentiality)}
      onChange={(confidentiality) => fill({ confidentiality })}
    />
  );
}
