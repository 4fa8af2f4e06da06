import { allow, type Decision, deny } from '@hotline/kernel';
import { BY_TELEPHONE, type PresenceRules } from './settings.js';
import { OUTBOUND_PAUSE, WRAP_UP_PAUSE } from './switchboard-steps.js';

/** Codes that already mean something to the switchboard or to us. */
const TAKEN = [WRAP_UP_PAUSE, OUTBOUND_PAUSE, BY_TELEPHONE];

/** Each reason once, by its code and by its words: a pause of the switchboard may name either. */
export function checkSettings(settings: PresenceRules): Decision<void> {
  const names = new Set<string>(TAKEN);
  for (const [row, one] of settings.breaks.entries())
    for (const field of ['reason', 'zh', 'en'] as const) {
      if (names.has(one[field])) return deny('duplicate', { field: `settings.breaks.${row}.${field}` });
      names.add(one[field]);
    }
  return settings.signedOutAfterSeconds > settings.unknownAfterSeconds
    ? allow(undefined)
    : deny('invalid-input', { field: 'settings.signedOutAfterSeconds' });
}
