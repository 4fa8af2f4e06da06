import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import '../units/admin.css';
import './groups.css';
import { FlagList } from './FlagList';
import { GroupList } from './GroupList';
import { texts } from './texts';

registerTexts('groups', texts);

/** Many people, one cause: what has been linked, and employers that many complain of. The tab is in the URL. */
export default function GroupsPage(): ReactElement {
  const t = useTexts('groups');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'flags' ? 'flags' : 'groups';
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <Segmented
          value={tab}
          options={[
            { value: 'groups', label: t('groups') },
            { value: 'flags', label: t('flags') },
          ]}
          onChange={(value) => setSearch(value === 'flags' ? { tab: 'flags' } : {}, { replace: true })}
        />
      </div>
      <p className="quiet">{t(tab === 'flags' ? 'flagsHint' : 'groupsHint')}</p>
      <section className="admin-panel admin-grow" tabIndex={0} role="region" aria-label={t(tab)}>
        {tab === 'flags' ? <FlagList /> : <GroupList />}
      </section>
    </div>
  );
}
