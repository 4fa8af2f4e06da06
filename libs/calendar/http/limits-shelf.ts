import type { LimitsShelf } from '../use-cases/list-limits.js';
import { type LimitsShelfBody, toRowBody } from './limits-bodies.js';

/** The shelf with its rows as the matrix page edits them. */
export const shelfBody = ({ versions, draft, mayEdit }: LimitsShelf): LimitsShelfBody => ({
  mayEdit,
  versions: versions.map(({ version, preset, publishedAt, publishedBy, note, standing }) => ({
    version,
    standing,
    effectiveFrom: preset.effectiveFrom,
    maxExtensions: preset.maxExtensions,
    rows: preset.rows.map(toRowBody),
    publishedAt,
    publishedBy,
    note,
  })),
  draft: draft && {
    version: draft.version,
    basedOn: draft.basedOn,
    changedAt: draft.changedAt,
    changedBy: draft.changedBy,
    maxExtensions: draft.body.maxExtensions,
    rows: draft.body.rows.map(toRowBody),
  },
});
