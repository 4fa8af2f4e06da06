/** Asterisk's `Uniqueid`, epoch and counter: not a person's number, and needed to follow a call through a log. */
const UNIQUEID = /\b\d{9,11}\.\d{1,8}\b/g;
const NUMBER = /\+?\d{7,}/g;
const NAMES =
  /^((?:Dest|Transferer|Transferee|OrigTransferer|SecondTransferer)*(?:CallerIDName|ConnectedLineName|CID-Name)): (?!<unknown>).+$/gim;

const mask = (digits: string): string => `${digits.slice(0, 3)}****${digits.slice(-2)}`;

/**
 * Makes a raw line or block fit for a log: digits of seven or more become `199****01`, names of callers `***`.
 * Identifiers of legs stay readable.
 */
export function redact(text: string): string {
  const kept: string[] = [];
  return text
    .replace(NAMES, '$1: ***')
    .replace(UNIQUEID, (id) => `\u0000${kept.push(id) - 1}\u0000`)
    .replace(NUMBER, mask)
    .replace(/\u0000(\d+)\u0000/g, (_, place: string) => kept[Number(place)] ?? '');
}

/** @returns digits of a caller's number, `withheld` where the caller hides it, null where nothing is known */
export function callerNumber(text: string | undefined | null): string | null {
  const value = (text ?? '').trim();
  if (value === '' || value === '<unknown>') return null;
  if (/^(anonymous|unavailable|restricted|private|withheld|unknown)$/i.test(value)) return 'withheld';
  const digits = value.replace(/[\s()-]/g, '');
  return /^\+?\d{2,20}$/.test(digits) ? digits : 'withheld';
}
