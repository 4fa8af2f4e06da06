import { createServer, type Server } from 'node:net';
import { type BoardSettings, LiveLine } from '@hotline/practice-line';
import { AttentiveEar } from '../../../test/support/attentive-ear.js';
import { type AmiItem, eventName, type AmiMessage } from '../domain/ami/message.js';
import { type AmiCounts } from '../domain/ami/parser.js';
import { type AmiAddress, AmiConnection, LineLost, LineRefused } from './ami-connection.js';
import { AmiFeed } from './ami-feed.js';
import { LINE_PACE } from './line-feed.js';

const BOARD: BoardSettings = {
  number: '12351',
  ivrMs: 10,
  queues: [
    { name: 'q12351', ringMs: 60_000, retryMs: 10, limitMs: 60_000, mostWaiting: 6, serviceSeconds: 15 },
  ],
};
const CALLER = {
  number: '14200000001',
  queue: 'q12351',
  patienceMs: 60_000,
  talkMs: 60_000,
  endedBy: 'caller' as const,
};
const PACE = { ...LINE_PACE, firstBackOffMs: 5, longestBackOffMs: 20, refusedMs: 20 };

class Ear extends AttentiveEar<AmiItem, AmiCounts> {
  get names(): string[] {
    const messages = this.items.filter((item): item is AmiMessage => item.kind !== 'banner');
    return messages.map(eventName).filter((name) => name !== '');
  }
}

describe('the AMI feed', () => {
  let line: LiveLine;
  let address: AmiAddress;
  const feeds: AmiFeed[] = [];
  const open = (ear: Ear, change: Partial<AmiAddress> = {}, pace = PACE): AmiFeed => {
    const feed = new AmiFeed({ ...address, ...change }, ear, () => 0.5, pace);
    feeds.push(feed);
    return feed;
  };

  beforeEach(async () => {
    line = new LiveLine({
      host: '127.0.0.1',
      port: 0,
      account: { username: 'hotline', secret: 'right' },
      board: BOARD,
      seed: 1,
      now: () => Date.now(),
      tickMs: 2,
    });
    address = {
      host: '127.0.0.1',
      port: await line.open(),
      username: 'hotline',
      secret: 'right',
      tls: false,
    };
  });
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
    await line.close();
  });

  it('calls itself live only after it has asked what is true now', async () => {
    const ear = new Ear();
    line.call(CALLER);
    open(ear);
    await ear.until(() => ear.states.at(-1) === 'live');
    expect(ear.states).toEqual(['connecting', 'resyncing', 'live']);
    const before = ear.names.join(' ');
    expect(before).toMatch(/QueueParams.*QueueStatusComplete.*CoreShowChannelsComplete.*BridgeListComplete/);
  });

  it('hears what happens, gives orders, and passes refusals on in the words of the switchboard', async () => {
    const ear = new Ear();
    const feed = open(ear);
    await ear.until(() => ear.states.at(-1) === 'live');
    await feed.ask('QueueAdd', { Queue: 'q12351', Interface: 'PJSIP/8001', MemberName: '坐席8001' });
    line.call(CALLER);
    await ear.until(() => ear.names.includes('AgentCalled'));
    expect(ear.bytes.toString('utf8')).toContain('MemberName: 坐席8001');
    await expect(feed.ask('QueuePause', { Interface: 'PJSIP/9', Paused: true })).rejects.toThrow(
      'Interface not found',
    );
    const { events } = await feed.ask('QueueStatus');
    expect(events.map(eventName)).toEqual([
      'QueueParams',
      'QueueMember',
      'QueueEntry',
      'QueueStatusComplete',
    ]);
  });

  it('comes back by itself after a cut and after a restart of the switchboard', async () => {
    const ear = new Ear();
    open(ear);
    const lives = () => ear.states.filter((state) => state === 'live').length;
    await ear.until(() => lives() === 1);
    line.cut();
    await ear.until(() => lives() === 2);
    line.restart();
    await ear.until(() => lives() === 3);
    expect(ear.states.filter((state) => state === 'down')).toHaveLength(2);
    expect(ear.names.filter((name) => name === 'FullyBooted')).toHaveLength(3);
  });

  it('says that it was refused, and goes on trying at a slower pace', async () => {
    const ear = new Ear();
    open(ear, { secret: 'wrong' });
    await ear.until(() => ear.states.filter((state) => state === 'refused').length === 2);
    expect(ear.fault).toBe('Authentication failed');
    expect(ear.states).not.toContain('live');
    await expect(AmiConnection.open({ ...address, secret: 'wrong' }, () => undefined)).rejects.toBeInstanceOf(
      LineRefused,
    );
  });

  it('notices a switchboard that has fallen silent although the line is open', async () => {
    const deaf: Server = createServer((socket) => {
      socket.write('Asterisk Call Manager/11.0.0\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => {
        const text = bytes.toString();
        const id = /ActionID: (\S+)/.exec(text)?.[1];
        if (/Action: (Login|QueueStatus|CoreShowChannels|BridgeList)/.test(text))
          socket.write(`Response: Success\r\nActionID: ${id}\r\n\r\n`);
      });
    });
    await new Promise<void>((ready) => deaf.listen(0, '127.0.0.1', () => ready()));
    const bound = deaf.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    const ear = new Ear();
    const feed = open(ear, { port }, { ...PACE, pingMs: 10, pingAnswerMs: 5 });
    await ear.until(() => ear.states.includes('down'));
    expect(ear.fault).toBe('the switchboard does not answer');
    await feed.stop();
    await new Promise<void>((closed) => deaf.close(() => closed()));
  });

  it('has nobody to ask while the line is down', async () => {
    const ear = new Ear();
    await line.close();
    const feed = open(ear);
    await ear.until(() => ear.states.includes('down'));
    await expect(feed.ask('Ping')).rejects.toBeInstanceOf(LineLost);
    expect(ear.fault).toMatch(/ECONNREFUSED/);
  });
});
