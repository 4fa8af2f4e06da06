import { allow, type Decision, deny, HOUR_MS, type Instant, MINUTE_MS } from '@hotline/kernel';
import { type EmergencyInput, hasPersonalNumber } from '@hotline/ticket';

// A record made after the call; older ones belong to another case.
const OLDEST_MS = 24 * HOUR_MS;
const CLOCKS_DIFFER_MS = 5 * MINUTE_MS;

/** Every service once: called at a believable time, or not called for a written reason; no phone or ID number in the texts. */
export function checkEmergency(input: EmergencyInput, now: Instant): Decision<EmergencyInput> {
  for (const [row, call] of input.calls.entries()) {
    const field = `emergency.calls.${row}`;
    if (input.calls.findIndex((one) => one.service === call.service) !== row) {
      return deny('invalid-input', { field: `${field}.service`, facts: { problem: 'used-twice' } });
    }
    if (call.calledAt !== undefined && call.notCalledReason !== undefined) {
      return deny('invalid-input', {
        field: `${field}.notCalledReason`,
        facts: { problem: 'called-and-not-called' },
      });
    }
    const ago = call.calledAt === undefined ? 0 : now.getTime() - Date.parse(call.calledAt);
    if (ago > OLDEST_MS || ago < -CLOCKS_DIFFER_MS) {
      return deny('invalid-input', { field: `${field}.calledAt`, facts: { problem: 'not-now' } });
    }
    for (const part of ['said', 'reference', 'notCalledReason'] as const) {
      if (hasPersonalNumber(call[part] ?? '')) return deny('personal-in-text', { field: `${field}.${part}` });
    }
  }
  for (const part of ['reason', 'seat', 'outcome'] as const) {
    if (hasPersonalNumber(input.transfer?.[part] ?? '')) {
      return deny('personal-in-text', { field: `emergency.transfer.${part}` });
    }
  }
  return allow(input);
}
