/** Asterisk's `Uniqueid`, epoch and counter: not a person's number, and needed to follow a call through a log. */
const UNIQUEID = /\b\d{9,11}\.\d{1,8}\b/g;
const NUMBER = /\+?\d{7,}/g;
const NAMES =
  /^((?:Dest|Transferer|Transferee|OrigTransferer|SecondTransferer)*(?:CallerIDName|ConnectedLineName|CID-Name)): (?!<unknown>).+$/gim;

/**
 * What else is no person's number though it has seven digits: ids of a bridge (UUID), the counter of a channel's name
 * (`PJSIP/8001-0000002a`), a second or microsecond since 1970 (ten or sixteen digits with a 1 in front: no Chinese number
 * has that shape), and how FreeSWITCH counts its events and measures.
 */
const IDENTIFIERS = new RegExp(
  [
    String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
    String.raw`-[0-9a-f]{8}(?=[;|,\s]|$)`,
    String.raw`\b\d{9,11}\.\d{1,8}\b`,
    String.raw`(?<![\d+])1(?:\d{9}|\d{15})(?!\d)`,
    String.raw`^(?:Event-Sequence|variable_\w*(?:sec|epoch|stamp)): \d+$`,
  ].join('|'),
  'gim',
);
/** FreeSWITCH's, URL-encoded; where the name is the number again it is treated as one. */
const SOCKET_NAMES =
  /^(.*(?:(?:caller|callee)[-_]id[-_]name|CID-Name|sip_from_display): |"(?:initial_)?(?:cid|callee)_name":")(?!\+?\d+["\r]?$)([^"\r\n]+)/gim;

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

/** The same for FreeSWITCH's event socket, where every body says how many bytes it has. */
export const disguiseSocket = (text: string, standIn: (digits: string) => string): string =>
  disguise(
    text.replace(SOCKET_NAMES, (_, key: string, name: string) => key + 'x'.repeat(bytesIn(name))),
    standIn,
  );

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

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
