import { useState, type ReactElement } from 'react';
import type { CatalogueDraft, CatalogueFault } from '../../api/contract';
import { useIsTight } from '../../app/ground';
import { useTexts } from '../../app/i18n';
import { ConflictStrip } from './ConflictStrip';
import { DraftHead } from './DraftHead';
import { DraftRules } from './DraftRules';
import { DraftSide } from './DraftSide';
import { DraftTools, UndoStrip } from './DraftTools';
import { focusField } from './RuleField';
import { PublishModal } from './PublishModal';
import { RuleDrawer } from './RuleDrawer';
import { faultsAt, fieldOf, rowsWith } from './rules';
import type { Address } from './useAddress';
import { useEditedDraft } from './useDraft';
import { useDraftRules } from './useDraftRules';

/** The open rule by its row in the address; a link from a comparison names it by its number. */
function openAt({ get }: Address, rules: readonly { no: number }[]): number | null {
  const no = get('no');
  const row = get('row') === 'last' ? rules.length : Number(get('row'));
  const at = no === null ? row - 1 : rules.findIndex((rule) => rule.no === Number(no));
  return Number.isInteger(at) && at >= 0 && at < rules.length ? at : null;
}

/** A draft being written: its rules, what is wrong with them, what they would change, and how it becomes a version. */
export function DraftEditor({ draft, address }: { draft: CatalogueDraft; address: Address }): ReactElement {
  const t = useTexts('catalogue');
  const [typed, setTyped] = useState('');
  const [publishing, setPublishing] = useState(false);
  const tight = useIsTight();
  const edited = useEditedDraft(draft);
  const editable = draft.may.includes('change');
  const acts = useDraftRules(edited, address, editable);
  const { rules } = edited.value;
  const at = openAt(address, rules);
  const open = at === null ? undefined : rules[at];
  const go = (row: number, focus: string | null = null): void =>
    address.put({ row: String(row), focus, no: null });
  const close = (): void => address.put({ row: null, focus: null, no: null });
  const show = (fault: CatalogueFault): void => {
    if (fault.row === null) return;
    const field = fieldOf(fault);
    go(fault.row, field);
    setPublishing(false);
    if (field && at === fault.row - 1) focusField(field);
  };
  const side = <DraftSide draft={draft} edited={edited} address={address} onShow={show} />;
  return (
    <>
      <DraftHead
        draft={draft}
        edited={edited}
        address={address}
        onPublish={() => void edited.flush().then(() => setPublishing(true))}
      />
      <ConflictStrip edited={edited} />
      <div className="admin-panels draft-panels">
        {tight && side}
        <section className="admin-panel draft-main" role="region" aria-label={t('tabs.rules')}>
          <DraftTools acts={acts} editable={editable} typed={typed} count={rules.length} onType={setTyped} />
          <UndoStrip acts={acts} />
          <div
            className="draft-scroll"
            tabIndex={0}
            role="group"
            aria-label={t('ruleCount', { count: rules.length })}
          >
            <DraftRules
              rules={rules}
              rows={rowsWith(rules, typed)}
              faults={draft.faults}
              marked={at}
              editable={editable}
              onOpen={(position) => go(position + 1)}
              onDuplicate={acts.duplicate}
              onRemove={acts.remove}
            />
          </div>
        </section>
        {!tight && side}
      </div>
      {editable && open && at !== null && (
        <RuleDrawer
          rule={open}
          row={at + 1}
          rows={rules.length}
          faults={faultsAt(draft.faults, at + 1)}
          status={edited.status}
          focus={address.get('focus')}
          onChange={(part) => acts.change(at, part)}
          onGo={go}
          onDuplicate={() => acts.duplicate(at)}
          onRemove={() => acts.remove(at)}
          onClose={close}
        />
      )}
      {publishing && (
        <PublishModal draft={draft} address={address} onShow={show} onClose={() => setPublishing(false)} />
      )}
    </>
  );
}
