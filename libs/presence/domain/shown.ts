import type { CallNow, Presence } from './presence.js';
import type { Device, Intent, Shown } from './states.js';

type Facts = Pick<Presence, 'intent' | 'device' | 'call' | 'lost' | 'telephoneId'>;

const BY_INTENT: Readonly<Record<Intent, Shown>> = {
  'signed-out': 'offline',
  ready: 'idle',
  'wrap-up': 'wrap-up',
  break: 'break',
  training: 'training',
  outbound: 'outbound',
};

const ofCall = ({ state, direction }: CallNow): Shown => {
  if (state === 'held') return 'hold';
  if (direction === 'out') return 'outbound';
  return state === 'offered' ? 'ringing' : 'talking';
};

function ofDevice(device: Device, intent: Intent): Shown | null {
  switch (device) {
    case 'on-hold':
      return 'hold';
    case 'in-use':
    case 'busy':
    case 'ringing-in-use':
      return intent === 'outbound' ? 'outbound' : 'talking';
    case 'ringing':
      // A call he dials rings his own telephone first.
      return intent === 'outbound' ? 'outbound' : 'ringing';
    case 'unavailable':
    case 'invalid':
      return 'unreachable';
    default:
      return null;
  }
}

/** The state people see. The telephone beats the intent; the intent decides who is rung. */
export function shownOf({ intent, device, call, lost, telephoneId }: Facts): Shown {
  if (intent === 'signed-out') return 'offline';
  if (call) return ofCall(call);
  const busy = telephoneId === null ? null : ofDevice(device, intent);
  if (busy !== null && busy !== 'unreachable') return busy;
  if (lost) return 'unknown';
  if (busy !== null) return busy;
  return telephoneId === null && intent === 'ready' ? 'by-hand' : BY_INTENT[intent];
}
