import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import { useSession } from '../api/session';
import { Icon } from '../parts';
import { useTexts } from './i18n';
import { loaderOf, mayOpen, pageEntries } from './pages';

/** The pages this person may open, and no other. */
export function Rail(): ReactElement {
  const t = useTexts('app');
  const session = useSession();
  const shown = pageEntries.filter(
    (entry) =>
      entry.icon &&
      mayOpen(session, entry) &&
      (!entry.rail || session.permissions.includes(entry.rail)) &&
      loaderOf(entry.folder),
  );
  return (
    <nav className="rail" aria-label={t('navigation')} data-region>
      <span className="rail-mark" aria-hidden>
        工
      </span>
      {shown.map((entry) => (
        <NavLink key={entry.path} to={entry.path} onMouseEnter={() => void loaderOf(entry.folder)?.()}>
          <Icon name={entry.icon ?? 'file'} size={20} />
          {t(`pages.${entry.folder}`)}
        </NavLink>
      ))}
    </nav>
  );
}
