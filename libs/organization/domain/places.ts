import { isPlaceholder, parentDivisionCode, realDivisionCode } from './divisions.js';
import type { Division, DivisionLevel, Pinyin } from './divisions.js';
import { shortPlaceName } from './short-names.js';

/** A place a case can name: every real division, 台湾, 香港 and 澳门 included. */
export interface Place {
  readonly code: string;
  /** 南山区 */
  readonly name: string;
  /** 广东省深圳市南山区 */
  readonly fullName: string;
  /** 广东 深圳 南山区, for narrow fields */
  readonly shortName: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
  readonly pinyin: Pinyin;
}

export interface Gazetteer {
  /** In code order. */
  readonly places: readonly Place[];
  /** Accepts placeholder codes too: 110100 answers 北京市. */
  find(code: string): Place | undefined;
}

export function buildGazetteer(divisions: readonly Division[]): Gazetteer {
  const byCode = new Map<string, Place>();
  for (const division of divisions) {
    if (isPlaceholder(division)) continue;
    const parentCode = parentDivisionCode(division);
    const parent = parentCode === null ? undefined : byCode.get(parentCode);
    byCode.set(division.code, placeBelow(division, parentCode, parent));
  }
  return { places: [...byCode.values()], find: (code) => byCode.get(realDivisionCode(code)) };
}

/** The source lists a parent before its children. */
function placeBelow(division: Division, parentCode: string | null, parent: Place | undefined): Place {
  const short = shortPlaceName(division.name, division.level);
  return {
    code: division.code,
    name: division.name,
    fullName: (parent?.fullName ?? '') + division.name,
    shortName: parent ? `${parent.shortName} ${short}` : short,
    level: division.level,
    parentCode,
    pinyin: division.pinyin,
  };
}
