import { registerTexts } from '../../app/i18n';

const zh = {
  title: '回访',
  list: '待回访',
  choose: '从左侧选一件工单',
  empty: '没有待回访的工单',
  emptyNote: '审核通过的报结会出现在这里',
  more: '加载更多',
  toClose: '待办结',
  attempts: '已试 {{count}} 次',
  first: '首次回访',
  next: '下一件',
  previous: '上一件',
  open: '打开工单页',
  script: '话术',
  lines: {
    greet:
      '您好，这里是 12351 职工服务热线。您反映的“{{title}}”，{{unit}}已经办理，想听听您的意见，大约两分钟。',
    result: '办理结果是{{outcome}}。和您了解的情况一致吗？',
    solved: '您的问题解决了吗？',
    handling: '您对{{unit}}的办理满意吗？',
    call: '您对当时接听电话的服务满意吗？',
    thanks: '谢谢您。之后还有问题，随时拨打 12351。',
  },
  scriptNote: '按原话记录，不引导。职工不表态时选“未评价”。办理与话务分开问，是两个数字。',
  report: '办理结果',
  before: '以往回访',
  none: '还没有回访过',
  redone: '曾退回重办',
  saved: '已保存回访',
  redo: '已退回重办，回到承办单位',
  closedNow: '已办结',
};

const en: typeof zh = {
  title: 'Call-backs',
  list: 'To call back',
  choose: 'Choose a ticket on the left',
  empty: 'Nobody to call back',
  emptyNote: 'Accepted reports appear here',
  more: 'Load more',
  toClose: 'to close',
  attempts: '{{count}} attempts',
  first: 'first attempt',
  next: 'Next',
  previous: 'Previous',
  open: 'Open the ticket',
  script: 'Script',
  lines: {
    greet: `Hello, this is the 12351 workers' hotline. {{unit}} has handled your case "{{title}}" and we would like your view; it takes two minutes.`,
    result: 'The result is: {{outcome}}. Is that what you know?',
    solved: 'Is your problem solved?',
    handling: 'Are you satisfied with how {{unit}} handled it?',
    call: 'Were you satisfied with the person who took your call?',
    thanks: 'Thank you. Call 12351 any time.',
  },
  scriptNote:
    'Record their words, do not lead. If they do not say, choose "not rated". Handling and call are two questions and two numbers.',
  report: 'Result',
  before: 'Earlier call-backs',
  none: 'Not called back yet',
  redone: 'was sent back',
  saved: 'Call-back saved',
  redo: 'Sent back to the unit',
  closedNow: 'Closed',
};

export const texts = { zh, en };
registerTexts('call-backs', texts);
