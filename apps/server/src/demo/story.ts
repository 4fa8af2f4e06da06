import type { FieldCode, Industry, Kind, Tag } from '@hotline/ticket';
import { employerName } from './employers.js';
import { between, chance, pick, weighted, type Random } from './random.js';
import { fill, slotsFor, type Slots } from './slots.js';
import { STORIES } from './stories/all.js';
import type { Template } from './template.js';
import * as voices from './voices.js';

/** Where it happens, as the gazetteer names it: 广东省深圳市南山区 and 广东 深圳 南山区. */
export interface StoryPlace {
  readonly fullName: string;
  readonly shortName: string;
}

export interface Story {
  readonly title: string;
  readonly text: string;
  /** What answers it at once, for contacts closed on the line. */
  readonly answer: string;
  readonly item: string;
  readonly industry: Industry;
  /** Null when nobody's employer is concerned: praise, suggestion, invalid, matters outside work. */
  readonly employer: string | null;
  readonly people: number | null;
  readonly tags: readonly Tag[];
}

const INDUSTRY_SHARES: Partial<Record<Industry, number>> = {
  manufacturing: 34,
  construction: 16,
  services: 18,
  transport: 11,
  retail: 8,
  information: 6,
  'education-health': 5,
  mining: 2,
};

/** A believable matter told by nobody in particular. `day` (`YYYY-MM-DD`) is the day of the contact. */
export function story(
  random: Random,
  field: FieldCode,
  kind: Kind,
  place: StoryPlace,
  day = '2026-03-16',
): Story {
  const template = pick(random, STORIES[field]);
  const industry = industryOf(random, template);
  const people = template.people ? between(random, ...template.people) : 1;
  const slots = slotsFor(random, { day, industry, people, place: localName(place) });
  const about = { item: template.item, industry };
  if (kind === 'suggestion' || kind === 'praise' || kind === 'invalid') {
    const answer = voices.THANKS[kind];
    return {
      ...about,
      ...wordsAlone(random, field, kind, slots),
      answer,
      employer: null,
      people: null,
      tags: [],
    };
  }
  const shown = kind === 'consult' ? 1 : people;
  return {
    ...about,
    ...(kind === 'consult' ? asked(random, template, slots) : told(random, field, template, kind, slots)),
    answer: fill(template.answer, slots),
    employer: template.privately ? null : employerName(random, seatOf(place), industry),
    people: shown,
    tags: tagsOf(random, template, industry, shown),
  };
}

/** Companies carry the name of their city: 深圳 for 南山区, 北京 for 朝阳区, 济源, 个旧 rather than 红河州. */
function seatOf({ shortName }: StoryPlace): string {
  const parts = shortName.split(' ');
  const last = parts.at(-1) ?? '';
  const above = parts.at(-2);
  const city = above && !above.endsWith('州') && (parts.length > 2 || last.endsWith('区')) ? above : last;
  return city.length > 2 ? city.replace(/[区县市旗州]$/, '') : city;
}

/** 深圳市南山区: the province is known to everybody who reads it. */
const localName = (place: StoryPlace): string => place.fullName.replace(/^.+?(?:省|自治区)(?=.)/, '');

function industryOf(random: Random, template: Template): Industry {
  return template.industries
    ? pick(random, template.industries)
    : weighted(random, INDUSTRY_SHARES as Record<Industry, number>);
}

const SITUATIONS = ['在{place}做{post}', '{since}起做{post}', '在{place}上班，工龄 {years} 年'];

/** A question needs the situation in a line, not the whole story. */
function asked(random: Random, { question }: Template, slots: Slots): Pick<Story, 'title' | 'text'> {
  const text = fill(`来电人${pick(random, SITUATIONS)}，咨询：${question}`, slots);
  return { title: fill(question, slots).replace(/[？，].*$/, ''), text };
}

function told(
  random: Random,
  field: FieldCode,
  template: Template,
  kind: Kind,
  slots: Slots,
): Pick<Story, 'title' | 'text'> {
  const request = kind === 'legal-aid' && template.item !== 'papers' ? '申请工会法律援助，' : '';
  const lines = [`${pick(random, voices.OPENINGS)}：${template.facts}`, `诉求：${request}${template.wish}`];
  const advice = voices.DISPUTE_FIELDS.has(field)
    ? [...voices.TOLD, ...voices.TOLD_IN_DISPUTES]
    : voices.TOLD;
  if (chance(random, 0.5)) lines.push(`已告知：${pick(random, advice)}`);
  return { title: fill(template.title, slots), text: fill(lines.join('\n'), slots) };
}

function wordsAlone(
  random: Random,
  field: FieldCode,
  kind: 'suggestion' | 'praise' | 'invalid',
  slots: Slots,
): Pick<Story, 'title' | 'text'> {
  if (kind === 'suggestion') {
    const text = pick(random, voices.SUGGESTIONS[field]);
    return { title: text.replace(/[，。].*$/, ''), text: fill(`来电人在{place}工作，${text}`, slots) };
  }
  if (kind === 'praise') return { title: '表扬与感谢', text: fill(pick(random, voices.PRAISES), slots) };
  return { title: '无效来电', text: pick(random, voices.INVALIDS) };
}

/** A group is five or more (信访 practice); home-grown workers are fewer on building sites and assembly lines. */
function tagsOf(random: Random, template: Template, industry: Industry, people: number): Tag[] {
  const tags = new Set<Tag>((template.tags ?? []).filter((tag) => tag !== 'group' && tag !== 'risk-group'));
  if (people >= 5) for (const tag of template.tags ?? []) tags.add(tag);
  const migrantShare = industry === 'construction' ? 0.6 : industry === 'manufacturing' ? 0.2 : 0;
  if (chance(random, migrantShare)) tags.add('migrant');
  return [...tags];
}
