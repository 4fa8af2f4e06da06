import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LiveLine, type LineSettings } from './live-line.js';
import { readRecording, RecordedLine } from './recorded-line.js';

const ACCOUNT = { username: 'practice', secret: 'practice-line' };
const QUEUE = {
  name: 'q12351',
  ringMs: 12_000,
  retryMs: 1_000,
  limitMs: 45_000,
  mostWaiting: 6,
  serviceSeconds: 15,
};
const CALLER = {
  number: '14200000001',
  queue: 'q12351',
  patienceMs: 60_000,
  talkMs: 60_000,
  endedBy: 'caller' as const,
};

/** A client that says actions and waits for what it expects to read. */
class Ear {
  text = '';
  private readonly waiting: { pattern: RegExp; found: () => void }[] = [];
  readonly closed: Promise<void>;

  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.text += bytes.toString('utf8');
      for (const one of this.waiting) if (one.pattern.test(this.text)) one.found();
    });
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
  }

  static on(port: number): Ear {
    return new Ear(connect(port, '127.0.0.1'));
  }

  say(...lines: string[]): void {
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  }

  async hears(pattern: RegExp): Promise<void> {
    if (pattern.test(this.text)) return;
    await new Promise<void>((found) => this.waiting.push({ pattern, found }));
  }

  async signIn(): Promise<void> {
    this.say('Action: Login', 'ActionID: a1', 'Username: practice', 'Secret: practice-line');
    await this.hears(/Fully Booted\r\n\r\n/);
  }
}

describe('the practice line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'practice line '));
  const log = join(folder, 'queue_log');
  // The switchboard's clock stands still until a test moves it.
  let now = Date.UTC(2026, 10, 2, 1);
  const settings: LineSettings = {
    host: '127.0.0.1',
    port: 0,
    account: ACCOUNT,
    board: { number: '12351', ivrMs: 2_500, queues: [QUEUE] },
    seed: 1,
    queueLog: log,
    now: () => now,
    tickMs: 5,
  };
  let line: LiveLine;
  let port: number;
  let ear: Ear;

  beforeEach(async () => {
    line = new LiveLine(settings);
    port = await line.open();
    ear = Ear.on(port);
  });
  afterEach(() => line.close());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells nothing to a client that has not signed in, and closes on a wrong secret', async () => {
    ear.say('Action: QueueStatus', 'ActionID: q');
    await ear.hears(/Response: Error\r\nActionID: q\r\nMessage: Permission denied/);
    ear.say('Action: Login', 'Username: practice', 'Secret: wrong');
    await ear.hears(/Authentication failed/);
    await ear.closed;
    expect(ear.text).not.toContain('Event:');
  });

  it('rings an agent who signed in over the wire, is answered by the practice telephone, and lists the call', async () => {
    await ear.signIn();
    ear.say(
      'Action: QueueAdd',
      'Queue: q12351',
      'Interface: PJSIP/8001',
      'MemberName: 坐席8001',
      'ActionID: add',
    );
    await ear.hears(/ActionID: add\r\nMessage: Added interface to queue/);
    const uniqueid = line.call(CALLER);
    now += 2_500;
    await ear.hears(/Event: AgentCalled[\s\S]*?MemberName: 坐席8001\r\n\r\n/);
    now += 2_000;
    ear.say('Action: PracticeAnswer', 'Interface: PJSIP/8001');
    await ear.hears(/Event: AgentConnect[\s\S]*?HoldTime: 2\r\n/);
    ear.say('Action: CoreShowChannels', 'ActionID: list');
    await ear.hears(
      /Event: CoreShowChannelsComplete\r\nActionID: list\r\nEventList: Complete\r\nListItems: 2/,
    );
    ear.say('Action: PracticeHangup', 'Interface: PJSIP/8001');
    await ear.hears(/Event: AgentComplete[\s\S]*?Reason: agent/);
    const lines = readFileSync(log, 'utf8').split('\n');
    expect(lines.filter((text) => text.includes(uniqueid)).map((text) => text.split('|')[4])).toEqual([
      'ENTERQUEUE',
      'CONNECT',
      'COMPLETEAGENT',
    ]);
  });

  it('pauses with a reason in Chinese, refuses what it does not know, and goes on after it was cut', async () => {
    await ear.signIn();
    ear.say('Action: QueueAdd', 'Queue: q12351', 'Interface: PJSIP/8001', 'MemberName: 坐席8001');
    ear.say('Action: QueuePause', 'Interface: PJSIP/8001', 'Paused: true', 'Reason: 小休');
    await ear.hears(/PausedReason: 小休/);
    ear.say('Action: QueuePause', 'Interface: PJSIP/9999', 'Paused: true', 'ActionID: none');
    await ear.hears(/Response: Error\r\nActionID: none\r\nMessage: Interface not found/);
    ear.say('Action: Explode', 'ActionID: bad');
    await ear.hears(/ActionID: bad\r\nMessage: Invalid\/unknown command/);
    line.cut();
    await ear.closed;
    const second = Ear.on(port);
    await second.signIn();
    second.say('Action: QueueStatus', 'ActionID: again');
    await second.hears(/Event: QueueMember\r\n[\s\S]*Paused: 1[\s\S]*QueueStatusComplete/);
    second.socket.destroy();
  });

  it('comes back empty and young after a restart', async () => {
    now += 60_000;
    await ear.signIn();
    expect(ear.text).toMatch(/Uptime: 60\r\n/);
    ear.say('Action: QueueAdd', 'Queue: q12351', 'Interface: PJSIP/8001', 'MemberName: 坐席8001');
    await ear.hears(/QueueMemberAdded/);
    line.restart();
    await ear.closed;
    const second = Ear.on(port);
    await second.signIn();
    expect(second.text).toMatch(/Uptime: 0\r\n/);
    second.say('Action: QueueStatus', 'ActionID: after');
    await second.hears(/QueueStatusComplete\r\nActionID: after\r\nEventList: Complete\r\nListItems: 1/);
    second.socket.destroy();
  });
});

