import type { ReactElement } from 'react';
import { iconShapes, type IconName } from './icon-shapes';

export type { IconName };

/** A line icon; hidden from readers, because a word always stands next to it or names its button. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={(1.75 * 24) / Math.max(size, 20)}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={iconShapes[name]} />
    </svg>
  );
}
