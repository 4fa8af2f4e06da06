import { useState } from 'react';
import type { CatalogueRule } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { newId, useHotkeys } from '../../parts';
import { blankRule, changed, duplicated, MOST_RULES, type Removed, restored } from './rules';
import type { Address } from './useAddress';
import type { EditedDraft } from './useDraft';

export interface RuleActs {
  full: boolean; // no further rule is taken
  removed: Removed | null; // the last one, while it can come back
  add: () => void;
  change: (at: number, part: Partial<CatalogueRule>) => void;
  duplicate: (at: number) => void;
  remove: (at: number) => void;
  undo: () => void;
  dismiss: () => void;
}

/** What can be done to the rules of a draft here. Removed ones wait, in order, to be brought back. */
export function useDraftRules({ value, change }: EditedDraft, address: Address, on: boolean): RuleActs {
  const t = useTexts('catalogue');
  const [bin, setBin] = useState<Removed[]>([]);
  const { rules } = value;
  const open = (at: number): void => address.put({ row: String(at + 1), focus: null, no: null });
  const add = (): void => {
    change({ rules: [...rules, blankRule(rules, newId())] });
    open(rules.length);
  };
  const undo = (): void => {
    const last = bin.at(-1);
    if (!last) return;
    change({ rules: restored(rules, last) });
    setBin(bin.slice(0, -1));
  };
  const full = rules.length >= MOST_RULES;
  useHotkeys({ n: () => !full && add(), 'mod+z': undo }, on);
  return {
    full,
    removed: bin.at(-1) ?? null,
    add,
    undo,
    change: (at, part) => {
      const key = rules[at]?.key;
      if (key) change({ rules: changed(rules, key, part) });
    },
    duplicate: (at) => {
      change({ rules: duplicated(rules, at, { key: newId(), suffix: t('copySuffix') }) });
      open(at + 1);
    },
    remove: (at) => {
      const rule = rules[at];
      if (!rule) return;
      change({ rules: rules.toSpliced(at, 1) });
      setBin([...bin, { rule, at }]);
      address.put({ row: null, focus: null });
    },
    dismiss: () => setBin([]),
  };
}
