import type { ReactElement } from 'react';
import { useTexts } from '../../app/i18n';
import type { UnitView } from '../../api/contract';
import { TimeText } from '../../parts';

/** What the unit was called and where it hung, until when. */
export function FormerNames({ unit }: { unit: UnitView }): ReactElement | null {
  const t = useTexts('units');
  if (unit.former.length === 0) return null;
  return (
    <section>
      <h3>{t('former.title')}</h3>
      <ul className="former-names">
        {unit.former.map(({ name, code, path, parentName, from, until }) => (
          <li key={until}>
            <strong>{t('former.name', { name })}</strong>
            <span className="admin-note">
              <TimeText at={from} form="day" /> — <TimeText at={until} form="day" />
            </span>
            <span className="admin-note">
              {code} · {parentName ?? '—'} · <code>{path}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
