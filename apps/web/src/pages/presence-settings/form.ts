import type { PresenceRules, PresenceSettings } from '../../api/contract';

export type BreakRow = PresenceRules['breaks'][number];

/** What is being edited, on top of the unit's version its editor saw. */
export interface Edited {
  basedOn: number;
  rules: PresenceRules;
  /** gives its own back instead */
  back: boolean;
}

export const TIMES = [
  { field: 'wrapUpSeconds', unit: 'seconds', min: 0, max: 3600 },
  { field: 'prolongSeconds', unit: 'seconds', min: 1, max: 3600 },
  { field: 'prolongTimes', unit: 'times', min: 0, max: 20 },
  { field: 'unknownAfterSeconds', unit: 'seconds', min: 15, max: 3600 },
  { field: 'signedOutAfterSeconds', unit: 'seconds', min: 30, max: 86_400 },
] as const;
export type TimeField = (typeof TIMES)[number]['field'];

export const EMPTY_BREAK: BreakRow = {
  intent: 'break',
  reason: '',
  zh: '',
  en: '',
  limitSeconds: 600,
};

export const begin = ({ version, held }: PresenceSettings): Edited => ({
  basedOn: version,
  rules: held.settings,
  back: false,
});

/** The same text when nothing is different, whatever the order the server writes the names in. */
const textOf = ({ breaks, ...times }: PresenceRules): string =>
  JSON.stringify([
    TIMES.map(({ field }) => times[field]),
    breaks.map(({ intent, reason, zh, en, limitSeconds }) => [intent, reason, zh, en, limitSeconds]),
  ]);

export const isChanged = (edited: Edited, { held }: PresenceSettings): boolean =>
  edited.back || textOf(edited.rules) !== textOf(held.settings);

/** A row just added says nothing yet: the server is asked once it does. */
export const isWhole = ({ rules, back }: Edited): boolean =>
  back || rules.breaks.every(({ reason, zh, en }) => reason !== '' && zh !== '' && en !== '');

export const moved = <Row>(rows: readonly Row[], from: number, by: 1 | -1): Row[] => {
  const next = [...rows];
  const [row] = next.splice(from, 1);
  if (row !== undefined) next.splice(from + by, 0, row);
  return next;
};

/** Minutes as they are typed; seconds as they are kept. */
export const minutesOf = (seconds: number | null): number | null =>
  seconds === null ? null : Math.round((seconds / 60) * 100) / 100;
export const secondsOf = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes * 60);
