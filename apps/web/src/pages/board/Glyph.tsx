import type { ReactElement } from 'react';

/** Outlines on a 24 × 24 field that only the board needs. */
const SHAPES = {
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 7.8h.01',
  printer: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 10v9',
  line: 'M4 17l5-6 4 3 7-8',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700l-1.300 1.300M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700l1.300-1.300',
  up: 'M12 20V5M6 11l6-6 6 6',
} as const;

export type GlyphName = keyof typeof SHAPES;

/** A line icon; a word always stands next to it or names its button. */
export function Glyph({ name, size = 16 }: { name: GlyphName; size?: number }): ReactElement {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-hidden
    >
      <path d={SHAPES[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
