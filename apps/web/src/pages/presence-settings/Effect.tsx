import type { ReactElement } from 'react';
import { ProblemError } from '../../api/client';
import type { PresenceSettings, PresenceSettingsEffect } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { useSettings } from '../../app/settings';
import { Skeletons, UnitName } from '../../parts';
import { type Edited, isWhole, minutesOf, TIMES } from './form';
import type { usePreview } from './useSettings';

type BreakChange = PresenceSettingsEffect['breaks'][number];

function BreakLine({ one }: { one: BreakChange }): ReactElement {
  const t = useTexts('presenceSettings');
  const { language } = useSettings();
  const limit = (seconds: number | null): string => {
    const minutes = minutesOf(seconds);
    return minutes === null ? t('noLimit') : t('minutes', { count: minutes });
  };
  const values = { name: one[language] || one.reason, from: limit(one.from), to: limit(one.to) };
  return (
    <li>
      <strong>{t(`breakChanges.${one.change}`, values)}</strong>
      {one.onNow > 0 && (
        <small className={one.overNow > 0 || one.change === 'removed' ? 'effect-warn' : 'quiet'}>
          {t('onNow', { count: one.onNow })}
          {one.overNow > 0 && ` · ▲ ${t('overNow', { count: one.overNow })}`}
          {one.change === 'removed' && ` · ▲ ${t('staysIn')}`}
        </small>
      )}
    </li>
  );
}

function Changes({ effect }: { effect: PresenceSettingsEffect }): ReactElement {
  const t = useTexts('presenceSettings');
  const { rules, breaks, wrapUpsRunning } = effect;
  if (rules.length + breaks.length === 0) return <p className="quiet">{t('nothing')}</p>;
  const unitOf = (field: string): string => TIMES.find((one) => one.field === field)?.unit ?? 'seconds';
  return (
    <ul className="effect-list" aria-live="polite">
      {rules.map(({ field, from, to }) => (
        <li key={field}>
          <span>{t(`fields.${field}`)}</span>{' '}
          <strong className="number">
            {t('fromTo', { from, to })} {t(`units.${unitOf(field)}`, { count: to })}
          </strong>
          {field === 'wrapUpSeconds' && wrapUpsRunning > 0 && (
            <small className="quiet">{t('wrapUps', { count: wrapUpsRunning })}</small>
          )}
        </li>
      ))}
      {breaks.map((one) => (
        <BreakLine key={one.reason} one={one} />
      ))}
    </ul>
  );
}

interface Props {
  settings: PresenceSettings;
  edited: Edited | null;
  preview: ReturnType<typeof usePreview>;
}

/** The server names the field: it stands at its row. */
const isFault = (error: Error): boolean => error instanceof ProblemError && error.status === 422;

/** What the change would do and for whom, as the server reckons it; without a change: for whom the settings hold. */
export function Effect({ settings, edited, preview }: Props): ReactElement {
  const t = useTexts('presenceSettings');
  const whole = edited !== null && isWhole(edited);
  const effect = whole ? preview.data : undefined;
  const { agents, apart } = effect ?? settings;
  return (
    <aside className="rule-effect" aria-label={t('effect')}>
      <h2>{t('effect')}</h2>
      {!edited && <p className="quiet">{t('noEdit')}</p>}
      {edited && !whole && <p className="quiet">{t('unfinished')}</p>}
      {whole && preview.isPending && <Skeletons rows={2} height={24} />}
      {whole && preview.isError && (
        <p className="quiet">
          {isFault(preview.error) ? t('faulty') : t('previewFailed', { why: preview.error.message })}
        </p>
      )}
      {effect && !preview.isError && <Changes effect={effect} />}
      <h3>{t('whom')}</h3>
      <p>
        <UnitName unit={settings.unit} /> <strong className="number">{t('agents', { count: agents })}</strong>
        {effect && <small className="quiet"> {t('atLine', { count: effect.atLine })}</small>}
      </p>
      <h3>{t('apart')}</h3>
      {apart.length === 0 && <p className="quiet">{t('noApart')}</p>}
      <ul className="effect-list">
        {apart.map(({ unit, agents: count }) => (
          <li key={unit.id}>{t('apartOne', { unit: unit.name, count })}</li>
        ))}
      </ul>
    </aside>
  );
}
