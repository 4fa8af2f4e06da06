import type { RefusalCode } from '@hotline/kernel';
import { ACCESS_MESSAGES } from './access-messages.js';
import { CALL_MESSAGES } from './call-messages.js';
import { EXPORT_MESSAGES } from './export-messages.js';
import { CUSTODY_MESSAGES } from './custody-messages.js';
import { ORDER_MESSAGES } from './order-messages.js';
import { PRESENCE_MESSAGES } from './presence-messages.js';
import { REQUEST_MESSAGES } from './request-messages.js';
import { RULE_MESSAGES } from './rule-messages.js';
import { type Language, type Message, say } from './say.js';
import { SUPPORT_MESSAGES } from './support-messages.js';

export type { Language } from './say.js';

/** Every refusal of the product: what happened and what to do about it. */
export const MESSAGES = {
  'unknown-unit': say('没有这个单位', '请从单位列表中选择。', 'Unknown unit', 'Choose a unit from the list.'),
  'unknown-place': say(
    '没有这个地区',
    '请使用六位行政区划代码（GB/T 2260）。',
    'Unknown place',
    'Use a six-digit division code (GB/T 2260).',
  ),
  'unknown-category': say(
    '没有这个分类',
    '请使用当前分类表中的代码。',
    'Unknown category',
    'Use a code of the current vocabulary.',
  ),
  'unknown-account': say(
    '没有这个账号',
    '请从账号列表中选择。',
    'Unknown account',
    'Choose an account from the list.',
  ),
  'unknown-contact': say(
    '没有这个来件',
    '来件不存在或已转为工单。',
    'Unknown contact',
    'The contact does not exist or already has a ticket.',
  ),
  'contact-handed-in': say(
    '这通来电的来件您已交办',
    '一通来电只记一件来件；要补充请打开它的工单，或另记一件不带来电的来件。',
    'You have handed in this call',
    'One call makes one contact: add to its ticket, or log another contact without the call.',
  ),
  'same-key-other-body': say(
    '幂等键已用于其他内容',
    '请为新的内容使用新的 Idempotency-Key。',
    'Key used for another body',
    'Use a new Idempotency-Key for a new body.',
  ),
  'key-in-use': say(
    '相同请求正在处理',
    '请稍候用同一个键重试。',
    'Same request in progress',
    'Wait and retry with the same key.',
  ),
  'calendar-year-unknown': say(
    '该年度日历尚未发布',
    '请联系管理员发布年度日历。',
    'Year not published',
    'Ask the administrator to publish the calendar of that year.',
  ),
  duplicate: say('已经存在', '同样的记录已经存在。', 'Already there', 'The same record exists.'),
  ...ACCESS_MESSAGES,
  ...CUSTODY_MESSAGES,
  ...RULE_MESSAGES,
  ...SUPPORT_MESSAGES,
  ...ORDER_MESSAGES,
  ...REQUEST_MESSAGES,
  ...CALL_MESSAGES,
  ...EXPORT_MESSAGES,
  ...PRESENCE_MESSAGES,
} as const satisfies Record<RefusalCode, Record<Language, Message>>;

/** The reader's language from `Accept-Language` (RFC 9110): Chinese unless English is asked for first. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}
