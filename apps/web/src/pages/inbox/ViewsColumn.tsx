import { Link, useLocation } from 'react-router';
import type { ViewCounts } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { VIEW_GROUPS, type ViewName } from './query';

interface ViewsColumnProps {
  chosen: ViewName;
  counts: ViewCounts | undefined;
}

/** The lists a handler works through, each with its count. Choosing one drops the filters of the other. */
export function ViewsColumn({ chosen, counts }: ViewsColumnProps) {
  const t = useTexts('inbox');
  const { pathname } = useLocation();
  return (
    <nav className="views" aria-label={t('views')} data-region>
      {VIEW_GROUPS.map((group) => (
        <section key={group.name}>
          <h2>{t(`group.${group.name}`)}</h2>
          <ul>
            {group.views.map((view) => {
              const count = counts?.views[view];
              return (
                <li key={view}>
                  <Link
                    to={`${pathname}?view=${view}`}
                    aria-current={view === chosen ? 'page' : undefined}
                    className="view-link"
                  >
                    <span>{t(`view.${view}`)}</span>
                    {count && <span className="view-count">{count.atLeast ? '10,000+' : count.count}</span>}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
