/** 群体诉求: from this many people on, levels are told. 信访工作条例 第二十一条 names five as the most who may come together. */
export const FLAG_LEVELS = [3, 5, 10] as const;
export type FlagLevel = (typeof FLAG_LEVELS)[number];

/** People against one employer are counted over this many days. */
export const FLAG_DAYS = 30;

/** The levels that `people` reach and nobody has been told of yet, lowest first. */
export function newFlags(people: number, told: readonly number[]): FlagLevel[] {
  return FLAG_LEVELS.filter((level) => people >= level && !told.includes(level));
}
