import type { Tree, Unit } from '@hotline/organization';
import type { Explanation, QueueReason } from '@hotline/ticket';
import {
  type Catalogue,
  type CatalogueRule,
  DRAFT_VERSION,
  matches,
  type PlaceKey,
  type RouteQuestion,
} from './catalogue.js';

export type RouteDecision =
  | { readonly clear: true; readonly target: Unit; readonly explanation: Explanation }
  | { readonly clear: false; readonly reason: QueueReason; readonly explanation: Explanation };

const PLACE_NAMES: Readonly<Record<PlaceKey, string>> = {
  workplace: '工作地',
  employerSeat: '单位所在地',
  caller: '来电地',
  insurance: '参保地',
};

const DEPTH: Readonly<Record<CatalogueRule['level'], number>> = {
  national: 1,
  province: 2,
  city: 3,
  county: 4,
};

/** Industry codes whose workers belong to an industrial chain, and the chain's unit code. */
export const CHAIN_OF_INDUSTRY: Readonly<Record<string, string>> = {
  railway: 'i1',
  aviation: 'i2',
  finance: 'i3',
  'central-organs': 'i4',
};

/** The territorial union a place points at, not deeper than the rule allows. */
export function unitOfPlace(tree: Tree, code: string, level: CatalogueRule['level']): Unit | undefined {
  const unit = tree.ofRegion(code);
  if (!unit) return undefined;
  const chain = [...tree.ancestors(unit.id), unit];
  return chain[Math.min(DEPTH[level], chain.length) - 1];
}

interface Answer {
  readonly rule: CatalogueRule;
  readonly target: Unit;
  readonly basis: string;
}

function answer(rule: CatalogueRule, question: RouteQuestion, tree: Tree): Answer | null {
  if (rule.chain === 'industrial') {
    const target = tree.withCode(CHAIN_OF_INDUSTRY[question.industry ?? ''] ?? '');
    return target ? { rule, target, basis: target.shortName } : null;
  }
  if (rule.chain === 'unit') {
    const target = tree.find(rule.unitId ?? '');
    return target?.active ? { rule, target, basis: '指定单位' } : null;
  }
  // A guess tells where the number was issued, not where the caller works: only a confirmed place decides.
  for (const key of rule.routeBy) {
    const place = question.places[key];
    const target = place.code && !place.guessed ? unitOfPlace(tree, place.code, rule.level) : undefined;
    if (target?.active) return { rule, target, basis: `${PLACE_NAMES[key]} ${place.code}` };
  }
  return null;
}

/**
 * Finds the one unit a ticket belongs to, with the sentence that explains it: 「派单目录 v1 第 12 条：工作地 440305 ·
 * 劳动报酬 → 南山区总工会」. Anything short of one answer is left to a dispatcher, with the reason.
 */
export function decideRoute(question: RouteQuestion, catalogue: Catalogue, tree: Tree): RouteDecision {
  const fitting = catalogue.rules.filter((rule) => matches(rule, question)).sort((a, b) => a.rank - b.rank);
  const unclear = (reason: QueueReason, text: string, rule: number | null = null): RouteDecision => ({
    clear: false,
    reason,
    explanation: { text, catalogueVersion: catalogue.version, rule },
  });
  const name = catalogueName(catalogue.version);
  if (fitting.length === 0) return unclear('no-rule', `${name}没有适用的规则`);
  for (const rank of new Set(fitting.map((rule) => rule.rank))) {
    const answers = fitting
      .filter((rule) => rule.rank === rank)
      .map((rule) => answer(rule, question, tree))
      .filter((one) => one !== null);
    const first = answers[0];
    if (!first) continue;
    if (answers.some((one) => one.target.id !== first.target.id)) {
      const numbers = answers.map((one) => `第 ${one.rule.no} 条`).join('与');
      return unclear('rules-conflict', `规则冲突：${numbers}指向不同单位`, first.rule.no);
    }
    return { clear: true, target: first.target, explanation: explain(first, catalogue.version) };
  }
  // The check before publishing refuses a closed unit; this one was closed afterwards.
  const closed = fitting.every((rule) => rule.chain === 'unit') ? fitting[0] : undefined;
  if (closed) return unclear('no-rule', `${name}第 ${closed.no} 条指定的单位已停用`, closed.no);
  return unclear('place-unknown', '工作地不明：没有经确认的地点', fitting[0]?.no ?? null);
}

const catalogueName = (version: number): string =>
  version === DRAFT_VERSION ? '派单目录草案 ' : `派单目录 v${version} `;

function explain({ rule, target, basis }: Answer, version: number): Explanation {
  return {
    text: `${catalogueName(version)}第 ${rule.no} 条：${basis} · ${rule.name} → ${target.name}`,
    catalogueVersion: version,
    rule: rule.no,
  };
}
