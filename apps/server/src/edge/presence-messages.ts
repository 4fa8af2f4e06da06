import { say } from './say.js';

/** What refusals about presence and telephones at the desk say. */
export const PRESENCE_MESSAGES = {
  'no-telephone': say(
    '没有话机',
    '尚未分配话机，或本次签入没有使用话机；可以手工登记来电。',
    'No telephone',
    'You have no telephone, or signed in without one; calls can be logged by hand.',
  ),
  'in-call': say(
    '正在通话',
    '通话结束后再操作，或把它设为通话后的状态。',
    'In a call',
    'Wait for the end of the call, or set it as the state after the call.',
  ),
  'prolong-cap-reached': say(
    '话后时长不能再延长',
    '每次话后最多延长 {times} 次。',
    'No more prolonging',
    'A wrap-up may be prolonged {times} times.',
  ),
  'not-controllable': say(
    '这部话机不能这样操作',
    '请在话机上操作，或稍后再试。',
    'Not from here',
    'Use the telephone itself, or try again.',
  ),
  'line-down': say(
    '话务线路中断',
    '请在话机上操作；线路恢复后控制台自动可用。',
    'The line is down',
    'Use the telephone itself; the console works again when the line is back.',
  ),
} as const;
