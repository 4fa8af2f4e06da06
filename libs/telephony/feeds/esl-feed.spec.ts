import { createServer, type Server, type Socket } from 'node:net';
import { type EventSocketSettings, RecordedEventSocket } from '@hotline/practice-line';
import { AttentiveEar } from '../../../test/support/attentive-ear.js';
import { sampleEsl } from '../../../test/support/telephony-sample.js';
import { type EslCounts, type EslFrame } from '../domain/esl/parser.js';
import { faultOf } from '../domain/sources/faults.js';
import { type EslAddress, EslConnection } from './esl-connection.js';
import { LineLost, LineRefused } from './line-faults.js';
import { LINE_PACE, LineFeed } from './line-feed.js';

const PACE = { ...LINE_PACE, firstBackOffMs: 5, longestBackOffMs: 20, refusedMs: 20 };
const PASSWORD = 'ClueCon-12351';

class Ear extends AttentiveEar<EslFrame, EslCounts> {
  get events(): string[] {
    return this.items.flatMap(({ event }) => event?.headers.get('Event-Name') ?? []);
  }
}

/** A wire of our own making. */
async function listening(welcome: (socket: Socket) => void): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    welcome(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const bound = server.address();
  return { server, port: typeof bound === 'object' && bound ? bound.port : 0 };
}

