/** What the person means to do; the console's own word, or the telephone's where the switchboard leads. */
export const INTENTS = ['signed-out', 'ready', 'wrap-up', 'break', 'training', 'outbound'] as const;
export type Intent = (typeof INTENTS)[number];

/** What the telephone does, in the order of Asterisk's numbers 0 to 8. */
export const DEVICES = [
  'unknown',
  'free',
  'in-use',
  'busy',
  'invalid',
  'unavailable',
  'ringing',
  'ringing-in-use',
  'on-hold',
] as const;
export type Device = (typeof DEVICES)[number];

/** The one state people see: the telephone's where it says something, else the person's own. */
export const SHOWN = [
  'offline',
  'unknown',
  'by-hand',
  'unreachable',
  'idle',
  'ringing',
  'talking',
  'hold',
  'wrap-up',
  'break',
  'training',
  'outbound',
] as const;
export type Shown = (typeof SHOWN)[number];

/** What a stretch of a state counts as in an agent's figures; `none` is time nobody was to be reached. */
export const COUNTS = ['none', 'available', 'ring', 'talk', 'wrap', 'not-ready', 'outbound'] as const;
export type CountsAs = (typeof COUNTS)[number];
export const COUNTS_AS: Readonly<Record<Shown, CountsAs>> = {
  offline: 'none',
  unknown: 'none',
  'by-hand': 'none',
  unreachable: 'none',
  idle: 'available',
  ringing: 'ring',
  talking: 'talk',
  hold: 'talk',
  'wrap-up': 'wrap',
  break: 'not-ready',
  training: 'not-ready',
  outbound: 'outbound',
};

/** Words of `DeviceStateChange`, for switchboards that send them instead of the number. */
const DEVICE_WORDS: Readonly<Record<string, Device>> = {
  UNKNOWN: 'unknown',
  NOT_INUSE: 'free',
  INUSE: 'in-use',
  BUSY: 'busy',
  INVALID: 'invalid',
  UNAVAILABLE: 'unavailable',
  RINGING: 'ringing',
  RINGINUSE: 'ringing-in-use',
  ONHOLD: 'on-hold',
};

/** @returns `unknown` for anything that is no state of a device */
export function deviceOf(value: string | null): Device {
  const named = DEVICE_WORDS[(value ?? '').toUpperCase()];
  return named ?? (/^[0-8]$/.test(value ?? '') ? (DEVICES[Number(value)] ?? 'unknown') : 'unknown');
}

/** Somebody is on the line, or about to be: nobody is signed out then. */
export const IN_CALL: ReadonlySet<Device> = new Set([
  'in-use',
  'busy',
  'ringing',
  'ringing-in-use',
  'on-hold',
]);
