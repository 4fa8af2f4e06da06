import { DeskCallSweep, ForgetScreens, PresenceSweep, SwitchboardSweep } from './jobs/presence-sweeps.js';

export * from './presence.module.js';
export { PRESENCE_ENTITIES } from './data/entities.js';
export { PRESENCE_PATHS } from './data/paths.js';
export const PRESENCE_SWEEPS = [PresenceSweep, DeskCallSweep, SwitchboardSweep, ForgetScreens];
export {
  COUNTS,
  COUNTS_AS,
  type CountsAs,
  INTENTS,
  type Intent,
  SHOWN,
  type Shown,
} from './domain/states.js';
export type { DialTarget } from './use-cases/dial.js';
export { type DialSubject, type NumberOwner, NumbersToDial } from './use-cases/numbers-to-dial.js';
export { AgentCounts } from './data/agent-counts.js';
export { type DialledCall, DialledCalls } from './data/dialled-calls.js';
export { DialledCallBody } from './http/dialled-bodies.js';
export { type PastPerson, RetellPresence } from './use-cases/retell-presence.js';
