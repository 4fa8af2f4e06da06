import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueDraft, CatalogueFault } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { DryRunPanel } from './DryRunPanel';
import { FaultList } from './FaultList';
import { Tester } from './Tester';
import type { Address, Side } from './useAddress';
import type { EditedDraft } from './useDraft';
import { EMPTY_CASE, usePreview } from './usePreview';

interface Props {
  draft: CatalogueDraft;
  edited: EditedDraft;
  address: Address;
  onShow: (fault: CatalogueFault) => void;
}

/** One case asked of the draft as it is saved. */
function Question({ draft }: Pick<Props, 'draft'>): ReactElement {
  const t = useTexts('catalogue');
  const [tried, setTried] = useState(EMPTY_CASE);
  const preview = usePreview(tried, { catalogue: draft.id, edition: draft.version });
  return <Tester tried={tried} onTry={setTried} preview={preview} hint={t('testDraft')} />;
}

/** Beside the rules: what is wrong, what would change, and one case at a time. */
export function DraftSide({ draft, edited, address, onShow }: Props): ReactElement {
  const t = useTexts('catalogue');
  const sides: Side[] = ['check', 'dry-run', 'try'];
  const side = sides.find((one) => one === address.get('side')) ?? 'check';
  const count = draft.faults.length;
  const labels: Record<Side, string> = {
    check: count > 0 ? t('side.faults', { count }) : t('side.check'),
    'dry-run': t('side.dry-run'),
    try: t('test'),
  };
  return (
    <section className="admin-panel draft-side" tabIndex={0} role="region" aria-label={t('side.title')}>
      <div className="draft-sides">
        <Segmented<Side>
          block
          aria-label={t('side.title')}
          value={side}
          options={sides.map((value) => ({ value, label: labels[value] }))}
          onChange={(value) => address.put({ side: value })}
        />
      </div>
      {side === 'check' && (
        <div className="padded" role="status">
          <FaultList faults={draft.faults} {...(draft.may.includes('change') ? { onShow } : {})} />
          {count === 0 && !draft.tried && <p className="admin-note">{t('faults.next')}</p>}
        </div>
      )}
      {side === 'dry-run' && <DryRunPanel draft={draft} edited={edited} address={address} />}
      {side === 'try' && <Question draft={draft} />}
    </section>
  );
}
