import type { SameKeys } from '../../app/i18n';

const zh = {
  title: '群体件',
  groups: '并单',
  flags: '群体诉求提示',
  flagsHint: '三十天内反映同一用人单位的职工达到 3 人、5 人、10 人时提示本级和上级，每级一次。',
  groupsHint: '同一来电人的重复诉求，或多名职工反映同一用人单位：一件主办，每人单独告知和回访。',
  noGroups: '还没有并单',
  noGroupsHint: '在工单页“更多”里选择“并单”',
  noFlags: '没有群体诉求提示',
  noFlagsHint: '同一用人单位三十天内不足 3 人',
  level: { 3: '关注（3 人）', 5: '群体（5 人）', 10: '重大（10 人）' },
  kind: { repeat: '重复诉求', mass: '群体诉求' },
  columns: {
    kind: '类型',
    employer: '用人单位',
    size: '工单',
    people: '人数',
    unit: '单位',
    at: '时间',
    master: '主件',
    level: '级别',
  },
  open: '查看主件',
  openTicket: '查看工单',
  unknown: '未填单位',
};

const en: SameKeys<typeof zh> = {
  title: 'Groups',
  groups: 'Linked cases',
  flags: 'Group flags',
  flagsHint:
    'When 3, 5 and 10 people complain of one employer within thirty days, the unit and the one above are told, once a level.',
  groupsHint:
    'The same caller again, or many workers against one employer: one case is handled, every caller is informed and called back.',
  noGroups: 'Nothing linked yet',
  noGroupsHint: 'Choose “Link cases” in the menu of a ticket',
  noFlags: 'No flags',
  noFlagsHint: 'No employer with three people within thirty days',
  level: { 3: 'Watch (3)', 5: 'Group (5)', 10: 'Major (10)' },
  kind: { repeat: 'Repeated', mass: 'Many workers' },
  columns: {
    kind: 'Kind',
    employer: 'Employer',
    size: 'Tickets',
    people: 'People',
    unit: 'Unit',
    at: 'Time',
    master: 'Master',
    level: 'Level',
  },
  open: 'Open master',
  openTicket: 'Open ticket',
  unknown: 'No employer',
};

export const texts = { zh, en };
