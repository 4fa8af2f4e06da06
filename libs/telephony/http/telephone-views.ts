import { cursorOf, keyOf } from '@hotline/organization';
import type { Telephone, TelephoneKey } from '../data/telephone-store.js';
import type { TelephoneToGive } from '../use-cases/give-telephone.js';
import type { GiveTelephoneBody, TelephoneBody } from './telephone-bodies.js';

export function telephoneBody(telephone: Telephone): TelephoneBody {
  const { id, kind, address, name, queues, validFrom, validTo } = telephone;
  const account = {
    id: telephone.accountId,
    name: telephone.accountName,
    displayName: telephone.holder,
  };
  return { id, account, kind, address, name, queues, validFrom, validTo };
}

export function telephoneToGive(body: GiveTelephoneBody): TelephoneToGive {
  const { validFrom, validTo, replaces = null, ...line } = body;
  return {
    ...line,
    validFrom: validFrom === undefined ? null : new Date(validFrom),
    validTo: validTo === undefined ? null : new Date(validTo),
    replaces,
  };
}

export const telephoneCursor = (key: TelephoneKey | null): string | null =>
  cursorOf(key && `${key.id} ${key.address}`);

export function telephoneKey(cursor: string | undefined): TelephoneKey | undefined {
  const key = keyOf(cursor, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} [!-~]{1,100}$/);
  return key === undefined ? undefined : { id: key.slice(0, 36), address: key.slice(37) };
}
