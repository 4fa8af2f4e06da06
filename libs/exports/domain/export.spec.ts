import { capReached, EXPORT_CAPS, type ExportUse } from './export.js';

const NOTHING: ExportUse = { ownOpen: 0, ownDay: 0, unitOpen: 0, unitBytes: 0 };

it.each([
  [{}, null],
  [{ ownOpen: EXPORT_CAPS.ownOpen - 1, unitOpen: EXPORT_CAPS.unitOpen - 1 }, null],
  [{ ownOpen: EXPORT_CAPS.ownOpen }, 'ownOpen'],
  [{ ownDay: EXPORT_CAPS.ownDay }, 'ownDay'],
  [{ unitOpen: EXPORT_CAPS.unitOpen }, 'unitOpen'],
  [{ unitBytes: EXPORT_CAPS.unitBytes }, 'unitBytes'],
])('%j: %p', (use, cap) => expect(capReached({ ...NOTHING, ...use })).toBe(cap));
