/** What refusals about parts, employers' own unions and recusal say. */
export const SUPPORT_MESSAGES = {
  'support-open': {
    'zh-CN': { title: '还有协办未完成', detail: '报结前请等待协办单位反馈，或者对每一项写明免除理由。' },
    en: {
      title: 'Open parts',
      detail: 'Wait for the supporting units, or state for each open part why the report does not need it.',
    },
  },
  'employer-blind': {
    'zh-CN': {
      title: '不能交被反映单位内部的工会',
      detail: '职工没有同意向本单位公开身份，由上一级工会办理；取得同意并记录后可以转交。',
    },
    en: {
      title: 'Not to the employer’s own union',
      detail: 'The worker has not agreed to be known to the employer; the union above it handles the case.',
    },
  },
  recused: {
    'zh-CN': { title: '已回避', detail: '与本案有利害关系的人员和单位不再参与办理。' },
    en: { title: 'Recused', detail: 'People and units with an interest in the case take no part in it.' },
  },
  'receiver-failed': {
    'zh-CN': { title: '没有派出', detail: '主办与协办须同时送达；其中一个单位未能送达，工单仍在派单队列。' },
    en: {
      title: 'Not sent',
      detail:
        'Lead and support are sent together or not at all; one of them failed and the ticket is still in the queue.',
    },
  },
} as const;
