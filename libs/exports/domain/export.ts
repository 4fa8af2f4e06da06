/** What a file can be: CSV for any program (UTF-8 with its mark, RFC 4180), XLSX for Excel and WPS. */
export const EXPORT_FORMS = ['csv', 'xlsx'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

export const EXPORT_LANGUAGES = ['zh', 'en'] as const;
export type ExportLanguage = (typeof EXPORT_LANGUAGES)[number];

/** `done` alone has a file; `expired` and `removed` had one. */
export const EXPORT_STATES = [
  'waiting',
  'running',
  'done',
  'failed',
  'cancelled',
  'expired',
  'removed',
] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

export const isOpen = (state: ExportState): boolean => state === 'waiting' || state === 'running';

/** What a file is about, as its content wrote it down when it was asked for: ids, days and codes, never personal data. */
export type ExportQuestion = Readonly<Record<string, string | number | boolean | null>>;

/** No file is longer; whoever needs more asks for shorter periods. */
export const MOST_ROWS = 5_000_000;
export const MOST_BYTES = 1_000_000_000;

/** Files are thrown away after two days, what is on record of them after thirty. */
export const KEPT_HOURS = 48;
export const REMEMBERED_DAYS = 30;

/** Open files at a time and files in 24 hours of one person; open ones, and bytes that are kept, of a unit. */
export const EXPORT_CAPS = { ownOpen: 3, ownDay: 60, unitOpen: 12, unitBytes: 5_000_000_000 } as const;
export type ExportCap = keyof typeof EXPORT_CAPS;

export type ExportUse = Readonly<Record<ExportCap, number>>;

/** @returns the cap one more file would go beyond; null when there is room */
export const capReached = (use: ExportUse): ExportCap | null =>
  (Object.keys(EXPORT_CAPS) as ExportCap[]).find((cap) => use[cap] >= EXPORT_CAPS[cap]) ?? null;
