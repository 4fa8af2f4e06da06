import { allow, type Decision, deny } from '@hotline/kernel';

/** Where a switchboard is and what we may read of it; never a secret. */
export interface AmiSettings {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly tls: boolean;
  /** path of the switchboard's `queue_log`, where this machine can read it */
  readonly queueLog?: string;
  /** context of the dialplan through which people's telephones call out */
  readonly outboundContext?: string;
  /** supervisors may hear talks; whoever keeps the switchboard answers for the lawfulness */
  readonly listen?: boolean;
  /** and join them */
  readonly bargeIn?: boolean;
}

/**
 * A stored secret is only ever sent to where it was meant for: with another address, another account or without the
 * encryption it had, it has to be given again. Else whoever may edit an address could have the secret sent to himself.
 */
export function checkAddress(before: AmiSettings, after: AmiSettings, secretGiven: boolean): Decision<void> {
  const elsewhere =
    before.host !== after.host ||
    before.port !== after.port ||
    before.username !== after.username ||
    (before.tls && !after.tls);
  return elsewhere && !secretGiven
    ? deny('invalid-input', { field: 'secret', facts: { problem: 'secret-anew' } })
    : allow(undefined);
}
