export const FAULT_CODES = [
  'no-rules',
  'number-twice',
  'name-missing',
  'code-unknown',
  'item-outside-field',
  'condition-empty',
  'chain-unknown',
  'route-by-empty',
  'unit-missing',
  'unit-unknown',
  'unit-closed',
  'never-reached',
  'rules-conflict',
  'no-fallback',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** What keeps a catalogue from being published, and where. */
export interface CatalogueFault {
  /** Position of the rule from 1; null when the catalogue as a whole is at fault. */
  readonly row: number | null;
  /** Number of the rule. */
  readonly no: number | null;
  /** Dotted path, rows counted from 0: `rules.11.when.fields`. */
  readonly field: string;
  readonly code: FaultCode;
  readonly words: { readonly zh: string; readonly en: string };
}

/** Values the words name: a code, another rule, a unit, categories. */
export interface FaultFacts {
  readonly value?: string;
  readonly other?: number;
  readonly zh?: string;
  readonly en?: string;
}

type Say = (facts: FaultFacts) => readonly [zh: string, en: string];

const SAY: Readonly<Record<FaultCode, Say>> = {
  'no-rules': () => ['目录没有规则', 'the catalogue has no rules'],
  'number-twice': ({ other }) => [`编号与第 ${other} 行重复`, `has the same number as row ${other}`],
  'name-missing': () => ['没有名称', 'has no name'],
  'code-unknown': ({ value }) => [`代码“${value}”不在分类表或区划表中`, `knows no code “${value}”`],
  'item-outside-field': ({ value }) => [
    `细项“${value}”不属于所列领域，规则永远不成立`,
    `item “${value}” is not of the given fields, so the rule never holds`,
  ],
  'condition-empty': () => ['条件没有取值，规则永远不成立', 'has a condition without values and never holds'],
  'chain-unknown': ({ value }) => [
    `产业“${value}”没有自己的产业工会`,
    `industry “${value}” has no chain of its own`,
  ],
  'route-by-empty': () => ['没有说明按哪个地点派单', 'does not say which place decides'],
  'unit-missing': () => ['没有指定单位', 'names no unit'],
  'unit-unknown': () => ['指定的单位不存在', 'names a unit that does not exist'],
  'unit-closed': ({ value }) => [`指定的单位“${value}”已停用`, `names the closed unit “${value}”`],
  'never-reached': ({ other }) => [
    `永远轮不到：第 ${other} 条先适用，条件相同或更宽`,
    `is never reached: rule ${other} comes first with equal or wider conditions`,
  ],
  'rules-conflict': ({ other }) => [
    `与第 ${other} 条同级、条件相同而派往不同`,
    `contradicts rule ${other}: same rank and conditions, another target`,
  ],
  'no-fallback': ({ zh, en }) => [
    `没有兜底规则：${zh}在没有其他条件时无规则可用`,
    `has no fallback: nothing covers ${en} without further conditions`,
  ],
};

export function faultAt(
  place: { readonly row: number; readonly no: number } | null,
  field: string,
  code: FaultCode,
  facts: FaultFacts = {},
): CatalogueFault {
  const [zh, en] = SAY[code](facts);
  if (!place) return { row: null, no: null, field: 'rules', code, words: { zh: `派单目录：${zh}`, en } };
  const { row, no } = place;
  return {
    row,
    no,
    field: `rules.${row - 1}.${field}`,
    code,
    words: { zh: `第 ${no} 条（第 ${row} 行）：${zh}`, en: `Rule ${no} (row ${row}) ${en}` },
  };
}
