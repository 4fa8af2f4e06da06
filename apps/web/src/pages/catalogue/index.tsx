import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useCan } from '../../api/session';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import '../units/admin.css';
import './catalogue.css';
import './draft.css';
import './compare.css';
import { CompareTab } from './CompareTab';
import { DraftPage } from './DraftPage';
import { ProposalsTab } from './ProposalsTab';
import { RulesTab } from './RulesTab';
import { texts } from './texts';
import { type Tab, useAddress } from './useAddress';
import { VersionsTab } from './VersionsTab';

registerTexts('catalogue', texts);

/** The dispatch catalogue: its rules, its versions, and for its writers the drafts and what rulings propose. */
export default function CataloguePage(): ReactElement {
  const t = useTexts('catalogue');
  const address = useAddress();
  const edits = useCan('catalogue.edit');
  const { tab } = address;
  const draft = address.get('draft');
  const tabs: Tab[] = edits ? ['rules', 'versions', 'proposals'] : ['rules', 'versions'];
  // A comparison and a draft belong to the versions they were opened from.
  const current: Tab = tab === 'compare' || tab === 'draft' ? 'versions' : tab;
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools catalogue-tabs">
        <Segmented<Tab>
          aria-label={t('title')}
          value={current}
          options={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
          onChange={(value) => address.open({ tab: value })}
        />
      </div>
      {tab === 'rules' && <RulesTab address={address} />}
      {tab === 'versions' && <VersionsTab address={address} edits={edits} />}
      {tab === 'compare' && <CompareTab address={address} edits={edits} />}
      {tab === 'proposals' && edits && <ProposalsTab address={address} />}
      {tab === 'draft' && draft && edits && <DraftPage key={draft} id={draft} address={address} />}
    </div>
  );
}
