import { allow, type Decision, deny } from '@hotline/kernel';
import type { Tree } from '@hotline/organization';
import { hasCode, INDUSTRIES } from '@hotline/ticket';
import { chainUnit, type ChainLead, type ChainMode, type ChainSetting } from './chains.js';

export interface ChainChoice {
  readonly industry: string;
  readonly mode: ChainMode;
  readonly dualLead: ChainLead | null;
  readonly unitId: string | null;
  readonly effectiveFrom: string;
}

/** Can this be set? A day that has passed would change what was already explained, so it has to be today or later. */
export function checkChain(choice: ChainChoice, tree: Tree, today: string): Decision<ChainSetting> {
  if (!hasCode(INDUSTRIES, choice.industry)) return deny('unknown-category', { field: 'industry' });
  if ((choice.mode === 'dual') !== (choice.dualLead !== null))
    return deny('invalid-input', { field: 'dualLead' });
  const day = new Date(`${choice.effectiveFrom}T00:00:00Z`);
  const real = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(choice.effectiveFrom);
  if (!real || choice.effectiveFrom < today) return deny('invalid-input', { field: 'effectiveFrom' });
  const unit = chainUnit(tree, choice.industry, choice);
  return unit?.active ? allow(choice) : deny('unknown-unit', { field: 'unitId' });
}
