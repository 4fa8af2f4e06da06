import type { ReactElement } from 'react';
import { mark, useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';

/** `parts.1.code` is shown under 拆成. */
const fieldOf = (field: string): string => field.split('.')[0] ?? field;

export function Conflicts({
  conflicts,
}: {
  conflicts: UnitChange['preview']['conflicts'];
}): ReactElement | null {
  const t = useTexts('unitChanges');
  if (conflicts.length === 0) return null;
  return (
    <div className="change-note is-bad" role="alert">
      <strong>{t('conflicts')}</strong>
      <ul>
        {conflicts.map(({ field, problem }) => (
          <li key={`${field} ${problem}`}>
            {t(`field.${fieldOf(field)}`)}
            {mark('colon')}
            {t(`problem.${problem}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
