import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import { Kbd } from '../../parts';

interface Props {
  value: string;
  change: (answer: string) => void;
  back: () => void;
}

/** Takes the place of the routing strip while a contact is answered and closed. */
export function AnswerLine({ value, change, back }: Props): ReactElement {
  const t = useTexts('desk');
  return (
    <section className="strip strip-edit" aria-label={t('answer')}>
      <label htmlFor="desk-answer">{t('answer')}</label>
      <Input
        id="desk-answer"
        value={value}
        maxLength={2000}
        placeholder={t('answerHint')}
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) back();
        }}
      />
      <button type="button" className="link-button strip-back" onClick={back}>
        {t('back')} <Kbd keys="escape" />
      </button>
    </section>
  );
}
