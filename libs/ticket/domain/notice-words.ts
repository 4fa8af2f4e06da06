import type { NoticeKind } from './step.js';

/** What has happened, before the title of the ticket. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  'hop-arrived': '新工单待签收',
  'return-requested': '退单申请待裁定',
  'return-ruled': '退单已裁定',
  'report-arrived': '报结待审核',
  'petition-asked': '信访复查、复核待答复',
  redo: '要求重办',
  yellow: '黄牌：即将到期',
  red: '红牌：已超期',
  'call-back-due': '待回访',
  'failed-job': '派单任务失败',
  'group-linked': '已并单，随主件办理',
  'group-unlinked': '已拆单，恢复办理',
  'group-flag': '群体诉求提示',
  'support-asked': '请求协办',
  'support-insisted': '主办单位坚持请你单位协办',
  'support-reported': '协办已反馈',
  'support-declined': '协办单位不能协办',
  'support-ended': '协办已结束',
  recused: '单位回避，工单移交',
  urged: '上级催办',
  supervised: '上级督办，限期答复',
  raised: '工单已提级办理',
  'order-answered': '督办已答复',
  'order-ended': '督办已办结',
  'below-late': '下级单位已超期，请催办',
  'leader-told': '紧急工单，请值班领导立即阅看',
  'receipt-confirmed': '值班领导已读',
  mentioned: '内部备注提到本单位',
  'return-raised': '退单逾期未裁定，已上报本单位',
  'extension-requested': '延期申请待裁定',
  'extension-ruled': '延期已裁定',
  'exclusion-requested': '剔除申请待裁定',
  'exclusion-ruled': '剔除已裁定',
  'ticket-paused': '下级已挂起',
  'ticket-resumed': '已恢复办理',
  'ticket-assigned': '工单已指派',
  'ticket-withdrawn': '职工已撤诉',
  'work-followed': '机构变动，未了事项转来',
  'unit-change-stopped': '预定的机构重组未执行，请查看原因',
};

export function noticeTitle(kind: NoticeKind, ticketTitle: string | null): string {
  return ticketTitle === null ? NOTICE_WORDS[kind] : `${NOTICE_WORDS[kind]}：${ticketTitle}`;
}
