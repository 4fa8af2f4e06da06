import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useSettings } from '../app/settings';
import { mark, useTexts } from '../app/i18n';
import type { TicketVerb, TicketView } from '../api/contract';
import { differences } from './differences';
import { putTicket } from './putTicket';
import { useStepWords } from './steps';
import { VERB_NAMES } from './names';

export interface Written {
  label: string;
  value: string;
}

interface StaleNoteProps {
  verb: TicketVerb;
  ticket: TicketView;
  current: TicketView;
  mine: Written[];
  onAgain: () => void;
  onClear: () => void;
}

/** Both versions side by side; what the person wrote stays in the form and here, ready to be sent or copied. */
export function StaleNote({ verb, ticket, current, mine, onAgain, onClear }: StaleNoteProps) {
  const t = useTexts('verbs');
  const words = useStepWords();
  const { language } = useSettings();
  const { message } = App.useApp();
  const client = useQueryClient();
  const changed = differences(ticket, current, words);
  const possible = current.verbs.includes(verb);
  const written = mine.filter((item) => item.value.trim() !== '');
  const copy = () => {
    const text = written.map((item) => `${item.label}${mark('colon')}${item.value}`).join('\n');
    void navigator.clipboard.writeText(text).then(() => message.success(t('stale.copied')));
  };
  const keep = () => {
    putTicket(client, current);
    onClear();
  };
  return (
    <section className="stale" role="alert" aria-label={t('stale.title')}>
      <div className="stale-lead">
        <strong>{t('stale.title')}</strong>
        <span>{t('stale.lead')}</span>
      </div>
      <div className="stale-sides">
        <div className="stale-side">
          <h3>
            {t('stale.theirs')} <small>{t('stale.version', { version: current.version })}</small>
          </h3>
          <dl>
            {changed.map((difference) => (
              <div key={difference.name}>
                <dt>{t(`diff.${difference.name}`)}</dt>
                <dd>
                  <strong>{difference.is}</strong>
                  <small>{t('stale.was', { value: difference.was })}</small>
                </dd>
              </div>
            ))}
          </dl>
          {changed.length === 0 && <p>{t('stale.same')}</p>}
        </div>
        <div className="stale-side is-mine">
          <h3>{t('stale.mine')}</h3>
          <dl>
            {written.map((item) => (
              <div key={item.label}>
                <dt>{item.label}</dt>
                <dd>
                  <div className="stale-text" tabIndex={0} role="group" aria-label={item.label}>
                    {item.value}
                  </div>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      {!possible && <p className="stale-gone">{t('stale.gone', { verb: VERB_NAMES[verb][language] })}</p>}
      <div className="stale-actions">
        <Button onClick={copy}>{t('stale.copy')}</Button>
        <Button onClick={keep}>{t('stale.keep')}</Button>
        <Button type="primary" disabled={!possible} onClick={onAgain}>
          {t('stale.again')}
        </Button>
      </div>
    </section>
  );
}
