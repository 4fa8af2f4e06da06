import type { HandlingSettings } from '../../api/contract';

/** The caps in the order of the page, with the bounds the contract gives. */
export const CAPS = ['returnCap', 'extensionPercent', 'pauseWorkingDays'] as const;
export type Cap = (typeof CAPS)[number];
export type Caps = Pick<HandlingSettings, Cap>;

export const capsOf = ({ returnCap, extensionPercent, pauseWorkingDays }: Caps): Caps => ({
  returnCap,
  extensionPercent,
  pauseWorkingDays,
});

/** Caps in which the edited ones differ from those in force. */
export const changedCaps = (edited: Caps, inForce: Caps): Cap[] =>
  CAPS.filter((cap) => edited[cap] !== inForce[cap]);
