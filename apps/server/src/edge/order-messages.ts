/** What refusals about orders and internal texts say. */
export const ORDER_MESSAGES = {
  'personal-in-text': {
    'zh-CN': {
      title: '内容里有手机号或证件号',
      detail: '内部文字不得写个人号码：请打码后保存，号码请在“查看身份”中查阅。',
    },
    en: {
      title: 'A phone or ID number in the text',
      detail: 'Internal texts must not carry personal numbers: mask them, then save.',
    },
  },
  'already-answered': {
    'zh-CN': { title: '已经答复', detail: '该督办已答复或已办结，请刷新查看。' },
    en: { title: 'Already answered', detail: 'The order has been answered or ended. Reload to see it.' },
  },
} as const;
