import { type AmiMessage } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { AmiNormaliser } from './normalise-ami.js';

const SECOND = 1_000_000;
const BEGAN = 1_795_355_000;

const message = (name: string, at: number, more: Record<string, string | number> = {}): AmiMessage => {
  const fields = { Event: name, Timestamp: `${BEGAN + at}.000000`, ...more };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\r\n`);
  const [item] = new AmiParser().push(new TextEncoder().encode(`${lines.join('')}\r\n`));
  if (item?.kind !== 'event') throw new Error('not an event');
  return item;
};
const at = (second: number) => ({ atUs: (BEGAN + second) * SECOND, precision: 'received' as const });
const joined = (second: number): AmiMessage =>
  message('QueueCallerJoin', second, { Queue: 'q1', Uniqueid: `${BEGAN}.1`, Linkedid: `${BEGAN}.1` });
const reachable = (second: number): AmiMessage => message('PeerStatus', second, { Peer: 'PJSIP/8001' });

/** `FullyBooted` with a time is told to all who have signed in while the switchboard still started. */
describe('signing in while the switchboard starts', () => {
  it('is no hole where nothing was heard of it before', () => {
    const feed = new AmiNormaliser('ami:a');
    feed.accept(reachable(1), at(1));
    expect(feed.accept(message('FullyBooted', 2, { Uptime: 1 }), at(2))).toEqual([]);
    expect(feed.counts.restarts).toBe(0);
  });

  it.each(['in one process', 'with ours restarted meanwhile'])('ends what went before: %s', (how) => {
    const before = new AmiNormaliser('ami:a');
    before.accept(message('FullyBooted', 0, { Uptime: 500 }), at(0));
    before.accept(joined(10), at(10));
    let after = before;
    if (how !== 'in one process') {
      after = new AmiNormaliser('ami:a');
      after.resume(before.standing());
    }
    after.accept(reachable(60), at(60));
    const told = after.accept(message('FullyBooted', 61, { Uptime: 1 }), at(61));
    expect(told).toMatchObject([
      { type: 'feed_gap', reason: 'restarted', occurredUs: (BEGAN + 10) * SECOND },
      { type: 'feed_resynced', reason: 'restarted' },
    ]);
    expect(after.counts.restarts).toBe(1);
  });
});
