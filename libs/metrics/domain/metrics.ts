import { EXCLUSION_REASONS, terms } from '@hotline/ticket';

export const METRICS = [
  'connection',
  'on-time',
  'on-time-extended',
  'worker-satisfaction',
  'agent-satisfaction',
] as const;
export type MetricName = (typeof METRICS)[number];

/**
 * 按时办结率 in its two figures: on the promise first made, and on the promise as extensions (延期) and pauses (挂起) have
 * moved it. Deadlines fall due by the clock, not by an event.
 */
export const DEADLINES = ['on-time', 'on-time-extended'] as const satisfies readonly MetricName[];
export type Deadline = (typeof DEADLINES)[number];
export const isDeadline = (metric: MetricName): metric is Deadline =>
  (DEADLINES as readonly string[]).includes(metric);

const LEFT_OUT = terms([
  ['short-abandon', '振铃 5 秒内挂断', 'Hung up within 5 s'],
  ['silent', '无声来电', 'Silent call'],
  ['unreached', '未接通', 'Not reached'],
  ['refused', '拒绝回访', 'Refused to answer'],
  ['not-rated', '未评价', 'Not rated'],
  ['not-yet-due', '未到期', 'Not yet due'],
  ['left-ivr', '未转人工挂断', 'Hung up before asking for an agent'],
  ['out-of-hours', '非服务时间', 'Out of hours'],
  ['not-queued', '未能排队', 'Queue full or nobody there'],
  ['other-end', '其他方式离队', 'Left the queue in another way'],
]);

/**
 * Why a subject stands beside a rate instead of in it; always counted next to it. The last ones are 剔除: granted by a
 * second person above, with evidence; revoked, the ticket counts again.
 */
export const EXCLUSIONS = [...LEFT_OUT, ...EXCLUSION_REASONS] as const;
export type Exclusion = (typeof EXCLUSIONS)[number]['code'];

export interface Definition {
  /** Raised when the meaning changes; a number is only comparable with numbers of its own version. */
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly formula: string;
  /** Percent; null when there is none. */
  readonly target: number | null;
}

export const DEFINITIONS: Readonly<Record<MetricName, Definition>> = {
  connection: {
    version: 2,
    zh: '接通数 ÷ 转人工数，按来电时间计入。有电话系统的单位按话务事件计，每通来电计一次，公式见话务口径，未转人工即挂断的不计、另列；没有电话系统的单位和启用之前按坐席登记的来电计，振铃 5 秒内挂断和无声来电不计、另列。全天 24 小时目标不低于 95%（GB/T 33358-2016）。',
    en: 'Answered ÷ asked for an agent, by time of the call. Where a telephone system carries the calls of a unit, its events tell, each call once, by the formula shown; calls hung up before they asked for an agent are left out and shown apart. Elsewhere, and before it began, calls logged by agents are counted, without those hung up within 5 s and silent ones. At least 95 % over 24 hours (GB/T 33358-2016).',
    formula: '接通数 ÷ 转人工数',
    target: 95,
  },
  'on-time': {
    version: 3,
    zh: '按原期限办结数 ÷ 原期限到期数。以最初承诺的期限计，延期和挂起不改变；按该期限所在日计入，记在当前主办单位；逾期未结计入，未到期的和经批准剔除的不计，另列。撤诉按办结计。',
    en: 'Closed at or before the time first promised ÷ fell due by it in the period; extensions and pauses do not move it. Counted once at the accountable unit. Open overdue tickets count; not yet due and excluded ones do not and are shown apart. A withdrawal counts like a close.',
    formula: '按原期限办结数 ÷ 原期限到期数',
    target: 90,
  },
  'on-time-extended': {
    version: 3,
    zh: '按延期后期限办结数 ÷ 延期后期限到期数。以经批准的延期和挂起顺延后的期限计；按顺延后期限所在日计入，其余与按原期限的口径相同。两个数并列，不互相替代。',
    en: 'Closed at or before the promise as moved by granted extensions and pauses ÷ fell due by it in the period; otherwise counted like the figure on the original promise. The two stand side by side, neither replaces the other.',
    formula: '按延期后期限办结数 ÷ 延期后期限到期数',
    target: null,
  },
  'worker-satisfaction': {
    version: 1,
    zh: '办理满意数 ÷ 有效评价数。按回访日计入，每件取最后一次有效评价；未接通、拒绝回访、未评价不计，另列，不作满意。',
    en: 'Satisfied with the handling ÷ valid ratings, by day of the call-back, the last valid one of each ticket. Not reached, refused and not rated are left out and shown apart; silence is never satisfied.',
    formula: '办理满意数 ÷ 有效评价数',
    target: 90,
  },
  'agent-satisfaction': {
    version: 1,
    zh: '话务满意数 ÷ 有效评价数。来电按通话时间、回访按回访时间计入，记在接听单位；与职工满意度不合并。',
    en: 'Satisfied with the call ÷ valid ratings, by time of the call or call-back, at the call centre. Never mixed with the satisfaction with the handling.',
    formula: '话务满意数 ÷ 有效评价数',
    target: null,
  },
};
