/** Mobile (with spaces or dashes as people write them), landline with its area code, and identity numbers of 18 digits. */
const PERSONAL =
  /(?<!\d)(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|[1-9]\d{5}(?:19|20)\d{9}[\dXx])(?![\dXx])/g;

const FULL_WIDTH = /[０-９]/g;
const narrow = (text: string): string =>
  text.replace(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** True when a phone or an identity number stands in a text that is stored in the clear. */
export const hasPersonalNumber = (text: string): boolean => narrow(text).search(PERSONAL) >= 0;

/** The same text with the middle of every number starred: 138****2046. Texts without one come back as they were. */
export function maskPersonalNumbers(text: string): string {
  if (!hasPersonalNumber(text)) return text;
  return narrow(text).replace(PERSONAL, (found) => {
    const digits = found.replace(/[- ]/g, '');
    return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
  });
}
