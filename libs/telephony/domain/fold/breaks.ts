import { type CallEvent } from '../call-event/call-event.js';
import { coarse, exact, first } from './evidence.js';
import { type Moment } from './rows.js';

/** A stretch in which the agent was paused for one reason. */
export interface Break {
  reason: string;
  from: Moment;
  toUs: number | null;
}

interface Change {
  on: boolean;
  reason: string;
  at: Moment;
  /** orders changes where one side has whole seconds only */
  sortUs: number;
  twin: boolean;
  snapshot: boolean;
}

const SECOND = 1_000_000;

/**
 * Breaks of one agent. The PBX tells a pause once for each of his queues and the log tells it again, so changes of the
 * same kind within a second are one. Reasons stack: when `acw` runs out and the break that ran before comes back, the
 * feeds show a second pause with the same reason: one break, not two. A break ends with the resume.
 */
export function breaksOf(events: readonly CallEvent[]): { breaks: Break[]; counts: Map<string, number> } {
  const breaks: Break[] = [];
  const counts = new Map<string, number>();
  const since = new Set<string>();
  for (const change of changesOf(events)) {
    const running = breaks.at(-1)?.toUs === null ? breaks.at(-1) : undefined;
    if (change.on && running?.reason === change.reason) continue;
    if (running) running.toUs = change.at.us;
    if (!change.on) since.clear();
    else {
      breaks.push({ reason: change.reason, from: change.at, toUs: null });
      // A list answer shows a break that runs, it is no event of its own: the break may have begun before we listened.
      if (!since.has(change.reason) && !change.snapshot)
        counts.set(change.reason, (counts.get(change.reason) ?? 0) + 1);
      since.add(change.reason);
    }
  }
  return { breaks, counts };
}

function changesOf(events: readonly CallEvent[]): Change[] {
  const live = merged(events.filter((event) => event.feed !== 'queue_log'));
  const changes = [...live];
  for (const change of merged(events.filter((event) => event.feed === 'queue_log'))) {
    const twin = changes.find((other) => !other.snapshot && matches(other, change));
    if (twin) twin.twin = true;
    else changes.push(change);
  }
  return changes.sort((a, b) => a.sortUs - b.sortUs);
}

const changeOf = (event: CallEvent): Change => {
  const at = first(exact(event), coarse(event)) ?? { us: event.occurredUs, known: 'second' as const };
  const half = event.feed === 'queue_log' ? SECOND / 2 : 0;
  return {
    on: event.type === 'agent_paused',
    reason: event.type === 'agent_paused' ? (event.rawReason ?? '') : '',
    at,
    sortUs: at.us + half,
    twin: false,
    snapshot: event.feed === 'snapshot',
  };
};

/** Once for each queue of the agent: the same change within a second is one. */
function merged(events: readonly CallEvent[]): Change[] {
  const changes: Change[] = [];
  for (const event of events) {
    const change = changeOf(event);
    const last = changes.at(-1);
    const again = last && last.on === change.on && last.reason === change.reason;
    if (!again || change.sortUs - last.sortUs > SECOND) changes.push(change);
  }
  return changes;
}

function matches(live: Change, line: Change): boolean {
  if (live.on !== line.on || live.reason !== line.reason) return false;
  if (live.at.known === 'order') return !live.twin;
  const lag = live.at.us - line.at.us;
  return lag >= -SECOND / 2 && lag <= 1.5 * SECOND;
}
