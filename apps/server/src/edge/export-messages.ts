import { say } from './say.js';

/** What refusals about exported files say. */
export const EXPORT_MESSAGES = {
  'export-cap-reached': say(
    '导出已到上限',
    '请等正在导出的完成，或删去不再需要的文件后再试：每人同时 3 个、24 小时内 60 个，每个单位同时 12 个、共存 5 GB。',
    'No more exports for now',
    'Wait for those under way, or delete files you no longer need: 3 at a time and 60 in 24 hours a person, 12 at a time and 5 GB kept a unit.',
  ),
} as const;
