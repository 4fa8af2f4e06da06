import type { RefusalFault } from '@hotline/kernel';
import type { Language } from './messages.js';
import { FAULT_MESSAGES } from './rule-messages.js';

const FIELD_MESSAGES: Readonly<Record<string, Record<Language, string>>> = {
  whitelistValidation: { 'zh-CN': '接口没有这个字段，请去掉', en: 'not a field of this call; remove it' },
  isDefined: { 'zh-CN': '必填', en: 'is required' },
  isNotEmpty: { 'zh-CN': '必填', en: 'is required' },
  minLength: { 'zh-CN': '内容太短', en: 'is too short' },
  maxLength: { 'zh-CN': '内容太长', en: 'is too long' },
  isCleanText: { 'zh-CN': '含有无法保存的字符', en: 'holds characters that cannot be stored' },
  isIn: { 'zh-CN': '不是允许的取值', en: 'is not one of the allowed values' },
  isUuid: { 'zh-CN': '应为 UUID', en: 'must be a UUID' },
  isInt: { 'zh-CN': '应为整数', en: 'must be a whole number' },
  isISO8601: { 'zh-CN': '应为 ISO 8601 时间', en: 'must be an ISO 8601 time' },
  matches: { 'zh-CN': '格式不对', en: 'has the wrong form' },
};

/** One sentence for one failed check of one field. */
export function fieldMessage(check: string, fallback: string, language: Language): string {
  return FIELD_MESSAGES[check]?.[language] ?? (language === 'en' ? fallback : '取值不符合要求');
}

/** One sentence for one wrong row; names in braces are filled from the facts of the fault. */
export function faultMessage({ code, facts = {} }: RefusalFault, language: Language): string {
  const words = FAULT_MESSAGES[code]?.[language] ?? fieldMessage(code, code, language);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
