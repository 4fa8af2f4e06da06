/** What refusals about calendars, limits and the catalogue say, and the words of every fault a row can have. */
export const RULE_MESSAGES = {
  'catalogue-broken': {
    'zh-CN': { title: '派单目录有误', detail: '请修正指出的规则后再发布。' },
    en: { title: 'Catalogue broken', detail: 'Correct the named rule, then publish.' },
  },
  'calendar-broken': {
    'zh-CN': { title: '日历有误，未发布', detail: '请修正指出的各行后再发布；草稿已保存。' },
    en: { title: 'Calendar broken', detail: 'Correct the named rows, then publish; the draft is kept.' },
  },
  'limits-broken': {
    'zh-CN': { title: '时限表有误，未发布', detail: '请修正指出的各行后再发布；草稿已保存。' },
    en: { title: 'Limits broken', detail: 'Correct the named rows, then publish; the draft is kept.' },
  },
  'dry-run-required': {
    'zh-CN': {
      title: '还没有试运行',
      detail: '请先对这一版草案做一次全国范围的试运行，或写明理由后直接发布。',
    },
    en: {
      title: 'Not tried yet',
      detail: 'Let a dry run of this draft over the whole country finish, or say why there is none.',
    },
  },
} as const;

/** `{name}` is filled from the facts of the fault. */
export const FAULT_MESSAGES: Readonly<Record<string, { 'zh-CN': string; en: string }>> = {
  empty: { 'zh-CN': '必填', en: 'is required' },
  'not-a-time': { 'zh-CN': '不是 24 小时制的时间，如 08:30', en: 'is no time of day such as 08:30' },
  'empty-slot': { 'zh-CN': '结束时间应晚于开始时间', en: 'must end after it begins' },
  'overlap-or-disorder': { 'zh-CN': '与上一时段重叠或次序颠倒', en: 'overlaps the slot before it' },
  'not-a-date': { 'zh-CN': '没有这一天', en: 'is not a date' },
  'date-twice': { 'zh-CN': '与第 {row} 行日期重复', en: 'has the date of row {row}' },
  'outside-known-years': {
    'zh-CN': '{year} 年不在已公布的年份内',
    en: '{year} is not one of the known years',
  },
  'unknown-kind': { 'zh-CN': '只能是休息或上班', en: 'must be off or workday' },
  'workday-without-slots': { 'zh-CN': '上班日缺少时段', en: 'a workday needs slots' },
  'off-with-slots': { 'zh-CN': '休息日不能有时段', en: 'a day off has no slots' },
  'no-working-time': { 'zh-CN': '一周内没有工作时间', en: 'the week has no working time' },
  'not-a-year': { 'zh-CN': '年份不对', en: 'is not a year' },
  'unknown-base': { 'zh-CN': '没有这个基础日历', en: 'there is no such base calendar' },
  'base-in-a-circle': {
    'zh-CN': '基础日历不能又以本日历为基础',
    en: 'the base stands on this calendar itself',
  },
  'base-does-not-know': {
    'zh-CN': '基础日历只公布了 {from}–{to} 年',
    en: 'the base knows {from}–{to} only',
  },
  'year-taken-back': {
    'zh-CN': '{year} 年已公布，不能收回',
    en: '{year} is published and cannot be taken back',
  },
  'year-without-holidays': {
    'zh-CN': '{year} 年没有一个放假日，安排未录入',
    en: '{year} has no holiday yet',
  },
  'unknown-code': { 'zh-CN': '不是当前词表中的代码', en: 'is not a code in force' },
  'id-missing-or-used-twice': { 'zh-CN': '行号缺失或重复', en: 'the id is missing or used twice' },
  'row-twice': { 'zh-CN': '与第 {line} 行条件相同', en: 'has the conditions of row {line}' },
  gap: { 'zh-CN': '缺少“{row}”的时限', en: 'there is no limit for {row}' },
  'unknown-unit': { 'zh-CN': '没有这个单位', en: 'is not a unit' },
  'not-a-positive-whole-number': { 'zh-CN': '应为正整数', en: 'must be a positive whole number' },
  'not-a-day': { 'zh-CN': '没有这一天', en: 'is no day of the calendar' },
  'too-early': { 'zh-CN': '日期过早，请核对', en: 'is too long ago; check it' },
  'in-the-future': { 'zh-CN': '不能晚于今天', en: 'cannot lie in the future' },
  'too-far-ahead': { 'zh-CN': '不能晚于一年以后', en: 'cannot lie more than a year ahead' },
  before: { 'zh-CN': '早于前一环节的日期', en: 'comes before what it follows from' },
  overlaps: { 'zh-CN': '与另一段中止重叠', en: 'overlaps another suspension' },
  'extension-only': { 'zh-CN': '只在延期时填写延长天数', en: 'belongs to an extension, which needs it' },
  'thirty-at-most': { 'zh-CN': '延长不超过 30 日', en: 'is thirty days at most' },
  'needs-approval': { 'zh-CN': '须经本单位负责人批准', en: 'needs the approval of the head of the unit' },
  'end-only': { 'zh-CN': '终结时须选择原因', en: 'belongs to an end, which needs it' },
  'not-a-count': { 'zh-CN': '应为 0 或正整数', en: 'must be 0 or a whole number' },
};
