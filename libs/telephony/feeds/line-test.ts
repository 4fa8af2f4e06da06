import type { LineSettings } from '../domain/sources/settings.js';
import { type FeedFault, faultOf } from '../domain/sources/faults.js';
import { eventName, field, numberField, timestampUs } from '../domain/ami/message.js';
import { type AmiAddress, AmiConnection, LineRefused } from './ami-connection.js';
import { type EslAddress, EslConnection } from './esl-connection.js';

export interface TestedQueue {
  readonly name: string;
  readonly waiting: number;
  readonly members: number;
}

interface Looked {
  readonly queues: readonly TestedQueue[];
  /** its clock less ours, in ms; null when it did not say */
  readonly clockSkewMs: number | null;
}

export interface LineTest extends Looked {
  /** null: the switchboard let us in and answered */
  readonly fault: FeedFault | null;
}

interface Tested {
  readonly kind: 'ami' | 'esl';
  readonly settings: LineSettings;
  readonly secret: string;
}

/** Signs in as the feed would, asks for the clock and the queues, and hangs up. */
export async function testLine({ kind, settings, secret }: Tested, now: () => Date): Promise<LineTest> {
  try {
    const look = kind === 'esl' ? lookAtEsl : lookAtAmi;
    return { fault: null, ...(await look({ ...settings, secret }, now)) };
  } catch (fault) {
    const words = fault instanceof Error ? fault.message : String(fault);
    return { fault: faultOf(fault instanceof LineRefused, words), queues: [], clockSkewMs: null };
  }
}

const skew = (theirsUs: number | null, now: () => Date): number | null =>
  theirsUs ? Math.round(theirsUs / 1000 - now().getTime()) : null;

async function lookAtAmi(address: AmiAddress, now: () => Date): Promise<Looked> {
  const connection = await AmiConnection.open(address, () => undefined);
  try {
    const { response } = await connection.ask('Ping');
    const clockSkewMs = skew(response && timestampUs(response), now);
    const { events } = await connection.ask('QueueStatus');
    const named = (event: string) => events.filter((message) => eventName(message) === event);
    const members = named('QueueMember').map((message) => field(message, 'Queue'));
    const queues = named('QueueParams').map((message) => ({
      name: field(message, 'Queue') ?? '',
      waiting: numberField(message, 'Calls') ?? 0,
      members: members.filter((queue) => queue === field(message, 'Queue')).length,
    }));
    return { queues, clockSkewMs };
  } finally {
    connection.close();
  }
}

async function lookAtEsl(address: EslAddress, now: () => Date): Promise<Looked> {
  const connection = await EslConnection.signedIn(address, () => undefined);
  try {
    const clockSkewMs = skew(await connection.clock(), now);
    const tiers = await connection.rows('callcenter_config tier list');
    const queues: TestedQueue[] = [];
    for (const name of await connection.queues()) {
      const callers = await connection.rows(`callcenter_config queue list members ${name}`);
      queues.push({
        name,
        waiting: callers.filter((row) => /^(Waiting|Trying)$/.test(row.get('state') ?? '')).length,
        members: tiers.filter((row) => row.get('queue') === name).length,
      });
    }
    return { queues, clockSkewMs };
  } finally {
    connection.close();
  }
}
