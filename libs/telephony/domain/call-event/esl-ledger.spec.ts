import { SocketRoom } from '../../../../test/support/socketroom.js';
import { EslParser, GREETING } from '../esl/parser.js';
import { fold } from '../fold/fold.js';
import { type CallEvent } from './call-event.js';
import { keyed } from './event-key.js';
import { EslNormaliser } from './normalise-esl.js';

const MINUTE = 60_000;

/** A connection that lives all the while: what is told comes, what is lost does not, and a list is asked for now and then. */
class Line {
  readonly room = new SocketRoom();
  readonly start = this.room.now;
  readonly events: CallEvent[] = [];
  private readonly normaliser = new EslNormaliser('fs');
  private heard = 0;

  constructor() {
    this.say(GREETING);
    this.say(answer('UP 0 years, 900 seconds\n'));
  }

  private say(text: string): void {
    for (const frame of new EslParser().push(Buffer.from(text)))
      for (const draft of this.normaliser.read(frame, this.room.now * 1_000))
        this.events.push(keyed(draft, draft.visitId));
  }

  /** Everything since the last time arrives, or is lost. */
  arrives(yes = true): this {
    const text = this.room.bytes().toString();
    if (yes) this.say(text.slice(this.heard));
    this.heard = text.length;
    return this;
  }

  look(...legs: string[]): this {
    const rows = legs.map((uuid) => ({ uuid, call_uuid: uuid, direction: 'outbound', callstate: 'ACTIVE' }));
    this.say(answer(JSON.stringify({ row_count: rows.length, rows })));
    return this;
  }

  callers(...uuids: string[]): this {
    const joined = Math.floor(this.room.now / 1_000) - 9;
    const rows = uuids.map((uuid) => `q|v-${uuid}|${uuid}|13800001111|${joined}|0||Waiting\n`);
    this.say(
      answer(
        `queue|uuid|session_uuid|cid_number|joined_epoch|bridge_epoch|serving_agent|state\n${rows.join('')}+OK\n`,
      ),
    );
    return this;
  }

  wait(ms: number): this {
    this.room.wait(ms);
    return this;
  }

  /** Seconds from the start. */
  get gaps(): number[][] {
    const since = (us: number): number => Math.round((us / 1_000 - this.start) / 1_000);
    return fold(this.events).gaps.map(({ fromUs, toUs }) => [since(fromUs), since(toUs)]);
  }
}

const answer = (body: string): string =>
  `Content-Type: api/response\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`;

describe('events lost on a living connection', () => {
  it('are not suspected while lists and events agree, or differ for a moment', () => {
    const line = new Line().look();
    const call = line.room.dial();
    // The list is written before the event that is under way.
    line.wait(MINUTE).look(call.id).wait(100).arrives().wait(MINUTE).look(call.id);
    call.notTaken();
    line.look(call.id).wait(100).arrives().wait(MINUTE).look();
    expect(line.gaps).toEqual([]);
  });

  it('leave a leg standing that the switchboard has no more: marked after two looks, and the call is ended', () => {
    const line = new Line().look();
    const call = line.room.dial();
    line.arrives().wait(MINUTE).look(call.id);
    call.notTaken();
    line.arrives(false).wait(MINUTE).look();
    expect(line.gaps).toEqual([]);
    line.wait(MINUTE).look();
    expect(line.gaps).toEqual([[60, 180]]);
    expect(line.wait(MINUTE).look().gaps).toHaveLength(1);
  });

  it('leave a leg out that the switchboard has', () => {
    const line = new Line().look();
    const call = line.room.dial();
    line.arrives(false).wait(MINUTE).look(call.id).wait(MINUTE).look(call.id);
    expect(line.gaps).toEqual([[0, 120]]);
    call.notTaken();
    expect(line.arrives().wait(MINUTE).look().gaps).toHaveLength(1);
  });

  it('are proved by the end of a leg that never began', () => {
    const line = new Line().look();
    const call = line.room.wait(20_000).dial();
    line.arrives(false);
    call.notTaken();
    line.arrives().wait(MINUTE).look();
    expect(line.gaps).toEqual([[0, 80]]);
  });

  it('are proved by the word of the switchboard', () => {
    const line = new Line().look().wait(7_000);
    line.room.tell({
      'Event-Name': 'TRAP',
      info: 'lost 12 events',
      'Event-Date-Timestamp': String(line.room.now * 1_000),
    });
    expect(line.arrives().wait(1_000).look().gaps).toEqual([[0, 8]]);
  });

  it('are not taken from what another word says, nor from lists that orders ask for in one second', () => {
    const line = new Line().look();
    line.room.tell({ 'Event-Name': 'TRAP', info: 'something else' });
    const call = line.arrives().room.dial();
    line.arrives(false).look(call.id).wait(300).look(call.id);
    expect(line.gaps).toEqual([]);
  });

  it('leave a caller out who waits', () => {
    const line = new Line().look('a').callers('a').wait(MINUTE).look('a').callers('a');
    expect(line.gaps).toEqual([]);
    line.wait(MINUTE).look('a', 'b').callers('a', 'b').wait(MINUTE).look('a', 'b').callers('a', 'b');
    expect(line.gaps).toEqual([[60, 180]]);
    expect(line.wait(MINUTE).look('a', 'b').callers('a', 'b').wait(MINUTE).look('a', 'b').gaps).toHaveLength(
      1,
    );
  });

  it('before the connection are a hole of its own, and a leg that was going then proves nothing', () => {
    const line = new Line();
    const call = line.room.dial();
    line.arrives(false).look();
    call.notTaken();
    line.wait(1_000).arrives().wait(MINUTE).look();
    expect(line.gaps).toEqual([]);
  });
});
