import {
  allow,
  canonicalPhone,
  type Decision,
  deny,
  type Instant,
  type Refusal,
  shanghaiDay,
} from '@hotline/kernel';
import {
  type Confidentiality,
  type Difficulty,
  type Kind,
  type EmergencyInput,
  unknownCategory,
  type Urgency,
} from '@hotline/ticket';
import { type ContactInput, contactOutcome, contactTimes, PLACE_NAMES, type PlacesInput } from './contact.js';
import { idNumberFault } from './id-number.js';

export interface WorkerInput {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly address?: string | undefined;
}

/** A ticket as the desk hands it in, with the contact it follows from. */
export interface OpeningInput {
  readonly contactId?: string | undefined;
  readonly contact?: ContactInput | undefined;
  readonly kind: Kind;
  readonly field: string;
  readonly item?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly difficulty: Difficulty;
  readonly urgency: Urgency;
  readonly industry?: string | undefined;
  readonly places: PlacesInput;
  readonly employer?: string | undefined;
  readonly people?: number | undefined;
  readonly confidentiality: Confidentiality;
  readonly worker?: WorkerInput | undefined;
  readonly title: string;
  readonly text: string;
  readonly attachmentIds?: readonly string[] | undefined;
  readonly draftId?: string | undefined;
  readonly dispatchTo?: { readonly unitId: string; readonly reason: string } | undefined;
  /** 紧急: what was called, and a specialist seat; the duty leader is told by itself. */
  readonly emergency?: EmergencyInput | undefined;
}

/** What the rules ask of the tables in memory. */
export interface KnownCodes {
  readonly isPlace: (code: string) => boolean;
  readonly isActiveUnit: (id: string) => boolean;
}

type Check = Refusal | null;

const refusal = (code: Refusal['code'], rest: Omit<Refusal, 'code'>): Refusal => ({ code, ...rest });

const inside = (prefix: string, check: Check): Check =>
  check && { ...check, field: check.field ? `${prefix}.${check.field}` : prefix };

const firstOf = (checks: readonly (() => Check)[]): Check => {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return null;
};

const decide = (check: Check): Decision<true> =>
  check
    ? deny(check.code, { ...(check.field ? { field: check.field } : {}), facts: check.facts ?? {} })
    : allow(true);

const refusalOf = (decision: Decision<unknown>): Check => (decision.ok ? null : decision.refusal);

function category(codes: Parameters<typeof unknownCategory>[0]): Check {
  const field = unknownCategory(codes);
  return field ? refusal('unknown-category', { field }) : null;
}

function places(given: PlacesInput | undefined, { isPlace }: KnownCodes): Check {
  const unknown = PLACE_NAMES.find((name) => {
    const code = given?.[name]?.code;
    return code !== undefined && !isPlace(code);
  });
  return unknown ? refusal('unknown-place', { field: `places.${unknown}.code` }) : null;
}

function phone(field: string, number: string | undefined): Check {
  if (number === undefined || canonicalPhone(number) !== null) return null;
  return refusal('invalid-input', { field, facts: { problem: 'not-a-number' } });
}

function idNumber(number: string | undefined, today: string): Check {
  const fault = number === undefined ? null : idNumberFault(number, today);
  return fault ? refusal('invalid-input', { field: 'worker.idNumber', facts: { problem: fault } }) : null;
}

function contact(input: ContactInput, known: KnownCodes, now: Instant): Check {
  return firstOf([
    () => refusalOf(contactTimes(input, now)),
    () => refusalOf(contactOutcome(input)),
    () => phone('number', input.number),
    () => category(input),
    () => places(input.places, known),
  ]);
}

/** May this contact be logged? The refusal names the field. */
export function checkContact(input: ContactInput, known: KnownCodes, now: Instant): Decision<true> {
  return decide(contact(input, known, now));
}

function fromOneContact({ contact: given, contactId }: OpeningInput): Check {
  if ((given === undefined) === (contactId === undefined)) {
    return refusal('invalid-input', { field: 'contact', facts: { problem: 'exactly-one-contact' } });
  }
  if (given === undefined || given.outcome === 'open') return null;
  return refusal('invalid-input', { field: 'contact.outcome', facts: { problem: 'not-open' } });
}

function override(input: OpeningInput, { isActiveUnit }: KnownCodes): Check {
  if (!input.dispatchTo || isActiveUnit(input.dispatchTo.unitId)) return null;
  return refusal('unknown-unit', { field: 'dispatchTo.unitId' });
}

/** May this ticket be opened? The refusal names the field. */
export function checkOpening(input: OpeningInput, known: KnownCodes, now: Instant): Decision<true> {
  return decide(
    firstOf([
      () => fromOneContact(input),
      () => (input.contact ? inside('contact', contact(input.contact, known, now)) : null),
      () => category(input),
      () => places(input.places, known),
      () => phone('worker.phone', input.worker?.phone),
      () => idNumber(input.worker?.idNumber, shanghaiDay(now)),
      () => override(input, known),
    ]),
  );
}
