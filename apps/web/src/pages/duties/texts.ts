import type { DutyView } from '../../api/contract';
import type { SameKeys } from '../../app/i18n';

const kinds = {
  'extension-ruling': '延期待裁定',
  'exclusion-ruling': '剔除待裁定',
  support: '协办',
  order: '督办待答复',
  receipt: '回执',
  referral: '待复函',
  petition: '信访期限',
} satisfies Record<DutyView['kind'], string>;

const zh = {
  title: '待裁定与协办',
  hint: '本单位在工单之外应办的事，按期限排列；退单裁定在收件箱里。',
  none: '没有待裁定或协办的事项',
  noneHint: '有上级、下级或协办单位请求时会列在这里',
  all: '全部',
  open: '打开工单',
  since: '{{time}} 起',
  due: '{{time}} 到期',
  right: '可提异议',
  lapses: '{{time}} 届满自动终止，不算逾期',
  list: '应办事项',
  filter: '事项种类',
  kinds,
};

const en: SameKeys<typeof zh> = {
  title: 'Rulings and parts',
  hint: 'What your units owe beside the tickets they hold, by deadline; returns to rule on are in the inbox.',
  none: 'Nothing to rule on and no part to do',
  noneHint: 'Requests of units above, below or beside you are listed here',
  all: 'All',
  open: 'Open the ticket',
  since: 'since {{time}}',
  due: 'due {{time}}',
  right: 'A right to object',
  lapses: 'lapses {{time}} by itself, nobody is late',
  list: 'Duties',
  filter: 'Kind',
  kinds: {
    'extension-ruling': 'Extension to rule on',
    'exclusion-ruling': 'Exclusion to rule on',
    support: 'Part of the work',
    order: 'Order to answer',
    receipt: 'Receipt',
    referral: 'Reply awaited',
    petition: 'Petition period',
  },
};

export const texts = { zh, en };
