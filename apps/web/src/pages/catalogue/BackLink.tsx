import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { Icon } from '../../parts';

/** From a draft or a comparison back to the list it hangs under. */
export function BackLink(): ReactElement {
  const t = useTexts('catalogue');
  return (
    <Link to="/catalogue?tab=versions" className="back-link">
      <Icon name="chevron-right" /> {t('back')}
    </Link>
  );
}
