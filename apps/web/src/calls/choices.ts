import type { BreakReason, OwnPresence } from '../api/contract';
import type { IconName } from '../parts';
import type { Aim } from './usePresenceActs';

export type Shown = OwnPresence['shown'];

/** Shape and word carry the state; colour only helps. */
export const stateIcons: Record<Shown, IconName> = {
  offline: 'sign-out',
  'by-hand': 'file',
  unknown: 'alert',
  unreachable: 'alert',
  idle: 'check',
  ringing: 'phone',
  talking: 'headset',
  hold: 'hold',
  'wrap-up': 'clock',
  break: 'cup',
  training: 'book',
  outbound: 'phone-out',
};

export interface Choice extends Aim {
  key: string;
  icon: IconName;
  /** Minutes a break may last; null: no limit. */
  minutes: number | null;
}

/** Every state a person can choose, in the order of the menu. */
export function choicesOf(breaks: readonly BreakReason[]): Choice[] {
  return [
    { key: 'ready', intent: 'ready', reason: null, icon: 'check', minutes: null },
    ...breaks.map<Choice>(({ intent, reason, limitSeconds }) => ({
      key: `${intent}.${reason}`,
      intent,
      reason,
      icon: intent === 'training' ? 'book' : 'cup',
      minutes: limitSeconds === null ? null : Math.round(limitSeconds / 60),
    })),
    { key: 'outbound', intent: 'outbound', reason: null, icon: 'phone-out', minutes: null },
    { key: 'signed-out', intent: 'signed-out', reason: null, icon: 'sign-out', minutes: null },
  ];
}

/** While a call or its write-up is on, a choice is for afterwards (预置). */
export function isForLater(presence: OwnPresence): boolean {
  return presence.call !== null || presence.intent === 'wrap-up';
}

export function breakName(
  breaks: readonly BreakReason[],
  reason: string | null,
  language: 'zh' | 'en',
): string | null {
  return breaks.find((one) => one.reason === reason)?.[language] ?? null;
}
