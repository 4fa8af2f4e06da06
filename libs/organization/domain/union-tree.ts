import { isPlaceholder, parentDivisionCode, realDivisionCode, toPinyin } from './divisions.js';
import type { Division, Pinyin } from './divisions.js';
import { nameUuid } from './name-uuid.js';
import { shortPlaceName } from './short-names.js';
import type { Unit, UnitLevel } from './tree.js';

/** A union as the tree is first planted; accounts may add townships and enterprises below it later. */
export interface SeedUnit {
  readonly id: string;
  /** Division code of a territorial union; `cn`, `i1`…`i4` and `660000` for those without a division. */
  readonly code: string;
  /** GB/T 2260; null for the national union, the industrial chains and the Corps. */
  readonly regionCode: string | null;
  readonly kind: Unit['kind'];
  readonly level: UnitLevel;
  readonly name: string;
  readonly shortName: string;
  readonly parentCode: string | null;
  /** Labels `[a-z0-9]+`, each closed by a slash: `cn/44/4403/440305/`. A subtree is a prefix range under COLLATE "C". */
  readonly path: string;
  readonly pinyin: Pinyin;
}

const NAMESPACE = '4f0c7a52-1235-5d1e-9a3b-0c6e1f2a7b11';
export const unitId = (code: string): string => nameUuid(NAMESPACE, `unit:${code}`);

export const NATIONAL_CODE = 'cn';
/** 新疆生产建设兵团: the statistical bureau's customary code, not part of GB/T 2260. */
export const CORPS_CODE = '660000';

const CHAINS = [
  ['i1', '中华全国铁路总工会', '铁路', 'zhong hua quan guo tie lu zong gong hui'],
  ['i2', '中国民航工会全国委员会', '民航', 'zhong guo min hang gong hui quan guo wei yuan hui'],
  ['i3', '中国金融工会全国委员会', '金融', 'zhong guo jin rong gong hui quan guo wei yuan hui'],
  ['i4', '中央和国家机关工会联合会', '中央国家机关', 'zhong yang he guo jia ji guan gong hui lian he hui'],
] as const;
const UNION_TAIL = ['zong', 'gong', 'hui'];

/**
 * Parents come before their children. Left out: 台湾, 香港 and 澳门 (no provincial union under the national one), the
 * placeholders of the list, and the three island groups of 三沙市 (460321–460323), which the city union serves.
 */
export function buildUnionTree(divisions: readonly Division[]): SeedUnit[] {
  const units = [national(), corps(), ...CHAINS.map(industrial)];
  for (const division of divisions) if (hasUnion(division)) units.push(territorial(division));
  return units;
}

function hasUnion(division: Division): boolean {
  return division.code < '710000' && !isPlaceholder(division) && !isSanshaIslands(division.code);
}

const isSanshaIslands = (code: string): boolean => /^46032[123]$/.test(code);

/** 师市合一: the twelve cities under 659000 are run by divisions of the Corps, so their unions answer to the Corps. */
const isCorpsCity = (code: string): boolean => code.startsWith('6590');

/** The union of a place: 440305 → itself, 110100 → 110000, 460321 → 460300, 710000 → null. */
export function unitCodeOfPlace(code: string): string | null {
  if (!/^[1-6]\d{5}$/.test(code)) return null;
  if (isSanshaIslands(code)) return '460300';
  return code === '659000' ? CORPS_CODE : realDivisionCode(code);
}

function territorial(division: Division): SeedUnit {
  const { code, level, name, pinyin } = division;
  const parentCode = isCorpsCity(code) ? CORPS_CODE : (parentDivisionCode(division) ?? NATIONAL_CODE);
  return {
    ...identity(code, `${name}总工会`, shortPlaceName(name, level), [...pinyin.syllables, ...UNION_TAIL]),
    regionCode: code,
    kind: 'territorial',
    level: level === 'prefecture' ? 'city' : level,
    parentCode,
    path: pathOf(parentCode) + `${labelOf(code)}/`,
  };
}

function pathOf(code: string): string {
  if (code === NATIONAL_CODE) return 'cn/';
  const province = `cn/${code.slice(0, 2)}/`;
  return code.endsWith('0000') ? province : `${province}${labelOf(code)}/`;
}

/** 440000 → 44, 440300 → 4403, 440305 → 440305. */
const labelOf = (code: string): string => code.replace(/0000$|00$/, '');

function national(): SeedUnit {
  const syllables = ['zhong', 'hua', 'quan', 'guo', ...UNION_TAIL];
  return {
    ...identity(NATIONAL_CODE, '中华全国总工会', '全总', syllables),
    regionCode: null,
    kind: 'territorial',
    level: 'national',
    parentCode: null,
    path: 'cn/',
  };
}

function corps(): SeedUnit {
  const syllables = ['xin', 'jiang', 'sheng', 'chan', 'jian', 'she', 'bing', 'tuan', ...UNION_TAIL];
  return {
    ...identity(CORPS_CODE, '新疆生产建设兵团总工会', '兵团', syllables),
    regionCode: null,
    kind: 'territorial',
    level: 'province',
    parentCode: NATIONAL_CODE,
    path: 'cn/66/',
  };
}

function industrial([code, name, shortName, syllables]: (typeof CHAINS)[number]): SeedUnit {
  return {
    ...identity(code, name, shortName, syllables.split(' ')),
    regionCode: null,
    kind: 'industrial',
    level: 'province',
    parentCode: NATIONAL_CODE,
    path: `cn/${code}/`,
  };
}

function identity(code: string, name: string, shortName: string, syllables: readonly string[]) {
  return { id: unitId(code), code, name, shortName, pinyin: toPinyin(syllables) };
}
