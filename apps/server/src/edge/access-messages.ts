import { say } from './say.js';

/** Refusals before any rule is asked: who calls, how, and with what. */
export const ACCESS_MESSAGES = {
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
} as const;
