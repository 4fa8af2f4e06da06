import type { Refusal } from '@hotline/kernel';
import type { Language } from './say.js';

type Words = Readonly<Record<string, Record<Language, string>>>;

/** What is wrong with a field, by the `problem` of the refusal's facts. */
const PROBLEMS: Words = {
  past: { 'zh-CN': '时间已过，请选择将来的时间', en: 'This time has passed; choose a later one' },
  'in-the-past': { 'zh-CN': '不能早于今天', en: 'No earlier than today' },
  'in-the-future': { 'zh-CN': '不能晚于现在', en: 'No later than now' },
  'watch-over': {
    'zh-CN': '这个班已经值完，记录不再改动',
    en: 'This watch is over; its record no longer changes',
  },
  'not-now': { 'zh-CN': '不是刚刚发生的时间', en: 'Not a time just now' },
  'before-the-start': { 'zh-CN': '早于开始时间', en: 'Before the start' },
  'before-the-ticket': { 'zh-CN': '早于工单受理时间', en: 'Before the ticket was opened' },
  'beyond-promise': { 'zh-CN': '不能晚于对职工的承诺期限', en: 'No later than the promise to the worker' },
  'too-long': { 'zh-CN': '区间太长，最多 {most} 天', en: 'Too long: at most {most} days' },
  'not-a-day': { 'zh-CN': '不是日期', en: 'Not a date' },
  'not-a-time': { 'zh-CN': '不是时间', en: 'Not a time' },
  'not-a-number': { 'zh-CN': '不是有效的号码', en: 'Not a valid number' },
  leads: { 'zh-CN': '该单位是主办单位，不能同时协办', en: 'This unit leads; it cannot support as well' },
  'took-the-case': { 'zh-CN': '该单位已接手本件，不能回避', en: 'This unit has taken the case over' },
  'nobody-above': { 'zh-CN': '没有可以接手的上级单位', en: 'No superior can take the case over' },
  'of-kind': {
    'zh-CN': '与线路的类型不符：交换机要填地址，推送要选厂商。',
    en: 'does not fit the kind of line: a switchboard has an address, a webhook a vendor.',
  },
  'short-secret': {
    'zh-CN': '推送的密钥至少 24 个字符。',
    en: 'is too short: the secret of a webhook has 24 characters or more.',
  },
  'secret-anew': {
    'zh-CN': '地址、端口或账号改了，请重新填写口令：已保存的口令只发往原来的线路',
    en: 'Another address, port or account: give the secret again, the stored one only ever goes to its own line',
  },
  'used-twice': { 'zh-CN': '重复', en: 'Named twice' },
  'unknown-calendar': { 'zh-CN': '没有这个日历', en: 'No such calendar' },
  'calendar-of-another-unit': { 'zh-CN': '该日历属于其他单位', en: 'The calendar of another unit' },
};
const MOST: Record<Language, string> = { 'zh-CN': '最多 {most}', en: 'At most {most}' };

/** One sentence for a field that a rule refuses; null when the rule says no more than that it is wrong. */
export function inputMessage({ facts = {} }: Pick<Refusal, 'facts'>, language: Language): string | null {
  const { problem, most } = facts;
  const known = typeof problem === 'string' ? PROBLEMS[problem]?.[language] : undefined;
  const words = known ?? (most === undefined ? null : MOST[language]);
  return words?.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole)) ?? null;
}
