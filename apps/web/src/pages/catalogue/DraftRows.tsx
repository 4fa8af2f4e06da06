import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { ErrorState, Icon, Skeletons, TimeText } from '../../parts';
import { fieldTextOf } from './begin';
import type { Address } from './useAddress';
import { itemsOf, type useDrafts } from './useCatalogue';

interface Props {
  drafts: ReturnType<typeof useDrafts>;
  chosen: string[];
  onChoose: (name: string) => void;
  address: Address;
}

/** What is being written, newest first, with what still keeps it from being published. */
export function DraftRows({ drafts, chosen, onChoose, address }: Props): ReactElement {
  const t = useTexts('catalogue');
  const all = itemsOf(drafts);
  return (
    <div className="draft-list">
      <h2 className="list-title">{t('drafts')}</h2>
      {drafts.isPending && <Skeletons rows={2} height={56} />}
      {drafts.isError && <ErrorState small error={drafts.error} onRetry={() => void drafts.refetch()} />}
      {drafts.data && all.length === 0 && <p className="quiet draft-none">{t('noDrafts')}</p>}
      <ul>
        {all.map((one) => (
          <li key={one.id} className="draft-line">
            <Checkbox
              aria-label={t('choose', { name: one.note || t('draft') })}
              checked={chosen.includes(one.id)}
              onChange={() => onChoose(one.id)}
            />
            <div className="draft-what">
              <Link to={`/catalogue?draft=${one.id}`}>
                <b>{one.note || t('unnamed')}</b>
              </Link>
              <p className="admin-note">
                {one.author} · {t('basedOn', { version: one.basedOn ?? '—' })} ·{' '}
                {t('savedBy', { name: one.savedBy })} <TimeText at={one.savedAt} />
                {one.effectiveFrom &&
                  ` · ${t('planned', { at: fieldTextOf(one.effectiveFrom).replace('T', ' ') })}`}
              </p>
            </div>
            <span className="quiet">{t('ruleCount', { count: one.ruleCount })}</span>
            <span className={`tag ${one.faultCount > 0 ? 'tag-bad' : 'tag-ok'}`}>
              <Icon name={one.faultCount > 0 ? 'alert' : 'check'} size={14} />
              {one.faultCount > 0 ? t('faults.count', { count: one.faultCount }) : t('faults.fine')}
            </span>
            <Button size="small" onClick={() => address.open({ draft: one.id })}>
              {t('openDraft')}
            </Button>
          </li>
        ))}
      </ul>
      {drafts.hasNextPage && (
        <Button type="link" className="admin-more" onClick={() => void drafts.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </div>
  );
}
