import { BOOK_SCENES, TRIAL_SCENES } from './books.js';
import { chainScenes } from './chains.js';
import { ENDING_SCENES } from './endings.js';
import { GROUP_SCENES } from './groups.js';
import { LEGAL_SCENES } from './legal.js';
import { officeScenes } from './office.js';
import { REQUEST_SCENES } from './requests.js';
import { SAFEGUARD_SCENES } from './safeguards.js';
import type { Scene } from './scene.js';
import { SUPERVISION_SCENES } from './supervision.js';
import { TOGETHER_SCENES } from './together.js';

/** What the office had set before and while the tickets came in; no ticket is spoken of. */
export const settingScenes = (historyDays: number): readonly Scene[] => [
  ...officeScenes(historyDays),
  ...BOOK_SCENES,
];

/** Every record of a ticket's life at least once. */
export const ticketScenes = (): readonly Scene[] => [
  ...TRIAL_SCENES,
  ...chainScenes(),
  ...REQUEST_SCENES,
  ...ENDING_SCENES,
  ...SUPERVISION_SCENES,
  ...TOGETHER_SCENES,
  ...SAFEGUARD_SCENES,
  ...GROUP_SCENES,
  ...LEGAL_SCENES,
];
