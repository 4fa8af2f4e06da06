/** Refusals of requests, pauses and hand-overs, in both languages. */
export const REQUEST_MESSAGES = {
  'deadline-passed': {
    'zh-CN': { title: '期限已过', detail: '延期和挂起须在到期之前提出；请尽快办理，并如实说明原因。' },
    en: { title: 'Deadline passed', detail: 'Extensions and pauses are asked for before the deadline.' },
  },
  'request-open': {
    'zh-CN': { title: '已有待裁定的申请', detail: '同类申请裁定之前不能再次提出。' },
    en: { title: 'A request is open', detail: 'Wait for the ruling on the open request of this kind.' },
  },
  'extension-cap-reached': {
    'zh-CN': { title: '延期次数已用完', detail: '本件可延期 {cap} 次，已全部批准使用。' },
    en: {
      title: 'No extension left',
      detail: 'This ticket may be extended {cap} time(s), all of them used.',
    },
  },
  'pause-cap-reached': {
    'zh-CN': { title: '挂起次数已用完', detail: '每个单位每次承办最多挂起 2 次。' },
    en: { title: 'No pause left', detail: 'A unit may pause a ticket twice in one custody.' },
  },
  paused: {
    'zh-CN': { title: '工单挂起中', detail: '请先恢复办理，再做这一步。' },
    en: { title: 'Paused', detail: 'Resume the ticket first.' },
  },
  'gave-back': {
    'zh-CN': { title: '该单位的退单已获准', detail: '裁定有约束力，不能再派给它，请另选单位。' },
    en: {
      title: 'That unit gave it back',
      detail: 'The ruling on its return is binding. Choose another unit.',
    },
  },
  'open-work': {
    'zh-CN': {
      title: '还有未办结的工作',
      detail: '名下 {assigned} 件、本单位 {open} 件未办结；请先交接，或写明理由强制移除。',
    },
    en: {
      title: 'Open work remains',
      detail:
        '{assigned} ticket(s) of this person, {open} of the unit. Hand over first, or force it with a reason.',
    },
  },
} as const;
