import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSession } from '../../api/session';
import { useTerm } from '../../api/vocabulary';
import type { ChainSetting, IndustryChain } from '../../api/contract';
import { registerTexts, useTexts } from '../../app/i18n';
import { TopBar } from '../../app/TopBar';
import { ErrorState, Skeletons } from '../../parts';
import '../units/admin.css';
import './chains.css';
import { SetChainModal } from './SetChainModal';
import { texts } from './texts';
import { useChains } from './useChains';

registerTexts('chains', texts);

function Setting({ setting }: { setting: ChainSetting }): ReactElement {
  const t = useTexts('chains');
  const words = setting.dualLead ? t(`dualLead.${setting.dualLead}`) : t(`modeNote.${setting.mode}`);
  return (
    <>
      <strong>{t(`mode.${setting.mode}`)}</strong> <span className="quiet">{words}</span>
      <span className="chain-when">
        {[t('from', { day: setting.effectiveFrom }), t('by', { name: setting.by }), setting.note]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

interface RowProps {
  chain: IndustryChain;
  onSet: (() => void) | null;
}

function Row({ chain, onSet }: RowProps): ReactElement {
  const t = useTexts('chains');
  const term = useTerm();
  const now = chain.settings.find((one) => one.inForce);
  const others = chain.settings.filter((one) => !one.inForce);
  return (
    <tr>
      <th scope="row">{term('industries', chain.industry)}</th>
      <td>{now?.unit?.name ?? chain.chain?.name ?? <span className="quiet">{t('noChain')}</span>}</td>
      <td>{now ? <Setting setting={now} /> : <span className="quiet">{t('catalogue')}</span>}</td>
      <td>
        {others.map((one) => (
          <div key={one.id} className="chain-other">
            <Setting setting={one} />
          </div>
        ))}
      </td>
      <td className="chain-act">
        {onSet && (
          <Button size="small" onClick={onSet}>
            {t('change')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Who leads in each industry, now and from which day on. */
export default function ChainsPage(): ReactElement {
  const t = useTexts('chains');
  const { memberships } = useSession();
  const chains = useChains();
  const [chosen, choose] = useState<IndustryChain | null>(null);
  const root = memberships.some((one) => one.role === 'administrator' && one.unit.level === 'national');
  return (
    <div className="admin">
      <TopBar>
        <h1 className="top-title">{t('title')}</h1>
      </TopBar>
      <div className="admin-tools">
        <span className="quiet">{t('lead')}</span>
        {!root && <span className="quiet">{t('readOnly')}</span>}
      </div>
      <section className="admin-panel chains-panel" role="region" tabIndex={0} aria-label={t('title')}>
        {chains.isPending && <Skeletons rows={8} height={48} />}
        {chains.isError && <ErrorState error={chains.error} onRetry={() => void chains.refetch()} />}
        {chains.data && (
          <table className="chains-table">
            <thead>
              <tr>
                <th scope="col">{t('industry')}</th>
                <th scope="col">{t('chain')}</th>
                <th scope="col">{t('now')}</th>
                <th scope="col">{t('later')}</th>
                <th scope="col" aria-label={t('change')} />
              </tr>
            </thead>
            <tbody>
              {chains.data.map((chain) => (
                <Row key={chain.industry} chain={chain} onSet={root ? () => choose(chain) : null} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {chosen && <SetChainModal chain={chosen} onClose={() => choose(null)} />}
    </div>
  );
}
