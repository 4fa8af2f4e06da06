import { createServer, type Server, type Socket } from 'node:net';
import { RecordedFloor } from '../domain/recorded-floor.js';
import { SocketCall, type SocketCallPlan } from '../domain/socket-call.js';
import { eventFrame, readSocketRecording, type Recorded, socketFrame as frame } from './socket-recording.js';

export interface EventSocketSettings {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  /** a user of the directory who may sign in beside: `name@domain` and his password */
  readonly user?: { readonly name: string; readonly password: string };
  /** The bytes an event-socket client once received. */
  readonly recording: Buffer;
  /** ms; the switchboard's clock; without one it is the recording's */
  readonly now?: () => number;
  /** false: our address is not on its list */
  readonly letsIn?: boolean;
  /** false: mod_callcenter is not loaded */
  readonly hasCallCentre?: boolean;
}

/** A FreeSWITCH event socket behind which a recording is played, step by step. What nobody hears is lost, as it really is. */
export class RecordedEventSocket {
  readonly floor = new RecordedFloor();
  /** orders that were given, as they came */
  readonly orders: string[] = [];
  /** calls that were dialled, by an order or by `dial` */
  readonly dialled: SocketCall[] = [];
  /** its queue of events runs over: what happens is told to nobody, and what is asked is answered */
  losesEvents = false;
  private readonly played: readonly Recorded[];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private readonly signedIn = new Set<Socket>();
  private readonly listening = new Set<Socket>();
  private startedAt: number;
  private next = 0;

  constructor(private readonly settings: EventSocketSettings) {
    this.played = readSocketRecording(settings.recording);
    this.startedAt = this.clock();
    this.server = createServer((socket) => this.welcome(socket));
  }

