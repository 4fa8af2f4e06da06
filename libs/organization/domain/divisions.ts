/** An administrative division of GB/T 2260. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly pinyin: Pinyin;
}

export const DIVISION_LEVELS = ['province', 'prefecture', 'county'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** Toneless, lower case, ü typed as v (绿 lv) except in lue and nue. */
export interface Pinyin {
  /** One entry a character: ['shen', 'zhen', 'shi']. */
  readonly syllables: readonly string[];
  /** shenzhenshi */
  readonly full: string;
  /** szs */
  readonly initials: string;
}

export function toPinyin(syllables: readonly string[]): Pinyin {
  return { syllables, full: syllables.join(''), initials: syllables.map((s) => s.charAt(0)).join('') };
}

/** Reads `code,name,syllable syllable…` entries parted by semicolons or line ends; the code tells the level. */
export function parseDivisions(content: string): Division[] {
  const divisions: Division[] = [];
  for (const entry of content.split(/[;\n]/)) {
    const [code, name, syllables] = entry.split(',');
    if (!code || !name || !syllables) continue;
    divisions.push({ code, name, level: levelOf(code), pinyin: toPinyin(syllables.split(' ')) });
  }
  return divisions;
}

function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** The four municipalities, whose districts answer to the city itself. */
const MUNICIPALITIES = ['11', '12', '31', '50'];

/**
 * Rows that exist only to give the list three levels: 110100 repeats 北京市, 500200 is called 县, 419000 is called
 * 省直辖县级行政区划. Nobody lives or works there: they are neither a place to choose nor a unit.
 */
export function isPlaceholder(division: Pick<Division, 'code' | 'level'>): boolean {
  if (division.level !== 'prefecture') return false;
  return division.code.slice(2, 4) === '90' || MUNICIPALITIES.includes(division.code.slice(0, 2));
}

export const provinceCodeOf = (code: string): string => `${code.slice(0, 2)}0000`;

/** The nearest real division above: 440305 → 440300, 110105 → 110000, 419001 → 410000, a province → null. */
export function parentDivisionCode(division: Pick<Division, 'code' | 'level'>): string | null {
  if (division.level === 'province') return null;
  const prefecture = { code: `${division.code.slice(0, 4)}00`, level: 'prefecture' } as const;
  const direct = division.level === 'prefecture' || isPlaceholder(prefecture);
  return direct ? provinceCodeOf(division.code) : prefecture.code;
}

/** Maps a placeholder to the real division it stands for (110100 → 110000); any other code stays. */
export function realDivisionCode(code: string): string {
  const level = levelOf(code);
  return isPlaceholder({ code, level }) ? provinceCodeOf(code) : code;
}
