import type { KeyboardEvent } from 'react';

/**
 * Tab only moves on. A list of choices that is open would take it for a choice too, and in a list of several take the
 * value just chosen away again.
 */
export function tabMovesOn(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}
