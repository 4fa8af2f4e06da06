import type { RefusalCode } from '@hotline/kernel';
import { ORDER_MESSAGES } from './order-messages.js';
import { RULE_MESSAGES } from './rule-messages.js';
import { SUPPORT_MESSAGES } from './support-messages.js';
import { REQUEST_MESSAGES } from './request-messages.js';

export type Language = 'zh-CN' | 'en';

interface Message {
  title: string;
  /** What to do; `{name}` is filled from the refusal's facts. */
  detail: string;
}

const say = (
  zhTitle: string,
  zhDetail: string,
  enTitle: string,
  enDetail: string,
): Record<Language, Message> => ({
  'zh-CN': { title: zhTitle, detail: zhDetail },
  en: { title: enTitle, detail: enDetail },
});

export const MESSAGES = {
  'own-work': say(
    '不能质检自己经办的工单',
    '请由没有参与该工单的同事质检。',
    'Your own work',
    'Somebody who had no part in this ticket has to check it.',
  ),
  'already-linked': say(
    '已经并单',
    '该工单已在一个并单中；请先拆单。',
    'Already linked',
    'The ticket belongs to a group already. Unlink it first.',
  ),
  'wrong-master': say(
    '不能作为主件',
    '请选择一件仍在办理、且没有并入其他主件的工单。',
    'Cannot lead',
    'Choose a ticket that is still being handled and follows no other master case.',
  ),
  'not-signed-in': say('尚未登录', '请先登录，再重试。', 'Not signed in', 'Sign in, then try again.'),
  'sign-in-failed': say(
    '登录失败',
    '账号或密码不对，请核对后重试。',
    'Sign-in failed',
    'The name or the password is wrong. Check both and try again.',
  ),
  'sign-in-locked': say(
    '登录暂时锁定',
    '失败次数过多，请 10 分钟后再试。',
    'Sign-in locked',
    'Too many failures. Try again in 10 minutes.',
  ),
  'session-expired': say(
    '登录已过期',
    '请重新登录；已输入的内容不会丢失。',
    'Session over',
    'Sign in again; what you typed is kept.',
  ),
  forbidden: say(
    '没有此权限',
    '您的角色不能做这件事，请联系本单位管理员。',
    'Not allowed',
    'Your roles do not allow this. Ask the administrator of your unit.',
  ),
  'not-found': say(
    '找不到',
    '不存在，或不在您可以查看的范围内。',
    'Not found',
    'It does not exist, or is not in the units you serve.',
  ),
  'invalid-input': say('输入有误', '请按提示修改标出的字段。', 'Wrong input', 'Correct the named fields.'),
  'unknown-field': say(
    '多余的字段',
    '请去掉接口没有定义的字段。',
    'Unknown field',
    'Remove the field; the API does not know it.',
  ),
  'malformed-body': say(
    '请求无法解析',
    '请发送合法的 JSON（UTF-8）。',
    'Unreadable body',
    'Send valid JSON in UTF-8.',
  ),
  'body-too-large': say(
    '内容过大',
    '正文不超过 1 MB，附件不超过 20 MB。',
    'Too large',
    'At most 1 MB of text, 20 MB for an attachment.',
  ),
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
  'not-in-your-units': say(
    '不在您的单位范围内',
    '只能对您所服务的单位及其下级操作。',
    'Outside your units',
    'You may act only for the units you serve.',
  ),
  'not-your-turn': say(
    '现在不由您办理',
    '该工单当前由其他单位或人员办理，请刷新查看。',
    'Not your turn',
    'Another unit or person has to act now. Reload to see who.',
  ),
  'wrong-state': say(
    '当前状态不能这样做',
    '工单状态已变化，请刷新后按新的状态办理。',
    'Not possible in this state',
    'The ticket has moved on. Reload and use what is offered now.',
  ),
  'stale-version': say(
    '工单已被他人更新',
    '您看到的不是最新版本，您填写的内容已保留，请对照最新内容后再提交。',
    'Changed meanwhile',
    'You worked on an older version. Your text is kept; compare and submit again.',
  ),
  'already-signed': say(
    '已经签收',
    '工单已签收，不能撤回。',
    'Already signed',
    'The ticket has been signed and cannot be recalled.',
  ),
  'already-ruled': say(
    '已有裁定',
    '退单申请已经裁定，裁定有约束力。',
    'Already ruled',
    'The return has been ruled; the ruling is binding.',
  ),
  'return-cap-reached': say(
    '退单次数已用完',
    '每个单位对同一工单只能申请退单一次。',
    'No return left',
    'A unit may ask for the return of a ticket once.',
  ),
  'not-below-you': say(
    '不是下级单位',
    '只能转给本单位的下级工会。',
    'Not below you',
    'Choose a unit below yours.',
  ),
  'not-above-you': say(
    '不是上级单位',
    '请选择共同上级范围内的单位。',
    'Not above you',
    'Choose a unit within the common superior.',
  ),
  'reason-required': say(
    '需要写明理由',
    '请填写理由后再提交。',
    'Reason needed',
    'Give the reason, then submit.',
  ),
  'proof-required': say(
    '缺少联系职工的证明',
    '报结前至少要有一次联系职工的记录。',
    'Proof of contact needed',
    'Log at least one contact with the worker before reporting.',
  ),
  'rating-without-contact': say(
    '未联系上，不能评价',
    '没有联系上职工时不能填写评价；三次未接通后可以办结。',
    'No rating without contact',
    'Without reaching the worker there is no rating; after three attempts the ticket may be closed.',
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
  'recall-window-over': say(
    '已过撤回时限',
    '派单后 60 秒内且未签收才能撤回。',
    'Too late to recall',
    'A dispatch can be recalled for 60 seconds while unsigned.',
  ),
  'petition-window-over': say(
    '已过条例规定的期限',
    '《信访工作条例》规定的期限是到 {last}，之后不能再办理这一环节。',
    'The period is over',
    'The petition regulations allowed this until {last}.',
  ),
  'attachment-refused': say(
    '附件不符合要求',
    '支持 PDF、图片、Word、Excel、文本和录音，内容须与扩展名一致。',
    'Attachment refused',
    'PDF, images, Word, Excel, text and recordings whose content matches the name.',
  ),
  'too-many-requests': say(
    '请求过于频繁',
    '请稍候再试。',
    'Too many requests',
    'Wait a moment and try again.',
  ),
  'unsupported-media': say(
    '不支持的内容类型',
    '请以 application/json 发送。',
    'Unsupported content type',
    'Send application/json.',
  ),
  'cross-site': say(
    '跨站请求被拒绝',
    '请从本系统页面操作，或使用访问令牌。',
    'Cross-site request refused',
    'Use the console, or a machine token.',
  ),
  unavailable: say(
    '服务暂时不可用',
    '您填写的内容已保留，请稍后重试。',
    'Temporarily unavailable',
    'Nothing is lost; try again shortly.',
  ),
  ...RULE_MESSAGES,
  ...SUPPORT_MESSAGES,
  ...ORDER_MESSAGES,
  'support-open': say(
    '还有协办未完成',
    '报结前请等待协办单位反馈，或者对每一项写明免除理由。',
    'Open parts',
    'Wait for the supporting units, or state for each open part why the report does not need it.',
  ),
  'employer-blind': say(
    '不能交被反映单位内部的工会',
    '职工没有同意向本单位公开身份，由上一级工会办理；取得同意并记录后可以转交。',
    'Not to the employer’s own union',
    'The worker has not agreed to be known to the employer; the union above it handles the case.',
  ),
  recused: say(
    '已回避',
    '与本案有利害关系的人员和单位不再参与办理。',
    'Recused',
    'People and units with an interest in the case take no part in it.',
  ),
  'receiver-failed': say(
    '没有派出',
    '主办与协办须同时送达；其中一个单位未能送达，工单仍在派单队列。',
    'Not sent',
    'Lead and support are sent together or not at all; one of them failed and the ticket is still in the queue.',
  ),
  ...REQUEST_MESSAGES,
} as const satisfies Record<RefusalCode, Record<Language, Message>>;

/** The reader's language from `Accept-Language` (RFC 9110): Chinese unless English is asked for first. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'zh-CN';
}
