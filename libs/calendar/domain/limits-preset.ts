import type { Instant } from '@hotline/kernel';
import { shanghaiDay } from '@hotline/kernel';
import type { Limit } from './limit.js';

export const STAGE_LIMITS = [
  'promise',
  'dispatch',
  'sign',
  'contact',
  'handle',
  'review',
  'call-back',
] as const;

/**
 * Clocks of records beside the custody: rulings on a return, an extension or an exclusion (a pause needs none); the part of a
 * supporting unit (协办); the answer to an order (催办、督办); the receipt of another system; a referral.
 */
export const RECORD_CLOCKS = [
  'ruling',
  'extension-ruling',
  'exclusion-ruling',
  'support',
  'order',
  'receipt',
  'referral',
] as const;
export type RecordClock = (typeof RECORD_CLOCKS)[number];

export const CLOCK_KINDS = [...STAGE_LIMITS, ...RECORD_CLOCKS] as const;
/** `promise` is the one the worker sees; the others are stage clocks of a hop under it, or of a record beside it. */
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** 一般 / 难点 / 特别复杂 */
export const DIFFICULTIES = ['general', 'difficult', 'complex'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const URGENCIES = ['general', 'urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Levels of the union tree, top down. */
export const LIMIT_LEVELS = ['national', 'province', 'city', 'county', 'township', 'enterprise'] as const;
export type LimitLevel = (typeof LIMIT_LEVELS)[number];

/** What a limit is asked for. Kind (诉求类型) and field (问题领域) are versioned codes of the product's data. */
export interface LimitQuestion {
  readonly clock: ClockKind;
  readonly kind: string;
  readonly field: string;
  readonly difficulty: Difficulty;
  readonly urgency: Urgency;
  readonly level: LimitLevel;
}

/** One row of the matrix; a column left out matches everything. `id` is stored with every clock it starts. */
export interface LimitRow extends Partial<Omit<LimitQuestion, 'clock'>> {
  readonly id: string;
  readonly clock: ClockKind;
  readonly limit: Limit;
}

/** A complete matrix, in force from the opening of a day until the next one begins. */
export interface LimitsPreset {
  readonly id: string;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
  /** Extensions (延期) a ticket may be granted. */
  readonly maxExtensions: number;
  readonly rows: readonly LimitRow[];
}

/**
 * The columns in their rank. A row is as specific as the columns it fills, each outweighing all those after it, so
 * urgency beats difficulty beats kind, and two different rows can never tie.
 */
export const LIMIT_COLUMNS = ['urgency', 'difficulty', 'kind', 'field', 'level'] as const;

export const rowFits = (row: LimitRow, question: LimitQuestion): boolean =>
  row.clock === question.clock &&
  LIMIT_COLUMNS.every((column) => row[column] === undefined || row[column] === question[column]);

const specificity = (row: LimitRow): number =>
  LIMIT_COLUMNS.reduce((weight, column) => weight * 2 + (row[column] === undefined ? 0 : 1), 0);

function mostSpecific(preset: LimitsPreset, question: LimitQuestion): LimitRow | undefined {
  let best: LimitRow | undefined;
  for (const row of preset.rows) {
    if (rowFits(row, question) && (!best || specificity(row) > specificity(best))) best = row;
  }
  return best;
}

/**
 * The limit of the most specific row that fits, and `limitId` = `<preset>:<row>`. A preset passed by `checkPreset`
 * answers every question; a gap here is a fault, not a refusal. A preset published before the clocks of records had rows
 * of their own gives them the time a review has: each is one level's look at another's claim.
 */
export function limitFor(preset: LimitsPreset, question: LimitQuestion): { limit: Limit; limitId: string } {
  const record = (RECORD_CLOCKS as readonly string[]).includes(question.clock);
  const best =
    mostSpecific(preset, question) ??
    (record ? mostSpecific(preset, { ...question, clock: 'review' }) : undefined);
  if (!best) throw new Error(`limits preset ${preset.id} has no row for ${JSON.stringify(question)}`);
  return { limit: best.limit, limitId: `${preset.id}:${best.id}` };
}

/** The preset in force at an instant: the one that took effect last; undefined before the first. */
export function presetAt<P extends LimitsPreset>(presets: readonly P[], at: Instant): P | undefined {
  const day = shanghaiDay(at);
  return presets
    .filter((preset) => preset.effectiveFrom <= day)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1);
}
