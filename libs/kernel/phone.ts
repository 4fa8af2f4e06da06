import type { Sealing } from './sealing.js';

/** A caller's number as it reached the exchange or was typed at the desk. */
export type PhoneNumber =
  /** Eleven digits, no country code. */
  | { readonly kind: 'mobile'; readonly digits: string }
  /** Area code with its 0; the local part is 7 or 8 digits. */
  | {
      readonly kind: 'landline';
      readonly areaCode: string;
      readonly local: string;
      readonly extension: string | null;
    }
  /** 110, 12351, 95xxx, 400…: a public number that belongs to no person. */
  | { readonly kind: 'service'; readonly digits: string }
  /** Country code first, no plus sign. */
  | { readonly kind: 'overseas'; readonly digits: string }
  /** Digits that fit no plan: an internal extension, a local number without area code, a machine's number. */
  | { readonly kind: 'unknown'; readonly digits: string };

const MOBILE = /^1[3-9]\d{9}$/;
/** 010 and 02x have two digits behind the 0, all others three. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d\d))([1-9]\d{6,7})$/;
const LANDLINE_WITHOUT_ZERO = /^(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}$/;
/** 1xx and 1xxxx short numbers, operators' 10xxx…, 95xxx and 96xxx, toll-free 400 and 800. */
const SERVICE = /^(?:1[0-2]\d|1[0-2]\d{3}|10\d{3,6}|9[56]\d{3,6}|[48]00\d{7})$/;
const SERVICE_BEHIND_AREA_CODE = /^0(?:10|2\d|[3-9]\d\d)(1[0-2]\d{3}|9[56]\d{3,4})$/;
/** Long-distance access numbers some exchanges leave in front: 17951, 12593 … */
const ACCESS_NUMBER = /^(?:179\d\d|12593|10193)(?=0?1[3-9]\d{9}$|0\d{9,11}$)/;
const EXTENSION = /^(.*\d{7,})\s*(?:转|分机|ext\.?|#|-|,)\s*(\d{1,6})$/i;

/** Spaces, hyphens and brackets are dropped, full-width digits folded; null when it holds no number at all. */
export function normalisePhone(input: string): PhoneNumber | null {
  const text = input.slice(0, 40).normalize('NFKC').trim();
  const [, main = text, extension = null] = EXTENSION.exec(text) ?? [];
  if (!/^[+\d\s()\-.–—]+$/.test(main)) return null;
  const international = /^\(?(?:\+|00)/.test(main);
  const digits = main.replace(/\D/g, '').replace(international ? /^00/ : /^$/, '');
  if (digits.length < 3 || digits.length > 20) return null;
  if (international && !digits.startsWith('86')) return { kind: 'overseas', digits };
  return domestic(withoutPrefixes(digits), extension);
}

function withoutPrefixes(digits: string): string {
  const national = digits.replace(/^86(?=\d{10})/, '').replace(ACCESS_NUMBER, '');
  return national.replace(/^0(?=1[3-9]\d{9}$)/, '');
}

function domestic(digits: string, extension: string | null): PhoneNumber {
  if (MOBILE.test(digits)) return { kind: 'mobile', digits };
  if (SERVICE.test(digits)) return { kind: 'service', digits };
  const short = SERVICE_BEHIND_AREA_CODE.exec(digits)?.[1];
  if (short) return { kind: 'service', digits: short };
  const full = LANDLINE_WITHOUT_ZERO.test(digits) ? `0${digits}` : digits;
  const [, areaCode, local] = LANDLINE.exec(full) ?? [];
  if (areaCode && local) return { kind: 'landline', areaCode, local, extension };
  return { kind: 'unknown', digits };
}

/** One spelling for one number, for look-ups by hash: 13812342046, 075526123456, +85223456789. */
export function canonicalPhone(input: string): string | null {
  const phone = normalisePhone(input);
  if (phone === null) return null;
  if (phone.kind === 'landline') return phone.areaCode + phone.local;
  return phone.kind === 'overseas' ? `+${phone.digits}` : phone.digits;
}

/** 138****2046, 0755-****123; public numbers stay readable; what cannot be read is hidden whole. */
export function maskPhone(input: string): string {
  const phone = normalisePhone(input);
  switch (phone?.kind) {
    case 'mobile':
      return `${phone.digits.slice(0, 3)}****${phone.digits.slice(-4)}`;
    case 'landline':
      return `${phone.areaCode}-****${phone.local.slice(-3)}`;
    case 'service':
      return phone.digits;
    case 'overseas':
      return `+${phone.digits.slice(0, 2)}****${phone.digits.slice(-2)}`;
    case 'unknown':
      return phone.digits.length > 5 ? `****${phone.digits.slice(-2)}` : '****';
    default:
      return '****';
  }
}

/** What every `…_hash` of a number holds, so that one caller is found again over contacts, calls and missed calls. */
export const phoneFingerprint = (sealing: Sealing, canonical: string): Buffer =>
  sealing.fingerprint(`phone:${canonical}`);