describe('the event socket feed', () => {
  let line: RecordedEventSocket;
  let address: EslAddress;
  const feeds: LineFeed<EslConnection, EslFrame, EslCounts>[] = [];
  const lines: RecordedEventSocket[] = [];
  const open = (ear: Ear, change: Partial<EslAddress> = {}, pace = PACE): void => {
    const wanted = { ...address, ...change };
    feeds.push(
      new LineFeed(
        (wire) => EslConnection.open(wanted, wire),
        ear,
        () => 0.5,
        pace,
      ),
    );
  };
  const start = async (change: Partial<EventSocketSettings> = {}): Promise<void> => {
    const user = { name: 'hotline@pbx', password: 'hers' };
    const settings = { host: '127.0.0.1', port: 0, password: PASSWORD, user, recording: sampleEsl() };
    line = new RecordedEventSocket({ ...settings, now: () => Date.now(), ...change });
    lines.push(line);
    const port = await line.open();
    address = { host: '127.0.0.1', port, username: '', secret: PASSWORD, tls: false };
  };

  beforeEach(() => start());
  afterEach(async () => {
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
    await Promise.all(lines.splice(0).map((one) => one.close()));
  });

  it('signs in, asks for the events, and calls itself live after it has asked what is true now', async () => {
    const ear = new Ear();
    line.step(30);
    open(ear);
    await ear.until(() => ear.times('live') === 1);
    expect(ear.states).toEqual(['connecting', 'resyncing', 'live']);
    const answers = ear.items.filter(({ contentType }) => contentType === 'api/response');
    const firsts = answers.map(({ body }) => body.slice(0, 10));
    expect(firsts[0]).toMatch(/^UP 0 years/);
    expect(firsts.slice(1)).toEqual(['name|insta', 'queue|agen', '{"row_coun', 'name|strat', 'queue|inst']);
    line.step(Infinity);
    await ear.until(() => ear.events.length === 163);
  });

  it('reads a wire that brings its bytes in any pieces', async () => {
    const ear = new Ear();
    open(ear);
    await ear.until(() => ear.times('live') === 1);
    const before = ear.items.length;
    line.step(Infinity, (left) => (left % 7) + 1 + (left % 400));
    await ear.until(() => ear.events.length === 193);
    expect(ear.items).toHaveLength(before + 193);
  });

  it('signs in as a user of the directory', async () => {
    const ear = new Ear();
    open(ear, { username: 'hotline@pbx', secret: 'hers' });
    await ear.until(() => ear.times('live') === 1);
  });

  it('says that the password is wrong and goes on trying at a slower pace; the password is in no word of it', async () => {
    const ear = new Ear();
    open(ear, { secret: 'not-this-one' });
    await ear.until(() => ear.times('refused') === 2);
    expect(ear.states).not.toContain('live');
    expect(ear.fault).toBe('-ERR invalid');
    expect(ear.bytes.toString()).not.toContain('not-this-one');
    const refused = EslConnection.open({ ...address, secret: 'not-this-one' }, () => undefined);
    await expect(refused).rejects.toBeInstanceOf(LineRefused);
  });

  it('sends a password with a line break in it as one word', async () => {
    const broken = { ...address, secret: `${PASSWORD}\n\napi shutdown` };
    await expect(EslConnection.open(broken, () => undefined)).rejects.toBeInstanceOf(LineRefused);
    expect(line.orders).toEqual([]);
  });

  it('names an access list that does not have us, and a switchboard without its call centre', async () => {
    await start({ letsIn: false });
    const shut = new Ear();
    open(shut);
    await shut.until(() => shut.fault !== null);
    expect(faultOf(false, shut.fault ?? '')).toBe('address-refused');
    await start({ hasCallCentre: false });
    const bare = new Ear();
    open(bare);
    await bare.until(() => bare.fault !== null);
    expect(faultOf(false, bare.fault ?? '')).toBe('no-call-centre');
  });

  it('comes back by itself after a cut and after a restart', async () => {
    const ear = new Ear();
    open(ear);
    await ear.until(() => ear.times('live') === 1);
    line.cut();
    await ear.until(() => ear.times('live') === 2);
    line.restart();
    await ear.until(() => ear.times('live') === 3);
    expect(ear.times('down')).toBe(2);
    expect(ear.items.filter(({ contentType }) => contentType === 'auth/request')).toHaveLength(3);
  });

  it('counts garbled frames and goes on with the next', async () => {
    const ear = new Ear();
    open(ear);
    await ear.until(() => ear.times('live') === 1);
    line.send(Buffer.from('what is this\nContent-Length: nonsense\nContent-Type: text/event-plain\n\n'));
    line.send(Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0x0a]));
    line.step(40);
    await ear.until(() => ear.events.length >= 40);
    expect(ear.states.at(-1)).toBe('live');
  });

  it('gives each question its own answer, also after one that came too late', async () => {
    const asked: string[] = [];
    const { server, port } = await listening((socket) => {
      socket.write('Content-Type: auth/request\n\n');
      socket.on('data', (bytes) => {
        const command = bytes.toString().trim();
        asked.push(command);
        const answer = (body: string) =>
          socket.write(`Content-Type: api/response\nContent-Length: ${body.length}\n\n${body}`);
        if (command.startsWith('api')) {
          // The first is answered together with the second.
          if (asked.filter((one) => one.startsWith('api')).length === 2) {
            answer('first');
            answer('second');
          }
        } else socket.write('Content-Type: command/reply\nReply-Text: +OK accepted\n\n');
      });
    });
    const connection = await EslConnection.open({ ...address, port }, () => undefined);
    await expect(connection.api('one', 5)).rejects.toThrow('no answer to api within');
    await expect(connection.api('two')).resolves.toBe('second');
    connection.close();
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  it('notices a switchboard that has fallen silent although the line is open', async () => {
    let answers = 0;
    const { server, port } = await listening((socket) => {
      socket.write('Content-Type: auth/request\n\n');
      socket.on('data', () => {
        answers += 1;
        if (answers <= 3) socket.write('Content-Type: command/reply\nReply-Text: +OK\n\n');
        else if (answers <= 8) socket.write('Content-Type: api/response\nContent-Length: 4\n\n+OK\n');
      });
    });
    const ear = new Ear();
    open(ear, { port }, { ...PACE, pingMs: 10, pingAnswerMs: 5 });
    await ear.until(() => ear.states.includes('down'));
    expect(ear.fault).toBe('the switchboard does not answer');
    await Promise.all(feeds.splice(0).map((feed) => feed.stop()));
    await new Promise<void>((closed) => server.close(() => closed()));
  });

  it('fails an order that fails at once, and does not wait for the end of one that rings', async () => {
    const connection = await EslConnection.open(address, () => undefined);
    await expect(connection.job('originate user/9999 &park')).rejects.toThrow('USER_NOT_REGISTERED');
    await expect(connection.job('originate user/8001 &park')).resolves.toBeUndefined();
    connection.close();
    await expect(connection.api('status')).rejects.toBeInstanceOf(LineLost);
  });
});
