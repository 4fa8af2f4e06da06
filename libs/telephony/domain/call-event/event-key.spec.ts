import { PaperPbx } from '../../../../test/support/paper-pbx.js';
import { sampleLog, sampleMessages } from '../../../../test/support/telephony-sample.js';
import { type AmiMessage, timestampUs } from '../ami/message.js';
import { AmiParser } from '../ami/parser.js';
import { QueueLogParser } from '../queue-log/parser.js';
import { type CallEvent } from './call-event.js';
import { AmiNormaliser } from './normalise-ami.js';
import { QueueLogNormaliser } from './normalise-queue-log.js';

const amiEvents = (messages: readonly AmiMessage[], source = 'ami:pbx1'): CallEvent[] => {
  const normaliser = new AmiNormaliser(source);
  return messages.flatMap((message) =>
    normaliser.accept(message, { atUs: timestampUs(message) ?? 1, precision: 'received' }),
  );
};
const logEvents = (bytes: Uint8Array): CallEvent[] => {
  const normaliser = new QueueLogNormaliser('ami:pbx1');
  return new QueueLogParser().push(bytes).flatMap((line) => normaliser.accept(line));
};
const ONCE = ['queue_joined', 'answered', 'talk_ended'];
const keys = (events: readonly CallEvent[], types: readonly string[]): string[] =>
  events
    .filter((event) => types.includes(event.type))
    .map((event) => event.eventKey)
    .sort();

describe('the key of a fact', () => {
  it('is the same from AMI and from the queue log', () => {
    expect(keys(amiEvents(sampleMessages()), ONCE)).toEqual(keys(logEvents(sampleLog()), ONCE));
  });

  it('is the same when the stream comes again, and of another source another', () => {
    const once = amiEvents(sampleMessages());
    const twice = amiEvents([...sampleMessages(), ...sampleMessages()]);
    expect(new Set(twice.map((event) => event.eventKey))).toEqual(
      new Set(once.map((event) => event.eventKey)),
    );
    expect(new Set(once.map((event) => event.eventKey)).size).toBe(once.length);
    const other = new Set(amiEvents(sampleMessages(), 'ami:pbx2').map((event) => event.eventKey));
    expect(once.filter((event) => other.has(event.eventKey))).toEqual([]);
  });

  it('counts a second stay of one leg in one queue alike in both feeds, whichever single event is lost', () => {
    const pbx = new PaperPbx();
    const agent = { name: '李8101', device: 'PJSIP/8101' };
    const caller = pbx.arrive('19911110001');
    pbx.wait(2).join(caller, 'q1');
    pbx.wait(20).exit(caller, 'q1', 'TIMEOUT', 0);
    pbx.join(caller, 'q1');
    const talk = pbx.answer(caller, 'q1', agent);
    pbx.wait(9).end(talk, 'caller');
    const messages = pbx
      .streams()
      .flatMap((stream) => new AmiParser().push(stream))
      .filter((item): item is AmiMessage => item.kind !== 'banner');
    const log = new Set(keys(logEvents(pbx.queueLog()), ONCE));
    expect(log.size).toBe(4);
    messages.forEach((_, lost) => {
      const live = keys(amiEvents(messages.filter((__, place) => place !== lost)), ONCE);
      expect(live.filter((key) => !log.has(key))).toEqual([]);
    });
  });
});
