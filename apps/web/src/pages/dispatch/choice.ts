import type { Suggestion, UnitBrief } from '../../api/contract';
import type { VerbBody } from '../../verbs/endpoints';

export const OVERRIDE_REASONS = [
  'place-corrected',
  'employer-elsewhere',
  'industry',
  'avoid',
  'asked-by-unit',
  'other',
] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];

/** Row 1 to 5 is a suggestion, row 6 names another unit and must say why. */
export interface Choice {
  row: number;
  unit: UnitBrief | null;
  why: OverrideReason | null;
  note: string;
  /** Supporting units; null while the suggestion’s own are taken. */
  support: UnitBrief[] | null;
  asked: string;
}

export const OVERRIDE_ROW = 6;
export const FIRST_CHOICE: Choice = { row: 1, unit: null, why: null, note: '', support: null, asked: '' };

/** The row in force: with no suggestion at all only the override is left. */
export function rowOf(choice: Choice, suggestions: readonly Suggestion[]): number {
  return choice.row <= suggestions.length ? choice.row : OVERRIDE_ROW;
}

export function unitOf(choice: Choice, suggestions: readonly Suggestion[]): UnitBrief | null {
  const row = rowOf(choice, suggestions);
  return row === OVERRIDE_ROW ? choice.unit : (suggestions[row - 1]?.unit ?? null);
}

/** Who goes with the lead: what was chosen, else what the suggestion says. */
export function supportOf(choice: Choice, suggestions: readonly Suggestion[]): UnitBrief[] {
  const row = rowOf(choice, suggestions);
  return choice.support ?? (row === OVERRIDE_ROW ? [] : (suggestions[row - 1]?.support ?? []));
}

/** The body of DispatchTicket, or null while something is missing. */
export function dispatchBody(
  choice: Choice,
  suggestions: readonly Suggestion[],
): VerbBody<'dispatch'> | null {
  const unit = unitOf(choice, suggestions);
  if (!unit) return null;
  const asked = choice.asked.trim();
  const chosen = supportOf(choice, suggestions);
  if (chosen.length > 0 && asked === '') return null;
  const support = chosen.map((one) => ({ unitId: one.id, asked }));
  const to = { unitId: unit.id, ...(support.length > 0 ? { support } : {}) };
  if (rowOf(choice, suggestions) !== OVERRIDE_ROW) return to;
  if (!choice.why) return null;
  const note = choice.note.trim();
  return { ...to, reasonCode: choice.why, ...(note === '' ? {} : { reason: note }) };
}
