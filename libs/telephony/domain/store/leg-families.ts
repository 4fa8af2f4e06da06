import { type EventDraft } from '../call-event/call-event.js';

/** Families that are folded apart from all calls. */
export const FEED = 'feed';
/** Kept on record and folded with nothing: device states, events of no call and no agent. */
export const LOOSE = 'loose';
const AGENT = 'agent:';

const AGENT_TYPES = new Set<EventDraft['type']>([
  'agent_signed_in',
  'agent_signed_out',
  'agent_paused',
  'agent_resumed',
]);

export const isCall = (family: string): boolean =>
  family !== FEED && family !== LOOSE && !family.startsWith(AGENT);
export const agentFamily = (agent: string): string => `${AGENT}${agent}`;

export function legsOf({ callId, callerLegId, legId, otherLegIds }: EventDraft): string[] {
  const legs: string[] = [];
  if (callId !== null) legs.push(callId);
  if (callerLegId !== null && callerLegId !== callId) legs.push(callerLegId);
  if (legId !== null && legId !== callId && legId !== callerLegId) legs.push(legId);
  for (const other of otherLegIds) legs.push(other);
  return legs;
}

/** @returns the family of an event that names no leg */
export function ofNoCall(event: EventDraft): string {
  if (event.type === 'feed_gap' || event.type === 'feed_resynced') return FEED;
  return AGENT_TYPES.has(event.type) && event.agent !== null ? agentFamily(event.agent) : LOOSE;
}

/** Which legs belong together because some event named them together: the call, with its consultations and transfers. */
export class LegFamilies {
  private readonly of = new Map<string, string>();
  private readonly members = new Map<string, Set<string>>();

  get(leg: string): string | undefined {
    return this.of.get(leg);
  }

  legs(family: string): Iterable<string> {
    return this.members.get(family) ?? [];
  }

  /** @returns the family of these legs, and those that turn out to be part of it */
  join(legs: readonly string[]): { family: string; merged: readonly string[] } {
    const [first = ''] = legs;
    const own = this.of.get(first);
    if (own !== undefined && legs.every((leg) => this.of.get(leg) === own))
      return { family: own, merged: [] };
    const known = new Set<string>();
    for (const leg of legs) {
      const family = this.of.get(leg);
      if (family !== undefined) known.add(family);
    }
    const [family = legs[0] ?? LOOSE, ...merged] = known;
    for (const leg of legs) this.enter(leg, family);
    for (const other of merged) for (const leg of this.members.get(other) ?? []) this.enter(leg, family);
    for (const other of merged) this.members.delete(other);
    return { family, merged };
  }

  enter(leg: string, family: string): void {
    this.of.set(leg, family);
    const legs = this.members.get(family) ?? new Set<string>();
    legs.add(leg);
    this.members.set(family, legs);
  }

  forget(family: string): void {
    for (const leg of this.members.get(family) ?? []) if (this.of.get(leg) === family) this.of.delete(leg);
    this.members.delete(family);
  }
}
