import { parseDivisions, type Division } from '../../domain/divisions.js';
import { DIVISIONS_11_TO_37 } from './divisions-11-37.js';
import { DIVISIONS_41_TO_82 } from './divisions-41-82.js';

/** The 3,225 rows of the 2024 list, parsed anew on each call (about 5 ms): keep the result. */
export function shippedDivisions(): Division[] {
  return [...parseDivisions(DIVISIONS_11_TO_37), ...parseDivisions(DIVISIONS_41_TO_82)];
}
