/** Heads and notes of an exported staffing day, the same as on the screen (`staffing-words.spec.ts` compares them). */
const zh = {
  title: '人力测算',
  kind: { usual: '', holiday: '节假日，参照最近的周日', 'make-up': '调休上班，参照最近的工作日' },
  sample: '参照 {{days}}（{{count}} 天）各时段请求人工量的中位数',
  noSample: '最近 {{weeks}} 周没有可参照的日子',
  rule: '目标：{{percent}}% 在 {{seconds}} 秒内接通 · 损耗 {{shrinkage}}% · 至少 {{least}} 人在线 · 最近 {{weeks}} 周',
  from: '按{{unit}}的设置',
  shipped: '出厂设置',
  time: '时段',
  settingsTitle: '测算设置',
  method: '按 Erlang C 测算：假定来电随机、打进来的人一直等。有人放弃时实际会好一些。',
  columns: {
    offered: '预计来电',
    handling: '平均处理',
    erlangs: '话务量（erl）',
    needed: '需在线',
    toRoster: '需排班',
    rostered: '已排班',
    gap: '差额',
    present: '实际在线',
    expected: '预计达成',
  },
};

export type StaffingWords = typeof zh;

const en: StaffingWords = {
  title: 'Staffing',
  kind: {
    usual: '',
    holiday: 'Holiday, compared with the last Sundays',
    'make-up': 'Make-up workday, compared with the last workdays',
  },
  sample: 'Median of the requests for an agent on {{days}} ({{count}} days)',
  noSample: 'No comparable day in the last {{weeks}} weeks',
  rule: 'Target: {{percent}}% answered in {{seconds}} s · {{shrinkage}}% shrinkage · minimum {{least}} online · last {{weeks}} weeks',
  from: 'set by {{unit}}',
  shipped: 'default settings',
  time: 'Interval',
  settingsTitle: 'Staffing settings',
  method:
    'Calculated by Erlang C: calls come at random and every caller keeps waiting. Where some hang up, the real level is a little better.',
  columns: {
    offered: 'Calls expected',
    handling: 'AHT',
    erlangs: 'Load (erl)',
    needed: 'Needed online',
    toRoster: 'To roster',
    rostered: 'Rostered',
    gap: 'Gap',
    present: 'Online',
    expected: 'Expected level',
  },
};

export const STAFFING_WORDS = { zh, en } as const;
