import { type CallEvent, type CallEventType } from '../call-event/call-event.js';
import { coarse, exact, first } from './evidence.js';
import { type Moment } from './rows.js';

/** A stretch in which the agent was paused for one reason. */
export interface Break {
  reason: string;
  from: Moment;
  toUs: number | null;
}

type Kind = 'paused' | 'resumed' | 'moved';

interface Change {
  kind: Kind;
  reason: string;
  /** of the agent, in which it was told */
  queues: Set<string>;
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
 * feeds show a second pause with the same reason: one break, not two. A break ends with the resume, and where the agent
 * leaves (or enters anew) all queues he was paused in: a member that is removed takes his pause along.
 * @param events pauses, resumes, sign-ins and sign-outs of one agent
 */
export function breaksOf(events: readonly CallEvent[]): { breaks: Break[]; counts: Map<string, number> } {
  const breaks: Break[] = [];
  const counts = new Map<string, number>();
  const since = new Set<string>();
  const paused = new Set<string>();
  for (const change of changesOf(events)) {
    const running = breaks.at(-1)?.toUs === null ? breaks.at(-1) : undefined;
    const { kind, reason } = change;
    if (kind === 'moved' && (!running || !leavesAll(change, paused))) continue;
    if (kind === 'paused') for (const queue of change.queues) paused.add(queue);
    if (kind === 'paused' && running?.reason === reason) continue;
    if (running) running.toUs = change.at.us;
    if (kind !== 'paused') {
      since.clear();
      paused.clear();
      continue;
    }
    breaks.push({ reason, from: change.at, toUs: null });
    // A list answer shows a break that runs, it is no event of its own: the break may have begun before we listened.
    if (!since.has(reason) && !change.snapshot) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    since.add(reason);
  }
  return { breaks, counts };
}

/** @param paused queues he is paused in; those he left are taken out */
function leavesAll({ queues }: Change, paused: Set<string>): boolean {
  const before = paused.size;
  for (const queue of queues) paused.delete(queue);
  return before > 0 && paused.size === 0;
}

function changesOf(events: readonly CallEvent[]): Change[] {
  const told = events.filter((event) => kindOf(event) !== null);
  const changes = merged(told.filter((event) => event.feed !== 'queue_log'));
  for (const change of merged(told.filter((event) => event.feed === 'queue_log'))) {
    const twin = changes.find((other) => !other.snapshot && matches(other, change));
    if (!twin) changes.push(change);
    else {
      twin.twin = true;
      for (const queue of change.queues) twin.queues.add(queue);
    }
  }
  return changes.sort((a, b) => a.sortUs - b.sortUs);
}

const KINDS: Partial<Record<CallEventType, Kind>> = {
  agent_paused: 'paused',
  agent_resumed: 'resumed',
  agent_signed_in: 'moved',
  agent_signed_out: 'moved',
};

/** A list of members is no coming of theirs, and who is added as a paused one stays on his break. */
function kindOf(event: CallEvent): Kind | null {
  const kind = KINDS[event.type] ?? null;
  const stays = event.feed === 'snapshot' || event.rawReason === 'PAUSED';
  return kind === 'moved' && stays ? null : kind;
}

function changeOf(event: CallEvent): Change {
  const at = first(exact(event), coarse(event)) ?? { us: event.occurredUs, known: 'second' as const };
  const half = event.feed === 'queue_log' ? SECOND / 2 : 0;
  const kind = kindOf(event) ?? 'moved';
  return {
    kind,
    reason: kind === 'paused' ? (event.rawReason ?? '') : kind === 'moved' ? event.type : '',
    queues: new Set(event.queue === null ? [] : [event.queue]),
    at,
    sortUs: at.us + half,
    twin: false,
    snapshot: event.feed === 'snapshot',
  };
}

/** Once for each queue of the agent: the same change within a second is one. */
function merged(events: readonly CallEvent[]): Change[] {
  const changes: Change[] = [];
  for (const event of events) {
    const change = changeOf(event);
    const last = changes.at(-1);
    const again = last && last.kind === change.kind && last.reason === change.reason;
    if (!again || change.sortUs - last.sortUs > SECOND) changes.push(change);
    else for (const queue of change.queues) last.queues.add(queue);
  }
  return changes;
}

function matches(live: Change, line: Change): boolean {
  if (live.kind !== line.kind || live.reason !== line.reason) return false;
  if (live.at.known === 'order') return !live.twin;
  const lag = live.at.us - line.at.us;
  return lag >= -SECOND / 2 && lag <= 1.5 * SECOND;
}
