/** Asterisk's `Uniqueid`, epoch and counter: not a person's number, and needed to follow a call through a log. */
const UNIQUEID = /\b\d{9,11}\.\d{1,8}\b/g;
const NUMBER = /\+?\d{7,}/g;
const NAMES =
  /^((?:Dest|Transferer|Transferee|OrigTransferer|SecondTransferer)*(?:CallerIDName|ConnectedLineName|CID-Name)): (?!<unknown>).+$/gim;

/**
 * What else is no person's number though it has seven digits: ids of a bridge (UUID), the counter of a channel's name
 * (`PJSIP/8001-0000002a`), a second since 1970 (ten digits with a 1 in front: no Chinese number has that shape).
 */
const IDENTIFIERS =
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|-[0-9a-f]{8}(?=[;|,\s]|$)|\b\d{9,11}\.\d{1,8}\b|(?<![\d+])1\d{9}(?!\d)/gim;

const mask = (digits: string): string => `${digits.slice(0, 3)}****${digits.slice(-2)}`;

/**
 * Makes a raw line or block fit for a log: digits of seven or more become `199****01`, names of callers `***`.
 * Identifiers of legs stay readable.
 */
export const redact = (text: string): string =>
  sparing(UNIQUEID, text.replace(NAMES, '$1: ***'), (rest) => rest.replace(NUMBER, mask));

/**
 * Makes whole lines fit to be given away and still good to be replayed: names of callers `***`, and every number of
 * seven or more digits becomes another of its length, the same one wherever it stands. Identifiers and times stay.
 * @param standIn digits → other digits, as many
 */
export const disguise = (text: string, standIn: (digits: string) => string): string =>
  sparing(IDENTIFIERS, text.replace(NAMES, '$1: ***'), (rest) =>
    rest.replace(NUMBER, (number) => {
      const [, prefix = '', digits = ''] = /^(\+?(?:86(?=1[3-9]\d{9}$))?)(\d+)$/.exec(number) ?? [];
      return prefix + standIn(digits);
    }),
  );

/** Changes a text, and nothing of it that `kept` finds. */
function sparing(kept: RegExp, text: string, change: (rest: string) => string): string {
  const spared: string[] = [];
  return change(text.replace(kept, (found) => `\u0000${spared.push(found) - 1}\u0000`)).replace(
    /\u0000(\d+)\u0000/g,
    (_, place: string) => spared[Number(place)] ?? '',
  );
}

/** @returns digits of a caller's number, `withheld` where the caller hides it, null where nothing is known */
export function callerNumber(text: string | undefined | null): string | null {
  const value = (text ?? '').trim();
  if (value === '' || value === '<unknown>') return null;
  if (/^(anonymous|unavailable|restricted|private|withheld|unknown)$/i.test(value)) return 'withheld';
  const digits = value.replace(/[\s()-]/g, '');
  return /^\+?\d{2,20}$/.test(digits) ? digits : 'withheld';
}
