import type { Confidentiality, Difficulty, Urgency } from './facts.js';
import { FIELDS } from './fields.js';
import { hasCode, terms, type Term } from './terms.js';

/** 诉求类型: what the worker wants of the union. */
export const KINDS = terms([
  ['consult', '咨询', 'Question'],
  ['help', '服务帮扶', 'Service and help'],
  ['complaint', '信访投诉', 'Complaint'],
  ['legal-aid', '法律援助', 'Legal aid'],
  ['suggestion', '意见建议', 'Suggestion'],
  ['praise', '表扬', 'Praise'],
  ['invalid', '无效', 'Invalid'],
]);
export type Kind = (typeof KINDS)[number]['code'];

export const TAGS = terms([
  ['group', '群体', 'Group'],
  ['migrant', '农民工', 'Migrant worker'],
  ['construction', '建筑', 'Construction'],
  ['platform', '平台用工', 'Platform work'],
  ['agency', '劳务派遣', 'Agency work'],
  ['over-age', '超龄劳动者', 'Beyond retirement age'],
  ['student', '实习生', 'Intern'],
  ['disabled', '残疾职工', 'Disabled worker'],
  ['minor', '未成年人', 'Minor'],
  ['repeat', '重复诉求', 'Repeated'],
  ['petition', '信访件', 'Petition'],
  ['risk-self-harm', '轻生风险', 'Risk of self-harm'],
  ['risk-group', '聚集风险', 'Risk of a gathering'],
  ['risk-violence', '暴力风险', 'Risk of violence'],
  ['risk-media', '舆情风险', 'Risk of publicity'],
  ['risk-safety', '安全事故风险', 'Risk of an accident'],
]);
export type Tag = (typeof TAGS)[number]['code'];

/** Picks the time limit. */
export const DIFFICULTIES: readonly Term<Difficulty>[] = terms([
  ['general', '一般', 'General'],
  ['difficult', '难点', 'Difficult'],
  ['complex', '特别复杂', 'Complex'],
]);

export const URGENCIES: readonly Term<Urgency>[] = terms([
  ['general', '一般', 'General'],
  ['urgent', '紧急', 'Urgent'],
]);

export const CONFIDENTIALITIES: readonly Term<Confidentiality>[] = terms([
  ['open', '不保密', 'Open'],
  ['employer-blind', '对单位保密', 'Hidden from the employer'],
  ['anonymous', '匿名', 'Anonymous'],
]);

/** The first four have a chain of industrial unions of their own. */
export const INDUSTRIES = terms([
  ['railway', '铁路', 'Railway'],
  ['aviation', '民航', 'Civil aviation'],
  ['finance', '金融', 'Finance'],
  ['central-organs', '中央和国家机关', 'Central organs'],
  ['platform', '平台经济', 'Platform economy'],
  ['construction', '建筑业', 'Construction'],
  ['manufacturing', '制造业', 'Manufacturing'],
  ['mining', '采矿业', 'Mining'],
  ['transport', '交通运输与快递物流', 'Transport and delivery'],
  ['services', '居民服务与住宿餐饮', 'Services, lodging, catering'],
  ['retail', '批发零售', 'Trade'],
  ['information', '信息技术', 'Information technology'],
  ['education-health', '教育卫生', 'Education and health'],
  ['agriculture', '农林牧渔', 'Farming, forestry, fishing'],
  ['general', '其他行业', 'Other industries'],
]);
export type Industry = (typeof INDUSTRIES)[number]['code'];

export const CHANNELS = terms([
  ['call', '电话', 'Call'],
  ['web', '网页', 'Web'],
  ['app', '移动端', 'App'],
  ['letter', '来信', 'Letter'],
  ['station', '职工驿站', 'Station'],
  ['petition', '信访转办', 'Petition system'],
]);
export type Channel = (typeof CHANNELS)[number]['code'];

export interface CategoryCodes {
  readonly kind?: string | undefined;
  readonly field?: string | undefined;
  readonly item?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly industry?: string | undefined;
}

/** Dotted path of the first code the words do not know (`tags.1`), null when all are known. An item needs its field. */
export function unknownCategory({ kind, field, item, tags = [], industry }: CategoryCodes): string | null {
  if (kind !== undefined && !hasCode(KINDS, kind)) return 'kind';
  const group = FIELDS.find(({ code }) => code === field);
  if (field !== undefined && !group) return 'field';
  const items: readonly Term[] = group?.items ?? [];
  if (item !== undefined && !hasCode(items, item)) return 'item';
  const wrongTag = tags.findIndex((tag) => !hasCode(TAGS, tag));
  if (wrongTag >= 0) return `tags.${wrongTag}`;
  return industry !== undefined && !hasCode(INDUSTRIES, industry) ? 'industry' : null;
}
