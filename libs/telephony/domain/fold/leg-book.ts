import { type CallEvent, type CallEventType, type Sign } from '../call-event/call-event.js';

export const isPrecise = (event: Pick<CallEvent, 'precision'>): boolean =>
  event.precision === 'exact' || event.precision === 'received';

/** Span of time in microseconds, both ends included. */
export interface Span {
  fromUs: number;
  toUs: number;
}

export const ALWAYS: Span = { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER };
export const within = (us: number, span: Span): boolean => us >= span.fromUs && us <= span.toUs;

/** A transfer concerns all its legs; who enters a bridge in another's place, that one too; half a channel its other half. */
const NAMES_OTHERS = new Set<string>(['transferred', 'bridge_entered', 'local_joined'] satisfies (
  CallEventType | Sign
)[]);

/** Everything that was seen on each leg of one source, in order of time. */
export class LegBook {
  private readonly sources = new Map<string, Map<string, CallEvent[]>>();

  /** @param events sorted by time */
  constructor(events: readonly CallEvent[]) {
    for (const event of events) if (event.feed !== 'queue_log') this.enter(event);
  }

  private enter(event: CallEvent): void {
    const { legId, callerLegId } = event;
    if (legId !== null) this.add(legId, event);
    const others = NAMES_OTHERS.has(event.sign ?? event.type) ? new Set(event.otherLegIds) : [callerLegId];
    for (const leg of others) if (leg !== null && leg !== legId) this.add(leg, event);
  }

  private add(leg: string, event: CallEvent): void {
    let legs = this.sources.get(event.source);
    if (!legs) this.sources.set(event.source, (legs = new Map<string, CallEvent[]>()));
    const events = legs.get(leg);
    if (events) events.push(event);
    else legs.set(leg, [event]);
  }

  all(source: string, legId: string | null): readonly CallEvent[] {
    return (legId !== null && this.sources.get(source)?.get(legId)) || [];
  }

  /** @returns moments of that kind on the leg itself, with a real clock, inside the span */
  find(source: string, legId: string | null, kind: Sign | CallEventType, span: Span = ALWAYS): CallEvent[] {
    return this.all(source, legId).filter(
      (event) =>
        (event.type === 'observed' ? event.sign === kind : event.type === kind) &&
        (event.legId === legId || event.otherLegIds.includes(legId ?? '')) &&
        isPrecise(event) &&
        within(event.occurredUs, span),
    );
  }

  /** @returns the last time anything was seen of the leg, 0 when never */
  lastSeenUs(source: string, legId: string | null): number {
    return this.all(source, legId).reduce((last, event) => Math.max(last, event.occurredUs), 0);
  }

  /** @returns legs that this one dialled */
  dialledBy(source: string, legId: string): string[] {
    const found = new Set<string>();
    for (const events of this.sources.get(source)?.values() ?? [])
      for (const event of events)
        if (event.sign === 'dial_begun' && event.legId !== null && event.otherLegIds.includes(legId))
          found.add(event.legId);
    return [...found];
  }

  /** @returns every leg seen, as (source, leg, its events) */
  *legs(): Generator<[source: string, legId: string, events: readonly CallEvent[]]> {
    for (const [source, legs] of this.sources)
      for (const [legId, events] of legs) yield [source, legId, events];
  }
}