  /** @returns the port, useful when 0 was asked for */
  async open(): Promise<number> {
    const { host, port } = this.settings;
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve());
    });
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  /** How many events the recording has. */
  get events(): number {
    return this.played.length;
  }

  /** Those that are still to come. */
  get left(): number {
    return this.played.length - this.next;
  }

  /** ms; the moment of the last event that was sent */
  get at(): number {
    return this.played[Math.max(0, this.next - 1)]?.at ?? 0;
  }

  /** Plays on by so many events. @param cut where the bytes are to be divided, for a wire that brings them in pieces */
  step(count: number, cut?: (length: number) => number): void {
    const events = this.played.slice(this.next, this.next + count);
    this.next += events.length;
    for (const { headers } of events) this.floor.hear(headers);
    if (this.losesEvents) return;
    this.send(Buffer.from(events.map(({ frame }) => frame).join('')), cut);
  }

  /** Plays everything up to that moment of the recording. @param ms since 1970 */
  playTo(ms: number): void {
    const later = this.played.findIndex(({ at }, place) => place >= this.next && at > ms);
    this.step((later < 0 ? this.played.length : later) - this.next);
  }

  /** A call of an inside telephone; it moves when it is told to. */
  dial(plan: SocketCallPlan): SocketCall {
    const call = new SocketCall(
      plan,
      (headers) => this.tell(headers),
      () => this.clock(),
    );
    this.dialled.push(call);
    return call.begin();
  }

  /** An event of our own making. */
  tell(headers: Readonly<Record<string, string>>): void {
    this.floor.hear(new Map(Object.entries(headers)));
    if (!this.losesEvents) this.send(Buffer.from(eventFrame(headers)));
  }

  /** Anything at all, to whoever listens. */
  send(bytes: Buffer, cut: (length: number) => number = (length) => length): void {
    for (let from = 0; from < bytes.length;) {
      const to = Math.min(bytes.length, from + Math.max(1, cut(bytes.length - from)));
      for (const socket of this.listening) socket.write(bytes.subarray(from, to));
      from = to;
    }
  }

  /** Cuts every connection, as a fallen network does; the switchboard goes on. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Dies and comes back: its calls are gone, its agents are not. */
  restart(): void {
    this.startedAt = this.clock();
    this.floor.forget();
    this.cut();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private clock(): number {
    return this.settings.now?.() ?? this.at;
  }

  private welcome(socket: Socket): void {
    if (this.settings.letsIn === false) {
      socket.end(`Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n`);
      return;
    }
    this.sockets.add(socket);
    socket.setNoDelay(true);
    socket.write('Content-Type: auth/request\n\n');
    let rest = '';
    socket.on('data', (bytes) => {
      const commands = (rest + bytes.toString('utf8')).split('\n\n');
      rest = commands.pop() ?? '';
      for (const command of commands) this.take(socket, command);
    });
    const gone = (): void => {
      for (const set of [this.sockets, this.signedIn, this.listening]) set.delete(socket);
    };
    socket.on('close', gone);
    socket.on('error', gone);
  }

  private take(socket: Socket, command: string): void {
    const [verb = ''] = command.split(' ');
    if (verb === 'auth' || verb === 'userauth') return this.signIn(socket, command);
    if (!this.signedIn.has(socket)) return void socket.write(reply('-ERR command not found'));
    if (verb === 'event') {
      this.listening.add(socket);
      socket.write(reply('+OK event listener enabled plain'));
    } else if (verb === 'api') socket.write(response(this.answer(command.slice(4))));
    else if (verb === 'bgapi') this.job(socket, command.slice(6));
    else socket.write(reply('-ERR command not found'));
  }

  private signIn(socket: Socket, command: string): void {
    const { password, user } = this.settings;
    const known = [`auth ${password}`, ...(user ? [`userauth ${user.name}:${user.password}`] : [])];
    if (known.includes(command)) {
      this.signedIn.add(socket);
      socket.write(reply('+OK accepted'));
      return;
    }
    const bye = 'Disconnected, goodbye.\nSee you at ClueCon! http://www.cluecon.com/\n';
    socket.end(
      `${reply('-ERR invalid')}Content-Type: text/disconnect-notice\nContent-Length: ${bye.length}\n\n${bye}`,
    );
  }

  private answer(command: string): string {
    const [verb = '', ...words] = command.split(' ');
    if (verb === 'status') return this.status();
    if (verb === 'strmicroepoch') return String(Math.round(this.clock() * 1000));
    if (command === 'show channels as json') return this.floor.channelsJson();
    if (verb.startsWith('uuid_')) this.change(verb, words);
    if (verb !== 'callcenter_config') return this.order(command, verb.startsWith('uuid_'));
    if (this.settings.hasCallCentre === false) return '-ERR callcenter_config Command not found!\n';
    return this.callCentre(words.join(' ')) ?? this.order(command, false);
  }

  private callCentre(words: string): string | null {
    const { floor } = this;
    if (words === 'agent list') return floor.agentList();
    if (words === 'tier list') return floor.tierList();
    if (words === 'queue list') return floor.queueList();
    if (words.startsWith('queue list members ')) return floor.memberList(words.slice(19));
    const [, name = '', status = ''] = /^agent set status (\S+) '?([^']+)'?$/.exec(words) ?? [];
    if (name === '') return /^tier add \S+ \S+ \d+ \d+$/.test(words) ? this.order(words, true) : null;
    this.orders.push(words);
    if (!floor.hasAgent(name)) return '-ERR Agent not found!\n';
    floor.setStatus(name, status);
    this.say({ 'CC-Agent': name, 'CC-Action': 'agent-status-change', 'CC-Agent-Status': status });
    return '+OK\n';
  }

  private order(command: string, taken: boolean): string {
    this.orders.push(command);
    return taken ? '+OK\n' : `-ERR ${command.split(' ')[0]} Command not found!\n`;
  }

  private job(socket: Socket, command: string): void {
    const [words = '', line = ''] = command.split('\n');
    const id = line.replace('Job-UUID: ', '');
    socket.write(reply(`+OK Job-UUID: ${id}`));
    this.orders.push(words);
    const body = words.includes('user/9999') ? '-ERR USER_NOT_REGISTERED\n' : `+OK ${id}\n`;
    const head = `Event-Name: BACKGROUND_JOB\nJob-UUID: ${id}\nContent-Length: ${body.length}\n\n${body}`;
    socket.write(frame(head));
    const [, leg = '', own = '', number = ''] =
      /^originate \{origination_uuid=([^,]+),.*\}user\/(\d+)\S* (\d+) XML /.exec(words) ?? [];
    if (number !== '' && own !== '9999') this.dial({ id: leg, own, number, ordered: true, gateway: 'trunk' });
  }

  private change(verb: string, words: readonly string[]): void {
    const call = this.dialled.find(({ id, otherId }) => words.includes(id) || words.includes(otherId));
    if (verb === 'uuid_kill') call?.hangUp();
    if (verb === 'uuid_hold') call?.hold(words[0] !== 'off');
  }

  private say(fields: Readonly<Record<string, string>>): void {
    const stamp = { 'Event-Date-Timestamp': String(Math.round(this.clock() * 1000)) };
    this.tell({ 'Event-Subclass': 'callcenter::info', 'Event-Name': 'CUSTOM', ...stamp, ...fields });
  }

  private status(): string {
    const up = Math.max(0, Math.floor((this.clock() - this.startedAt) / 1000));
    const [days, hours, minutes] = [
      Math.floor(up / 86_400),
      Math.floor(up / 3_600) % 24,
      Math.floor(up / 60) % 60,
    ];
    return `UP 0 years, ${days} days, ${hours} hours, ${minutes} minutes, ${up % 60} seconds, 0 milliseconds, 0 microseconds\nFreeSWITCH (Version 1.10.12 64bit) is ready\n`;
  }
}

const reply = (text: string): string => `Content-Type: command/reply\nReply-Text: ${text}\n\n`;
const response = (body: string): string =>
  `Content-Type: api/response\nContent-Length: ${Buffer.byteLength(body)}\n\n${body}`;
