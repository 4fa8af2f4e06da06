import { HookStore } from './data/hook-store.js';
import { ForgetDeliveries } from './jobs/forget-deliveries.js';
import { ReceiveHook } from './use-cases/receive-hook.js';
import { TakeDelivery } from './use-cases/take-delivery.js';

/** Whatever takes deliveries of call centres in a cloud. */
export const HOOKS = [ForgetDeliveries, HookStore, ReceiveHook, TakeDelivery];