describe('a recording', () => {
  const TEXT = [
    'Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: a1\r\nMessage: Authentication accepted',
    'Event: FullyBooted\r\nUptime: 6',
    'Event: QueueMemberAdded\r\nTimestamp: 1795355238.500000\r\nMemberName: 坐席8001',
    'Event: QueueCallerJoin\r\nTimestamp: 1795355240.750000\r\nQueue: q12351',
    'Response: Goodbye',
  ].join('\r\n\r\n');

  it('keeps the events and their gaps, and leaves out the answers to its own client', () => {
    const { first, moments } = readRecording(TEXT);
    expect(first).toBe(1_795_355_238_500);
    expect(moments.map(({ after }) => after)).toEqual([0, 2_250]);
  });

  it.each(['recorded', 'now'] as const)('plays to whoever signs in, with times as %s', async (times) => {
    const folder = mkdtempSync(join(tmpdir(), 'recording '));
    const file = join(folder, 'shift.txt');
    writeFileSync(file, TEXT);
    const start = performance.now();
    const now = () => 1_800_000_000_000 + Math.floor(performance.now() - start);
    const line = new RecordedLine({
      host: '127.0.0.1',
      port: 0,
      account: ACCOUNT,
      file,
      speed: 60,
      times,
      now,
    });
    const ear = Ear.on(await line.open());
    await ear.signIn();
    await line.done;
    await ear.hears(/QueueCallerJoin[\s\S]*Queue: q12351\r\n\r\n/);
    const stamps = [...ear.text.matchAll(/Timestamp: (\d+\.\d{6})\r\n/g)].map(([, stamp]) => Number(stamp));
    if (times === 'recorded') expect(stamps).toEqual([1_795_355_238.5, 1_795_355_240.75]);
    else expect((stamps[1] ?? 0) - (stamps[0] ?? 0)).toBeCloseTo(2.25 / 60, 3);
    ear.say('Action: QueueStatus', 'ActionID: q');
    await ear.hears(/A recording takes no orders/);
    await line.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
