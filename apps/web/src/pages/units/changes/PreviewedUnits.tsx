import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';

/** Each unit with its path now and after. */
export function PreviewedUnits({ units }: { units: UnitChange['preview']['units'] }): ReactElement {
  const t = useTexts('unitChanges');
  return (
    <ul className="change-units">
      {units.map(({ id, name, newName, oldPath, newPath }) => (
        <li key={id}>
          <span className="change-unit">
            {name}
            {newName !== null && newName !== name && <small>{t('renamed', { name: newName })}</small>}
            {oldPath === null && <small>{t('newUnit')}</small>}
          </span>
          <span className="change-paths">
            {oldPath !== null && oldPath !== newPath && (
              <code className="is-old">
                <span className="visually-hidden">{t('before')} </span>
                {oldPath}
              </code>
            )}
            <code>
              <span className="visually-hidden">{t('after')} </span>
              {newPath}
            </code>
          </span>
        </li>
      ))}
    </ul>
  );
}
