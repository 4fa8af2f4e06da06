import { AmiParser } from '../domain/ami/parser.js';
import { AmiNormaliser } from '../domain/call-event/normalise-ami.js';
import { fold } from '../domain/fold/fold.js';
import { ChannelWatch, goneFrame } from './channel-watch.js';

const heard = (text: string) => new AmiParser().push(Buffer.from(text.replaceAll('\n', '\r\n')));
const list = (...legs: string[]) =>
  heard(
    [
      ...legs.map((leg) => `Event: CoreShowChannel\nUniqueid: ${leg}\nLinkedid: ${leg}\n\n`),
      'Event: CoreShowChannelsComplete\nEventList: Complete\n\n',
    ].join(''),
  );

describe('the watch over channels', () => {
  const candidates = [
    { legId: 'here', sinceMs: 0 },
    { legId: 'gone', sinceMs: 0 },
    { legId: 'young', sinceMs: 59_000 },
  ];

  it('takes for gone what two whole lists do not show, once', () => {
    const watch = new ChannelWatch();
    watch.hear(list('here', 'gone'), 10_000);
    watch.hear(list('here'), 60_000);
    expect(watch.gone(candidates)).toEqual([]);
    watch.hear(list('here', 'young'), 120_000);
    expect(watch.gone(candidates)).toEqual(['gone']);
    expect(watch.gone(candidates)).toEqual([]);
  });

  it('says nothing after one list, nor from lists of another connection', () => {
    const watch = new ChannelWatch();
    watch.hear(list('here'), 10_000);
    expect(watch.gone(candidates)).toEqual([]);
    watch.begin();
    watch.hear(list('here'), 70_000);
    expect(watch.hasTwo).toBe(false);
  });

  it('closes a call as lost: entered, not given up, its end unknown', () => {
    const at = { atUs: 1_795_000_100_000_000, precision: 'received' as const };
    const normaliser = new AmiNormaliser('pbx');
    const joined = heard(
      'Event: QueueCallerJoin\nTimestamp: 1795000001.000000\nQueue: q\nUniqueid: 1.1\nLinkedid: 1.1\nCallerIDNum: 13800138000\n\n',
    );
    const events = [...joined, ...heard(goneFrame('1.1').replaceAll('\r\n', '\n'))].flatMap((item) =>
      item.kind === 'banner' ? [] : normaliser.accept(item, at),
    );
    const { visits, calls } = fold(events);
    expect(visits).toMatchObject([{ entered: true, outcome: 'lost', endKnown: false, talk: null }]);
    expect(calls).toMatchObject([{ outcome: 'lost' }]);
  });
});
