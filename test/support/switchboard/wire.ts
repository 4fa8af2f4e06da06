import { between, type Random } from '@hotline/kernel';

export const SECOND = 1_000_000;
/** An autumn morning, just before a second ends. */
const START = 1_796_000_000 * SECOND + 640_000;

export interface Channel {
  id: string;
  linked: string;
  name: string;
  number: string;
  context: string;
  exten: string;
  alive: boolean;
  /** came in where the dialplan has none of our lines */
  bare?: boolean;
}

export type Fields = Record<string, string | number>;

interface Task {
  us: number;
  order: number;
  /** the boot it belongs to; null: it happens whatever becomes of the PBX */
  boot: number | null;
  run: () => void;
}

export const secondOf = (us: number): number => Math.floor(us / SECOND);

/**
 * The outside of an Asterisk: a clock with work waiting on it, channels with their ids, the bytes on each manager
 * connection and the lines of `queue_log`. Field names and their order are those of `manager_channels.c`.
 */
export class Wire {
  us = START;
  timestamps = true;
  /** how far the machine's clock stands off */
  offUs = 0;
  readonly connections: string[][] = [];
  readonly lines: string[] = [];
  #tasks: Task[] = [];
  #order = 0;
  #legs = 0;
  #boot = 0;
  #bootUs = START - 9 * SECOND;
  #listening = true;

  constructor(
    readonly random: Random,
    readonly system = '',
  ) {
    this.connect();
  }

  /** What a clock on the machine shows: everything the PBX writes is by it. */
  get wallUs(): number {
    return this.us + this.offUs;
  }

  private stamp(): string {
    const us = this.wallUs;
    return `${secondOf(us)}.${String(us % SECOND).padStart(6, '0')}`;
  }

  after(seconds: number, run: () => void, always = false): void {
    const us = this.us + Math.round(seconds * SECOND);
    this.#order += 1;
    this.#tasks.push({ us, order: this.#order, boot: always ? null : this.#boot, run });
  }

  /** Does all work in the order of its time; a handler that takes long delays the next. */
  run(): void {
    for (;;) {
      const next = this.#tasks.reduce<Task | null>(
        (a, b) => (a && (a.us < b.us || (a.us === b.us && a.order < b.order)) ? a : b),
        null,
      );
      if (!next) return;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      if (next.boot !== null && next.boot !== this.#boot) continue;
      this.us = Math.max(this.us, next.us);
      next.run();
    }
  }

  connect(): void {
    this.#listening = true;
    this.connections.push([]);
    this.write(
      'Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: a1\r\nMessage: Authentication accepted\r\n\r\n',
    );
    const uptime = Math.floor((this.us - this.#bootUs) / SECOND);
    this.write(
      `Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: ${uptime}\r\nLastReload: ${uptime}\r\nStatus: Fully Booted\r\n\r\n`,
    );
  }

  cut(): void {
    this.#listening = false;
  }

  /** The process is gone with all its channels; it is up again after some seconds, its counter at zero. */
  crash(downSeconds: number): void {
    this.cut();
    this.#boot += 1;
    this.us += Math.round(downSeconds * SECOND);
    this.#bootUs = this.us;
    this.#legs = 0;
    this.us += 2 * SECOND;
    this.log('NONE', 'NONE', 'NONE', 'QUEUESTART', '');
  }

  write(text: string): void {
    if (this.#listening) this.connections.at(-1)?.push(text);
  }

  emit(name: string, ...parts: Fields[]): void {
    this.us += between(this.random, 3, 260);
    const fields = Object.assign({}, ...parts) as Fields;
    const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\r\n`);
    const time = this.timestamps ? `Timestamp: ${this.stamp()}\r\n` : '';
    this.write(`Event: ${name}\r\nPrivilege: call,all\r\n${time}${lines.join('')}\r\n`);
    if (this.random() < 0.15) this.#noise();
  }

  #noise(): void {
    const time = this.timestamps ? `Timestamp: ${this.stamp()}\r\n` : '';
    this.write(`Event: RTCPReceived\r\nPrivilege: reporting,all\r\n${time}SSRC: 0x1\r\n\r\n`);
  }

  log(id: string, queue: string, agent: string, event: string, ...data: (string | number)[]): void {
    this.lines.push([secondOf(this.wallUs), id, queue, agent, event, ...data].join('|'));
  }

  channel(device: string, number: string, context: string, exten: string, linked?: string): Channel {
    const n = this.#legs;
    this.#legs += 1;
    const id = `${this.system}${secondOf(this.wallUs)}.${n}`;
    const name = device.startsWith('Local/')
      ? `${device.replace('/n', '')}-${n.toString(16).padStart(8, '0')};1`
      : `${device}-${n.toString(16).padStart(8, '0')}`;
    const channel = { id, linked: linked ?? id, name, number, context, exten, alive: true };
    this.emit('Newchannel', this.of(channel));
    return channel;
  }

  of({ id, linked, name, number, context, exten }: Channel, prefix = ''): Fields {
    return {
      [`${prefix}Channel`]: name,
      [`${prefix}ChannelState`]: 6,
      [`${prefix}ChannelStateDesc`]: 'Up',
      [`${prefix}CallerIDNum`]: number || '<unknown>',
      [`${prefix}CallerIDName`]: number.startsWith('1') ? '王"二" <小>' : '<unknown>',
      [`${prefix}ConnectedLineNum`]: '<unknown>',
      [`${prefix}Language`]: 'en',
      [`${prefix}AccountCode`]: '',
      [`${prefix}Context`]: context,
      [`${prefix}Exten`]: exten,
      [`${prefix}Priority`]: 1,
      [`${prefix}Uniqueid`]: id,
      [`${prefix}Linkedid`]: linked,
    };
  }

  user(channel: Channel, name: string, fields: Fields): void {
    this.emit('UserEvent', this.of(channel), { UserEvent: name, CallUniqueid: channel.id, ...fields });
  }

  hangup(channel: Channel, cause = 16): void {
    if (!channel.alive) return;
    channel.alive = false;
    this.emit('Hangup', this.of(channel), { Cause: cause, 'Cause-txt': 'Normal Clearing' });
  }

  queueLog(): Uint8Array {
    return new TextEncoder().encode(this.lines.map((line) => `${line}\n`).join(''));
  }

  streams(): Uint8Array[] {
    return this.connections.map((blocks) => new TextEncoder().encode(blocks.join('')));
  }
}
