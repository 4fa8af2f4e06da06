import type { SameKeys } from '../../app/i18n';

/** How a number is made: the words of the drawer. */
export const zh = {
  over: '指标口径',
  current: 'v{{version}} 现行',
  copy: '复制口径',
  copied: '已复制',
  meaning: '定义',
  numerator: '分子',
  denominator: '分母',
  excluded: '不计入',
  excludedTotal: '共 {{count}}',
  excludedNone: '本期没有不计入的记录',
  period: '归期',
  small: '小样本',
  smallText: '不足 10 件只列件数，不计率、不排名；不足 5 件对非经办人显示“<5”，并防止相减推算。',
  target: '目标',
  targetText: '≥ {{target}}%',
  targetNone: '未设目标',
  check: '核对算例',
  agrees: '与公开值一致',
  differs: '与公开值不一致',
  source: '来源',
  published: '公开值',
  ours: '本系统',
  difference: '差',
  checks: { due: '已发布通报（应结案口径）', solved: '解决率同法核对（受理 3,656，未到期 200）' },
  frozen: '快照',
  frozenNone: '本期还没有冻结的日子',
  frozenBy: '第 {{version}} 版口径：{{from}} 至 {{to}}，{{count}} 天',
  restatedNone: '冻结后没有变动',
  restated: '冻结后有变动的 {{count}} 天',
  restatedDay: '日期',
  restatedThen: '冻结时',
  restatedNow: '现在',
  otherDefinition: '第 {{version}} 版口径，不可比',
  restatedMore: '再列 {{count}} 天',
  seeMiss: '看 {{count}}未达到',
  seeAll: '看分母 {{count}}',
  numerators: {
    connection: '人工坐席接起的来电。',
    'on-time': '最后办结时间不晚于最初承诺期限的工单；重办的以最后一次办结为准。',
    'on-time-extended': '最后办结时间不晚于延期、挂起顺延后期限的工单；重办的以最后一次办结为准。',
    'worker-satisfaction': '回访中职工对办理结果评“满意”的评价。未评价、未联系上从不算满意。',
    'agent-satisfaction': '来电人对坐席通话评“满意”的评价。',
  },
  denominators: {
    connection: '请求人工服务的来电，含未接起的。',
    'on-time':
      '最初承诺的期限落在本期内的工单，含逾期未结；未到期的不计。每件只计在主办单位，上级可见、不重复计。',
    'on-time-extended':
      '顺延后的期限落在本期内的工单，含逾期未结；未到期的不计。延期的工单从原到期日移到新到期日。',
    'worker-satisfaction': '回访中给出满意、一般、不满意的有效评价；未联系上与拒评另列。',
    'agent-satisfaction': '通话后给出的有效评价。与职工满意度是两个数，从不合并。',
  },
  periods: {
    connection: '按来电时间归期，北京时间。',
    'on-time': '按最初承诺期限所在日归期，北京时间；节假日与调休按承诺时的日历。',
    'on-time-extended': '按顺延后期限所在日归期，北京时间；节假日与调休按承诺时的日历。',
    'worker-satisfaction': '按回访日期归期，北京时间。',
    'agent-satisfaction': '按评价日期归期，北京时间。',
  },
};

export const en: SameKeys<typeof zh> = {
  over: 'Definition of a metric',
  current: 'v{{version}}, in force',
  copy: 'Copy definition',
  copied: 'Copied',
  meaning: 'Meaning',
  numerator: 'Numerator',
  denominator: 'Denominator',
  excluded: 'Not counted',
  excludedTotal: '{{count}} in all',
  excludedNone: 'Nothing was left out in this period',
  period: 'Period rule',
  small: 'Small samples',
  smallText:
    'Fewer than 10: counts only, no rate and no rank. Fewer than 5: “<5” to those who do not handle the tickets, guarded against subtraction.',
  target: 'Target',
  targetText: '≥ {{target}}%',
  targetNone: 'No target set',
  check: 'Check examples',
  agrees: 'Same as published',
  differs: 'Differs from the published value',
  source: 'Source',
  published: 'Published',
  ours: 'Here',
  difference: 'Diff.',
  checks: {
    due: 'Published report (cases due)',
    solved: 'Solved rate, same method (3,656 accepted, 200 not yet due)',
  },
  frozen: 'Snapshots',
  frozenNone: 'No day of the period is frozen yet',
  frozenBy: 'Definition v{{version}}: {{from}} to {{to}}, {{count}} days',
  restatedNone: 'Nothing has changed since',
  restated: '{{count}} days have changed since they were frozen',
  restatedDay: 'Day',
  restatedThen: 'When frozen',
  restatedNow: 'Now',
  otherDefinition: 'definition v{{version}}, not comparable',
  restatedMore: 'Show {{count}} more days',
  seeMiss: 'See {{count}} missed',
  seeAll: 'See all {{count}}',
  numerators: {
    connection: 'Calls picked up by an agent.',
    'on-time':
      'Tickets whose last closing was not later than the time first promised; after a redo the last closing counts.',
    'on-time-extended':
      'Tickets whose last closing was not later than the promise as extensions and pauses have moved it; after a redo the last closing counts.',
    'worker-satisfaction':
      'Ratings “satisfied” with the handling, given at call-back. Silence and unreached are never satisfied.',
    'agent-satisfaction': 'Ratings “satisfied” with the call, given by the caller.',
  },
  denominators: {
    connection: 'Calls that asked for a person, the unanswered ones included.',
    'on-time-extended':
      'Tickets that fell due in the period by the moved promise, open overdue ones included; not yet due ones are not. An extended ticket leaves its first day and counts on the new one.',
    'on-time':
      'Tickets that fell due in the period by the promise first made, open overdue ones included; not yet due ones are not. Each counts once, at the accountable unit; above it is visible and not counted again.',
    'worker-satisfaction':
      'Valid ratings (satisfied, neutral, dissatisfied) given at call-back; unreached and refused are shown apart.',
    'agent-satisfaction':
      'Valid ratings given after the call. A different number from worker satisfaction; never mixed.',
  },
  periods: {
    connection: 'By the time of the call, Beijing time.',
    'on-time':
      'By the day first promised, Beijing time; holidays and make-up workdays by the calendar the promise was made by.',
    'on-time-extended':
      'By the day of the moved promise, Beijing time; holidays and make-up workdays by the calendar the promise was made by.',
    'worker-satisfaction': 'By the day of the call-back, Beijing time.',
    'agent-satisfaction': 'By the day of the rating, Beijing time.',
  },
};
