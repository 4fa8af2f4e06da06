import { allow, type Decision, deny, type Instant } from '@hotline/kernel';

export const TELEPHONE_KINDS = ['desk', 'vendor-bar', 'browser', 'practice'] as const;
export type TelephoneKind = (typeof TELEPHONE_KINDS)[number];

/** Whose an extension is, from when until when; open-ended while `validTo` is null. */
export interface Tenure {
  readonly id: string;
  readonly sourceId: string;
  readonly accountId: string;
  readonly holder: string;
  readonly address: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

export type WantedTenure = Omit<Tenure, 'id' | 'holder'>;

const ends = ({ validTo }: Pick<Tenure, 'validTo'>): number => validTo?.getTime() ?? Infinity;

const overlap = (one: WantedTenure, other: Tenure): boolean =>
  one.validFrom.getTime() < ends(other) && other.validFrom.getTime() < ends(one);

/** An extension is one person's at a time, and a person has one telephone at a time: else nobody knows who talked. */
export function checkTenure(wanted: WantedTenure, others: readonly Tenure[]): Decision<void> {
  if (wanted.validTo && wanted.validTo <= wanted.validFrom)
    return deny('invalid-input', { field: 'validTo', facts: { problem: 'before-the-start' } });
  const beside = others.filter((other) => overlap(wanted, other));
  const taken = beside.find(
    (other) => other.sourceId === wanted.sourceId && other.address === wanted.address,
  );
  if (taken)
    return deny('telephone-taken', {
      field: 'address',
      facts: { address: taken.address, holder: taken.holder },
    });
  const own = beside.find((other) => other.accountId === wanted.accountId);
  if (own)
    return deny('has-telephone', {
      field: 'accountId',
      facts: { address: own.address, holder: own.holder },
    });
  return allow(undefined);
}
