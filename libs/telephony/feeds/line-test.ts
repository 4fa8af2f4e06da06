import { eventName, field, numberField, timestampUs } from '../domain/ami/message.js';
import { type FeedFault, faultOf } from '../domain/sources/faults.js';
import { type AmiAddress, AmiConnection, AmiRefused } from './ami-connection.js';

export interface TestedQueue {
  readonly name: string;
  readonly waiting: number;
  readonly members: number;
}

export interface LineTest {
  /** null: the switchboard let us in and answered */
  readonly fault: FeedFault | null;
  readonly queues: readonly TestedQueue[];
  /** its clock less ours, in ms; null when it did not say */
  readonly clockSkewMs: number | null;
}

const failed = (fault: FeedFault): LineTest => ({ fault, queues: [], clockSkewMs: null });

/** Signs in as the feed would, asks for the clock and the queues, and hangs up. */
export async function testAmi(address: AmiAddress, now: () => Date): Promise<LineTest> {
  try {
    const connection = await AmiConnection.open(address, () => undefined);
    try {
      return await looked(connection, now);
    } finally {
      connection.close();
    }
  } catch (fault) {
    return failed(
      faultOf(fault instanceof AmiRefused, fault instanceof Error ? fault.message : String(fault)),
    );
  }
}

async function looked(connection: AmiConnection, now: () => Date): Promise<LineTest> {
  const { response } = await connection.ask('Ping');
  const theirs = response && timestampUs(response);
  const clockSkewMs = theirs ? Math.round(theirs / 1000 - now().getTime()) : null;
  const { events } = await connection.ask('QueueStatus');
  const named = (event: string) => events.filter((message) => eventName(message) === event);
  const members = named('QueueMember').map((message) => field(message, 'Queue'));
  const queues = named('QueueParams').map((message) => ({
    name: field(message, 'Queue') ?? '',
    waiting: numberField(message, 'Calls') ?? 0,
    members: members.filter((queue) => queue === field(message, 'Queue')).length,
  }));
  return { fault: null, queues, clockSkewMs };
}
