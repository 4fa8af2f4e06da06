import type { TicketVerb } from '../api/contract';

/** The name and key of each verb: pinyin initials, the same everywhere. A return is asked for from the menu only. */
export const VERB_NAMES: Record<TicketVerb, { zh: string; en: string; key: string | null }> = {
  dispatch: { zh: '派单', en: 'Dispatch', key: 'P' },
  recall: { zh: '撤回派单', en: 'Recall', key: null },
  sign: { zh: '签收', en: 'Sign', key: 'Q' },
  'log-worker-contact': { zh: '联系职工', en: 'Log contact', key: 'L' },
  'pass-down': { zh: '转下级', en: 'Pass down', key: 'Z' },
  'request-return': { zh: '申请退单', en: 'Request return', key: null },
  'rule-return': { zh: '裁定退单', en: 'Rule on return', key: 'D' },
  report: { zh: '报结', en: 'Report', key: 'B' },
  review: { zh: '审核', en: 'Review', key: 'H' },
  'record-call-back': { zh: '回访', en: 'Call back', key: 'V' },
  'link-to-group': { zh: '并单', en: 'Link cases', key: null },
  'unlink-from-group': { zh: '拆单', en: 'Unlink', key: null },
  archive: { zh: '归档', en: 'Archive', key: null },
  close: { zh: '办结', en: 'Close', key: 'W' },
  'save-legal-facts': { zh: '填写时效事实', en: 'Enter legal facts', key: null },
  'mark-as-petition': { zh: '登记为信访件', en: 'Register as petition', key: null },
  'record-petition-stage': { zh: '记录信访环节', en: 'Record petition stage', key: null },
  'reveal-identity': { zh: '查看身份', en: 'Show identity', key: null },
};
