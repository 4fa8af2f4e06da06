/** Legal forms that callers leave out as often as not. */
const LEGAL_FORM = /(?:(?:股份|责任)?有限(?:责任)?公司|集团公司|公司|厂)$/u;
const NOT_A_NAME = /[^\p{L}\p{N}]/gu;
const SHORTEST = 2;

/**
 * One spelling for one employer, for the hint "other workers of this employer called": 深圳市某某 电子（南山）有限公司 and
 * 深圳市某某电子(南山)公司 are the same. Null when nothing is left to compare.
 */
export function employerKey(name: string | null | undefined): string | null {
  const plain = (name ?? '').normalize('NFKC').toLowerCase().replace(NOT_A_NAME, '');
  if (plain === '') return null;
  const core = plain.replace(LEGAL_FORM, '');
  return [...core].length >= SHORTEST ? core : plain;
}
