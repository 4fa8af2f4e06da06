import type { Tree, Unit } from '@hotline/organization';
import type { Explanation } from '@hotline/ticket';
import { type Catalogue, type RouteQuestion } from './catalogue.js';
import { CHAIN_OF_INDUSTRY, decideRoute, type RouteDecision } from './route.js';

/** 产业优先 / 属地优先 / 双派 */
export const CHAIN_MODES = ['industrial-first', 'territorial-first', 'dual'] as const;
export type ChainMode = (typeof CHAIN_MODES)[number];
export const CHAIN_LEADS = ['industrial', 'territorial'] as const;
export type ChainLead = (typeof CHAIN_LEADS)[number];

/** Who leads in an industry from a day on; the newest setting whose day has come is in force. */
export interface ChainSetting {
  readonly industry: string;
  readonly mode: ChainMode;
  /** Of `dual`: who leads; the other supports. */
  readonly dualLead: ChainLead | null;
  /** The industrial union, where it is not the chain that belongs to the industry. */
  readonly unitId: string | null;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly effectiveFrom: string;
}

export interface Receivers {
  readonly lead: RouteDecision;
  /** Who supports by the setting, with the sentence that says so. */
  readonly support: readonly { readonly unit: Unit; readonly explanation: Explanation }[];
}

const MODE_WORDS: Readonly<Record<ChainMode, string>> = {
  'industrial-first': '产业优先',
  'territorial-first': '属地优先',
  dual: '双派',
};

/** The industry whose setting speaks of this case: the one named, or the platform economy by its field or tag. */
export function industryOf({ industry, field, tags }: RouteQuestion): string | null {
  if (field === 'new-forms' || tags?.includes('platform')) return 'platform';
  return industry ?? null;
}

/** Settings in the order they were made; a later one of the same day replaces the earlier. */
export function settingFor<S extends ChainSetting>(
  settings: readonly S[],
  industry: string | null,
  day: string,
): S | undefined {
  return settings
    .filter((one) => one.industry === industry && one.effectiveFrom <= day)
    .reduce<S | undefined>(
      (newest, one) => (newest && newest.effectiveFrom > one.effectiveFrom ? newest : one),
      undefined,
    );
}

/** The industrial union of an industry; a closed one too, so that a dispatch that cannot reach it is seen to fail. */
export function chainUnit(tree: Tree, industry: string, setting?: ChainSetting): Unit | undefined {
  return setting?.unitId ? tree.find(setting.unitId) : tree.withCode(CHAIN_OF_INDUSTRY[industry] ?? '');
}

/**
 * Lead and support of a case: the catalogue's answer, bent by the setting of its industry. Without a setting, or without
 * an industrial union to send to, the catalogue alone decides.
 */
export function decideReceivers(
  question: RouteQuestion,
  catalogue: Catalogue,
  settings: readonly ChainSetting[],
  day: string,
  tree: Tree,
): Receivers {
  const industry = industryOf(question);
  const setting = settingFor(settings, industry, day);
  const chain = setting && chainUnit(tree, setting.industry, setting);
  if (!setting || !chain) return { lead: decideRoute(question, catalogue, tree), support: [] };
  const territorial = decideRoute(question, territorialOnly(catalogue), tree);
  const words = `${MODE_WORDS[setting.mode]}（${setting.effectiveFrom} 起）`;
  if (setting.mode === 'territorial-first') return { lead: because(territorial, words), support: [] };
  const industrial: RouteDecision = {
    clear: true,
    target: chain,
    explanation: { text: `${words} → ${chain.name}`, catalogueVersion: catalogue.version, rule: null },
  };
  if (setting.mode === 'industrial-first') return { lead: industrial, support: [] };
  return setting.dualLead === 'industrial'
    ? { lead: industrial, support: supportOf(territorial, words) }
    : { lead: because(territorial, words), support: supportOf(industrial, words) };
}

const territorialOnly = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  rules: catalogue.rules.filter((rule) => rule.chain !== 'industrial'),
});

function because(decision: RouteDecision, words: string): RouteDecision {
  return {
    ...decision,
    explanation: { ...decision.explanation, text: `${decision.explanation.text}；${words}` },
  };
}

function supportOf(decision: RouteDecision, words: string): Receivers['support'] {
  if (!decision.clear) return [];
  const text = `${words}，协办 → ${decision.target.name}`;
  return [{ unit: decision.target, explanation: { ...decision.explanation, text } }];
}

/** With both sent to: who supports when a dispatcher lets this unit lead. */
export function partnersOf(lead: Unit, { lead: decided, support }: Receivers): Receivers['support'] {
  const other = support[0];
  if (!other) return [];
  if (lead.id !== other.unit.id)
    return lead.kind === 'territorial' && other.unit.kind === 'territorial' ? [] : [other];
  return decided.clear ? [{ unit: decided.target, explanation: other.explanation }] : [];
}
