import { Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CatalogueProposal } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { ErrorState, UnitPicker } from '../../parts';
import { itemsOf, useDrafts } from './useCatalogue';
import { useRuleProposal } from './useProposals';

const NEW = '';

interface Props {
  proposal: CatalogueProposal;
  onClose: () => void;
  onTaken: (draftId: string) => void;
}

/** Which unit gets such cases from now on, and which draft takes the rule. */
export function AcceptModal({ proposal, onClose, onTaken }: Props): ReactElement {
  const t = useTexts('catalogue');
  const drafts = itemsOf(useDrafts(true));
  const [unit, setUnit] = useState(proposal.proposedUnit);
  const [draftId, setDraftId] = useState(NEW);
  const rule = useRuleProposal(proposal.id);
  const take = (): void =>
    rule.mutate(
      { decision: 'accepted', ...(draftId ? { draftId } : {}), ...(unit ? { unitId: unit.id } : {}) },
      { onSuccess: (ruled) => ruled.draftId && onTaken(ruled.draftId) },
    );
  return (
    <Modal
      open
      title={t('proposal.accept')}
      okText={t('proposal.take')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: unit === null }}
      confirmLoading={rule.isPending}
      onOk={take}
      onCancel={onClose}
    >
      <blockquote className="proposal-quote">{proposal.reason}</blockquote>
      <p className="admin-note modal-lead">{t('proposal.becomes')}</p>
      <div className="modal-field">
        <label htmlFor="proposal-unit">{t('proposal.shouldGo')}</label>
        <UnitPicker id="proposal-unit" value={unit} onChange={setUnit} />
      </div>
      <div className="modal-field">
        <label htmlFor="proposal-draft">{t('proposal.into')}</label>
        <Select
          id="proposal-draft"
          className="wide"
          value={draftId}
          options={[
            { value: NEW, label: t('proposal.newDraft') },
            ...drafts.map(({ id, note, author }) => ({
              value: id,
              label: `${note || t('unnamed')} · ${author}`,
            })),
          ]}
          onChange={setDraftId}
        />
      </div>
      {rule.isError && <ErrorState small error={rule.error} />}
    </Modal>
  );
}
