import { useState, type ReactElement } from 'react';
import type { RoutePreview } from '../../api/contract';
import { mark, useTexts } from '../../app/i18n';
import { momentText, shortDayText } from '../../parts';
import type { ContactForm } from './contact-form';
import { OverrideEditor } from './OverrideEditor';
import { useRoute } from './useRoute';

interface Props {
  form: ContactForm;
  fill: (change: Partial<ContactForm>) => void;
}

function Chain({
  route,
  override,
}: {
  route: RoutePreview;
  override: ContactForm['override'];
}): ReactElement {
  const t = useTexts('desk');
  const target = override?.unit ?? route.target;
  const upper = override ? [] : route.chain.filter((unit) => unit.id !== target?.id);
  if (!target) {
    return (
      <p className="route-line">
        → <strong>{t('toDispatcher')}</strong>
        <span className="quiet">
          {mark('open')}
          {t(`reason.${route.queueReason ?? 'no-rule'}`)}
          {mark('close')}
        </span>
      </p>
    );
  }
  return (
    <p className="route-line">
      {route.support.length > 0 && !override && <span className="tag">{t('routeLead')}</span>}
      {upper.map((unit) => (
        <span key={unit.id}>→ {unit.name} </span>
      ))}
      → <strong>{target.name}</strong>
      <span className="route-why">
        {mark('open')}
        {override ? t('overridden', { reason: override.reason }) : route.explanation.text}
        {mark('close')}
      </span>
    </p>
  );
}

function Limits({ route }: { route: RoutePreview }): ReactElement {
  const t = useTexts('desk');
  const { signLimit, dueAt, promiseLimit } = route;
  const day = dueAt ? shortDayText(dueAt) : '';
  const limit = promiseLimit ? t(`limit.${promiseLimit.unit}`, { count: promiseLimit.amount }) : '';
  return (
    <span className="route-limits">
      {signLimit && <span>{t('signBy', { at: momentText(signLimit) })}</span>}
      {dueAt && <span>{limit ? t('doneIn', { limit, day }) : t('doneBy', { day })}</span>}
    </span>
  );
}

/** Before the ticket is sent: to whom, by which rule, until when; and the way to change it. */
export function RoutingStrip({ form, fill }: Props): ReactElement {
  const t = useTexts('desk');
  const route = useRoute(form);
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <OverrideEditor
        value={form.override}
        cancel={() => setEditing(false)}
        choose={(override) => {
          fill({ override });
          setEditing(false);
        }}
      />
    );
  }
  const preview = route.asked ? route.data : undefined;
  if (!preview) {
    const words = !route.asked ? 'routeWaits' : route.isError ? 'routeFailed' : 'routing';
    return (
      <section className="strip strip-quiet" aria-label={t('route')}>
        <p className="route-line quiet">{t(words)}</p>
      </section>
    );
  }
  return (
    <section className="strip" aria-label={t('route')} aria-live="polite">
      <Chain route={preview} override={form.override} />
      {!form.override &&
        preview.support.map(({ unit, text }) => (
          <p key={unit.id} className="route-line">
            <span className="tag">{t('routeSupport')}</span> <strong>{unit.name}</strong>
            <span className="route-why">
              {mark('open')}
              {text}
              {mark('close')}
            </span>
          </p>
        ))}
      <div className="route-foot">
        <Limits route={preview} />
        {form.override ? (
          <button type="button" className="link-button" onClick={() => fill({ override: null })}>
            {t('undoOverride')}
          </button>
        ) : (
          <button type="button" className="link-button" onClick={() => setEditing(true)}>
            {t('override')}
          </button>
        )}
      </div>
    </section>
  );
}
