import { canonicalPhone, maskPhone } from '@hotline/kernel';
import type { ClearIdentity } from '@hotline/ticket';
import type { ContactInput } from './contact.js';
import { maskIdNumber } from './id-number.js';
import type { OpeningInput, WorkerInput } from './opening.js';
import { maskName } from './person-name.js';

/** A province and a city say little about a person; the street does. */
const SHOWN_OF_ADDRESS = 6;

export function maskAddress(address: string): string {
  const characters = [...address.trim()];
  const shown = Math.min(SHOWN_OF_ADDRESS, Math.floor(characters.length / 2));
  return `${characters.slice(0, shown).join('')}****`;
}

/** Masks and look-up spellings of what a worker told; null when it was nothing. */
export function identityOf({ name, phone, idNumber, address }: WorkerInput): ClearIdentity | null {
  const canonical = phone ? canonicalPhone(phone) : null;
  const clear: ClearIdentity = {
    ...(name ? { name: { clear: name, masked: maskName(name) } } : {}),
    ...(phone && canonical ? { phone: { clear: phone, masked: maskPhone(phone), canonical } } : {}),
    ...(idNumber
      ? { idNumber: { clear: idNumber, masked: maskIdNumber(idNumber), canonical: idNumber.toUpperCase() } }
      : {}),
    ...(address ? { address: { clear: address, masked: maskAddress(address) } } : {}),
  };
  return Object.keys(clear).length > 0 ? clear : null;
}

/** Who called, and for whom the ticket is; one identity when they are the same person. */
export interface Identities {
  readonly contact: WorkerInput | null;
  readonly ticket: WorkerInput | null;
  readonly shared: boolean;
}

export const callerOf = ({ number, callerName }: ContactInput): WorkerInput => ({
  name: callerName,
  phone: number,
});

/**
 * A worker who wants to stay unknown is not written down anywhere: neither with the ticket nor with the contact. The
 * caller's name and number fill what the agent left open about the worker.
 */
export function identitiesOf({ confidentiality, worker = {}, contact }: OpeningInput): Identities {
  if (confidentiality === 'anonymous') return { contact: null, ticket: null, shared: false };
  if (!contact) return { contact: null, ticket: worker, shared: false };
  const caller = callerOf(contact);
  const ticket = { ...worker, name: worker.name ?? caller.name, phone: worker.phone ?? caller.phone };
  const shared = ticket.name === caller.name && sameNumber(ticket.phone, caller.phone);
  return { contact: caller, ticket, shared };
}

function sameNumber(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalPhone(a) === canonicalPhone(b));
}
