import type { SameKeys } from '../../app/i18n';

const zh = {
  title: '通知',
  none: '没有通知',
  noneHint: '收到工单、退单、黄牌红牌都会列在这里',
  readAll: '全部已读',
  unread: '未读',
  more: '继续加载',
  kinds: {
    'hop-arrived': '收到工单',
    'return-requested': '申请退单',
    'return-ruled': '退单已裁定',
    'report-arrived': '收到报结',
    'petition-asked': '信访复查、复核待答复',
    redo: '退回重办',
    yellow: '黄牌',
    red: '红牌',
    'call-back-due': '该回访了',
    'failed-job': '任务失败',
    'group-linked': '已并单',
    'group-unlinked': '已拆单',
    'group-flag': '群体诉求',
  },
};

const en: SameKeys<typeof zh> = {
  title: 'Notices',
  none: 'No notices',
  noneHint: 'Arrived tickets, returns and cards are listed here',
  readAll: 'Mark all read',
  unread: 'unread',
  more: 'Load more',
  kinds: {
    'hop-arrived': 'Ticket arrived',
    'return-requested': 'Return asked',
    'return-ruled': 'Return ruled',
    'report-arrived': 'Report arrived',
    'petition-asked': 'Petition: review asked',
    redo: 'Sent back',
    yellow: 'Yellow card',
    red: 'Red card',
    'call-back-due': 'Call back',
    'failed-job': 'Job failed',
    'group-linked': 'Linked',
    'group-unlinked': 'Unlinked',
    'group-flag': 'Group flag',
  },
};

export const texts = { zh, en };
