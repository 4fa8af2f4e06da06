import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { CallerView } from '../../api/contract';
import { useTexts, type Translate } from '../../app/i18n';
import { shownNumber, type ContactForm } from './contact-form';
import type { DeskContact } from './desk-store';

interface Props {
  contact: DeskContact;
  view: CallerView | undefined;
  fill: (change: Partial<ContactForm>) => void;
}

function known(t: Translate, view: CallerView | undefined): string {
  if (!view) return '';
  const often = view.contactsLastYear > 0 ? t('yearly', { count: view.contactsLastYear }) : t('firstTime');
  const rating = view.lastRating ? t('lastRating', { rating: t(`ratings.${view.lastRating}`) }) : '';
  return [often, rating].filter(Boolean).join(' · ');
}

/** Name and phone as the caller gives them; what is on file shows masked as a hint, never as a value. */
export function CallerHead({ contact, view, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const { form, problems } = contact;
  const shown = form.workerName.trim() || view?.nameMasked || '';
  return (
    <section className="caller-head">
      <span className="avatar" aria-hidden>
        {shown.slice(0, 1) || '—'}
      </span>
      <div className="caller-who">
        <strong className="cut">{shown || t('nameless')}</strong>
        <span className="quiet">{known(t, view) || shownNumber(form) || t('noNumber')}</span>
      </div>
      <div className="caller-fields">
        <label htmlFor="desk-workerName">{t('label.workerName')}</label>
        <Input
          id="desk-workerName"
          autoComplete="off"
          maxLength={50}
          value={form.workerName}
          status={problems['workerName'] || problems['callerName'] ? 'error' : ''}
          placeholder={view?.nameMasked ?? ''}
          onChange={(event) => fill({ workerName: event.target.value })}
        />
        <label htmlFor="desk-workerPhone">{t('label.workerPhone')}</label>
        <Input
          id="desk-workerPhone"
          autoComplete="off"
          inputMode="tel"
          maxLength={24}
          value={form.workerPhone}
          status={problems['workerPhone'] ? 'error' : ''}
          placeholder={shownNumber(form)}
          onChange={(event) => fill({ workerPhone: event.target.value })}
        />
        {(problems['workerPhone'] ?? problems['workerName']) && (
          <p className="row-problem" role="alert">
            {problems['workerPhone'] ?? problems['workerName']}
          </p>
        )}
      </div>
    </section>
  );
}
