import { allow, type Decision, deny } from '@hotline/kernel';
import type { LogTableSettings } from '../queue-log/table.js';
import { HOOK_VENDORS, type HookVendor } from '../webhook/vendors.js';

/** Where a switchboard is and what we may read of it; never a secret. */
export interface LineSettings {
  readonly host: string;
  readonly port: number;
  /** of FreeSWITCH `user@domain`, or empty: its event socket has a password of its own */
  readonly username: string;
  readonly tls: boolean;
  /** path of the switchboard's `queue_log`, where this machine can read it */
  readonly queueLog?: string;
  /** or the table that Asterisk writes it to */
  readonly queueLogTable?: LogTableSettings;
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
export function checkAddress(
  before: LineSettings,
  after: LineSettings,
  secretGiven: boolean,
): Decision<void> {
  const elsewhere =
    before.host !== after.host ||
    before.port !== after.port ||
    before.username !== after.username ||
    (before.tls && !after.tls);
  return elsewhere && !secretGiven
    ? deny('invalid-input', { field: 'secret', facts: { problem: 'secret-anew' } })
    : allow(undefined);
}

/** The same of the account that reads the log's table, and of any that had none before. */
export function checkLogAddress(
  before: LogTableSettings | undefined,
  after: LogTableSettings | undefined,
  secretGiven: boolean,
): Decision<void> {
  if (!after || secretGiven) return allow(undefined);
  const same =
    before?.host === after.host &&
    (before.system ?? 'postgresql') === (after.system ?? 'postgresql') &&
    before.port === after.port &&
    before.database === after.database &&
    before.username === after.username &&
    (!before.tls || after.tls);
  return same
    ? allow(undefined)
    : deny('invalid-input', { field: 'logSecret', facts: { problem: 'secret-anew' } });
}

/** A call centre in a cloud that delivers to us: whose format it is. */
export interface HookSettings {
  readonly vendor: HookVendor;
}

export const isHookSettings = (settings: unknown): settings is HookSettings =>
  HOOK_VENDORS.some((vendor) => vendor === (settings as Partial<HookSettings> | null)?.vendor);

/** Anybody may try to guess the secret of a webhook, as often as they like. */
const SHORTEST_SECRET = 24;

/** What a source is made of by its kind: an address to connect to, or the format of what is delivered. */
export interface SourceParts {
  readonly kind: string;
  readonly settings?: object | null | undefined;
  readonly hook?: object | null | undefined;
}

const misses = (field: string): Decision<void> =>
  deny('invalid-input', { field, facts: { problem: 'of-kind' } });

/** An account of Asterisk has a name; a FreeSWITCH has no `queue_log`. */
function checkLine(kind: string, settings: Partial<LineSettings>): Decision<void> {
  const { username, queueLog, queueLogTable } = settings;
  const named = /^[A-Za-z0-9._-]+$/.test(username ?? '');
  const user = username === '' || /^[A-Za-z0-9._-]+@[A-Za-z0-9._-]+$/.test(username ?? '');
  if (kind === 'ami' ? !named : !user) return misses('settings.username');
  if (kind === 'esl' && queueLog !== undefined) return misses('settings.queueLog');
  // One book of record: of two nobody would know which is right.
  const second = queueLogTable !== undefined && (kind === 'esl' || queueLog !== undefined);
  return second ? misses('settings.queueLogTable') : allow(undefined);
}

export function checkParts({ kind, settings, hook }: SourceParts, secret?: string): Decision<void> {
  const [wanted, other] =
    kind === 'webhook' ? (['hook', 'settings'] as const) : (['settings', 'hook'] as const);
  const given = { settings, hook };
  if (!given[wanted]) return misses(wanted);
  if (given[other]) return misses(other);
  if (settings) return checkLine(kind, settings);
  if (kind === 'webhook' && secret !== undefined && secret.length < SHORTEST_SECRET)
    return deny('invalid-input', { field: 'secret', facts: { problem: 'short-secret' } });
  return allow(undefined);
}
