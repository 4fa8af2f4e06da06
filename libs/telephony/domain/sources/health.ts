import { DAY_MS, type Instant } from '@hotline/kernel';
import { FEED_FAULTS, type FeedFault } from './faults.js';

export const FEED_STATES = ['off', 'connecting', 'resyncing', 'live', 'down', 'refused'] as const;
export type FeedStateName = (typeof FEED_STATES)[number];

/** The newest that is known of one stream of a source. */
export interface FeedNow {
  readonly feed: string;
  readonly state: FeedStateName;
  readonly since: Instant;
  readonly lastReceivedAt: Instant | null;
  readonly clockSkewMs: number | null;
  readonly fault: string | null;
  readonly faultAt?: Instant | null;
}

export const LIGHTS = ['off', 'waiting', 'live', 'attention', 'down'] as const;
export type Light = (typeof LIGHTS)[number];

export const HEALTH_REASONS = [
  ...FEED_FAULTS,
  'never-heard',
  'nobody-listens',
  'clock-skew',
  'log-differs',
  'unknown-extensions',
  'no-log',
] as const;
export type HealthReason = (typeof HEALTH_REASONS)[number];

export interface Health {
  readonly light: Light;
  /** The gravest first. */
  readonly reasons: readonly HealthReason[];
}

/** A live line is pinged every 12 s and answers; a silence this long means that no process holds it. */
export const SILENT_MS = 45_000;
/** Beyond this the intervals of the reports are wrong by more than a wait. */
export const SKEW_MS = 2_000;
/** The clock of the log's database makes no time of ours, but may make those of its rows. */
export const LOG_SKEW_MS = 10_000;
/** It is said again each minute while it lasts. */
const LOG_CLOCK_MS = 150_000;

export interface HealthFacts {
  readonly now: Instant;
  readonly enabled: boolean;
  readonly hasLog: boolean;
  readonly feeds: readonly FeedNow[];
  /** differences of the log from our rows that nothing has mended yet */
  readonly differences: number;
  readonly unknownExtensions: number;
}

const isFault = (text: string | null): text is FeedFault =>
  text !== null && (FEED_FAULTS as readonly string[]).includes(text);

/** Why the stream with the live picture does not work; null while it does. */
function outage(line: FeedNow | undefined, now: Instant): HealthReason | null {
  if (!line) return 'never-heard';
  if (line.state === 'refused') return 'secret-refused';
  if (line.state === 'down') return isFault(line.fault) ? line.fault : 'broken';
  // Nobody holds a webhook; calls may be far apart.
  if (line.feed === 'webhook') return null;
  const abandoned = line.state === 'off' && now.getTime() - line.since.getTime() > SILENT_MS;
  if (abandoned) return 'nobody-listens';
  const silent = !line.lastReceivedAt || now.getTime() - line.lastReceivedAt.getTime() > SILENT_MS;
  return line.state === 'live' && silent ? 'nobody-listens' : null;
}

function concerns(facts: HealthFacts, line: FeedNow | undefined): HealthReason[] {
  const log = facts.feeds.find(({ feed }) => feed === 'queue_log');
  const skew = Math.abs(line?.clockSkewMs ?? 0) > SKEW_MS;
  return [
    ...deliveryFault(facts, line),
    ...(log?.state === 'down' ? [isFault(log.fault) ? log.fault : ('log-missing' as const)] : []),
    ...(isClockOff(log, facts.now) ? (['log-clock'] as const) : []),
    ...(facts.differences > 0 ? (['log-differs'] as const) : []),
    ...(skew ? (['clock-skew'] as const) : []),
    ...(facts.unknownExtensions > 0 ? (['unknown-extensions'] as const) : []),
    ...(facts.hasLog ? [] : (['no-log'] as const)),
  ];
}

const isClockOff = (log: FeedNow | undefined, now: Instant): boolean =>
  log?.state === 'live' &&
  log.fault === 'log-clock' &&
  now.getTime() - (log.faultAt?.getTime() ?? 0) < LOG_CLOCK_MS;

/** What came wrong by a webhook is somebody's to mend, and shows for a day. */
function deliveryFault({ now }: HealthFacts, line: FeedNow | undefined): FeedFault[] {
  if (line?.feed !== 'webhook' || !isFault(line.fault) || !line.faultAt) return [];
  return now.getTime() - line.faultAt.getTime() < DAY_MS ? [line.fault] : [];
}

/** How a source is, in one light and the reasons for it. */
export function healthOf(facts: HealthFacts): Health {
  if (!facts.enabled) return { light: 'off', reasons: [] };
  const line = facts.feeds.find(({ feed }) => feed !== 'queue_log');
  const out = outage(line, facts.now);
  const others = concerns(facts, line);
  if (out === 'never-heard') return { light: 'waiting', reasons: [out] };
  if (out) return { light: 'down', reasons: [out, ...others] };
  if (line?.state !== 'live') return { light: 'waiting', reasons: others };
  const grave = others.some((reason) => reason !== 'no-log');
  return { light: grave ? 'attention' : 'live', reasons: others };
}
