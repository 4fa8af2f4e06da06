import { ARBITRATION_RULES } from './arbitration-rules.js';
import { INJURY_RULES } from './injury-rules.js';
import { OTHER_RULES } from './other-rules.js';
import type { LegalRule } from './rule.js';

const ROWS = [...ARBITRATION_RULES, ...INJURY_RULES, ...OTHER_RULES] as const;

export type RuleId = (typeof ROWS)[number]['id'];
export const LEGAL_RULES: readonly (LegalRule & { readonly id: RuleId })[] = ROWS;
export const RULE_IDS: readonly RuleId[] = ROWS.map((rule) => rule.id);
