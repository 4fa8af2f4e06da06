import type { SameKeys } from '../../app/i18n';

const zh = {
  title: '失败任务',
  hint: '多次重试仍没做成的任务。排除原因后再驱动一次，做过的不会重复做。',
  none: '没有失败的任务',
  noneHint: '派单、通知与时限任务都做完了',
  columns: { at: '失败时间', what: '任务', ticket: '工单', error: '原因', attempts: '已试', state: '处理' },
  attempts: '{{count}} 次',
  redrive: '再驱动',
  redriven: '已再驱动 {{at}}',
  done: '已再驱动 {{name}}',
  listed: '已列 {{count}} 条',
};

const en: SameKeys<typeof zh> = {
  title: 'Failed jobs',
  hint: 'Jobs that failed after every retry. Once the cause is gone, drive them again; what was done is not done twice.',
  none: 'No failed jobs',
  noneHint: 'Dispatch, notices and clocks are all done',
  columns: {
    at: 'Failed',
    what: 'Job',
    ticket: 'Ticket',
    error: 'Cause',
    attempts: 'Tried',
    state: 'Handling',
  },
  attempts: '{{count}} ×',
  redrive: 'Drive again',
  redriven: 'driven again {{at}}',
  done: '{{name}} driven again',
  listed: '{{count}} listed',
};

export const texts = { zh, en };
