/** Outlines for handling that the shared icon set does not have: 24 × 24, stroke 1.75. */
const shapes = {
  pencil: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5.6 5.6l3.6 3.6M14.8 14.8l3.6 3.6M18.4 5.6l-3.6 3.6M9.2 14.8l-3.6 3.6',
  'wifi-off':
    'M3 3l18 18M8.5 15.500a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4.500-2.600M2 8.500a15 15 0 0 1 4.300-2.700M13 9.100a10 10 0 0 1 6 2.900M10 5.200a15 15 0 0 1 12 3.300M12 19h.01',
  pin: 'M12 21c4.500-5 7-8.300 7-11a7 7 0 1 0-14 0c0 2.700 2.500 6 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  back: 'M15 5l-7 7 7 7',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15 10h.01',
  'file-text': 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1',
  down: 'M5 5v8a3 3 0 0 0 3 3h11M15 12l4 4-4 4',
  up: 'M5 19v-8a3 3 0 0 1 3-3h11M15 4l4 4-4 4',
  cloud: 'M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.500a4.300 4.300 0 0 1-.5 8.500zM12 10v3M12 15.500h.01',
} as const;

export type ShapeName = keyof typeof shapes;

export function Shape({ name, size = 16 }: { name: ShapeName; size?: number }) {
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
      <path d={shapes[name]} />
    </svg>
  );
}
