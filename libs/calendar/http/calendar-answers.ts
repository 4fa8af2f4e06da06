import type { CalendarVerdict } from '../use-cases/check-calendar-draft.js';
import type { ImportPreview } from '../use-cases/preview-calendar-import.js';
import type { CalendarCheckBody } from './calendar-bodies.js';
import type { ImportPreviewBody } from './year-bodies.js';
import { faultBodies } from './fault-bodies.js';
import type { OverrideBody } from './plan-bodies.js';

export const checkBody = ({
  faults,
  changes,
  yearsAdded,
  derived,
  unitCount,
}: CalendarVerdict): CalendarCheckBody => ({
  faults: faultBodies(faults),
  changes: [...changes],
  yearsAdded: [...yearsAdded],
  derived: [...derived],
  unitCount,
});

export const previewBody = ({ lines, faults, overrides }: ImportPreview): ImportPreviewBody => ({
  lines: lines.map(({ line, text, entries }) => ({ line, text, entries: entries as OverrideBody[] })),
  faults: faultBodies(faults),
  overrides: overrides as OverrideBody[],
});
