import type { ReactElement } from 'react';
import { useTexts } from '../../../app/i18n';
import type { UnitChange } from '../../../api/contract';

interface WhereProps {
  word: string;
  superiors: readonly string[] | undefined;
  path: string;
  old?: boolean;
}

/** `现在 全国 › 广东 › 深圳`, the path in codes under it. */
function Where({ word, superiors, path, old = false }: WhereProps): ReactElement {
  return (
    <span className={old ? 'change-where is-old' : 'change-where'}>
      <small>{word}</small>
      <span>
        {superiors && <span className="change-chain">{superiors.join(' › ')}</span>}
        <code>{path}</code>
      </span>
    </span>
  );
}

/** Each unit with its path now and after. */
export function PreviewedUnits({ units }: { units: UnitChange['preview']['units'] }): ReactElement {
  const t = useTexts('unitChanges');
  return (
    <ul className="change-units">
      {units.map(({ id, name, newName, oldPath, newPath, oldSuperiors, newSuperiors }) => (
        <li key={id}>
          <span className="change-unit">
            {name}
            {newName !== null && newName !== name && <small>{t('renamed', { name: newName })}</small>}
            {oldPath === null && <small>{t('newUnit')}</small>}
          </span>
          <span className="change-paths">
            {oldPath !== null && oldPath !== newPath && (
              <Where word={t('before')} superiors={oldSuperiors} path={oldPath} old />
            )}
            <Where word={t('after')} superiors={newSuperiors} path={newPath} />
          </span>
        </li>
      ))}
    </ul>
  );
}
