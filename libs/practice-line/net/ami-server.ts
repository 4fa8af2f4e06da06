import { createServer, type Server, type Socket } from 'node:net';
import { ACTIONS, type Answer, type Floor } from './actions.js';
import type { Board } from '../domain/board.js';
import type { Field, Frame } from '../domain/frames.js';
import { type Action, ActionReader, block, frameText } from './wire.js';

export const BANNER = 'Asterisk Call Manager/11.0.0\r\n';

export interface AmiAccount {
  readonly username: string;
  readonly secret: string;
}

/** The switchboard behind the wire: a board that runs, or nothing but a recording. */
export interface Stage {
  /** Brings the board to the present; undefined where a recording is played. */
  now(): Board | undefined;
  uptimeSeconds(): number;
  readonly floor: Floor;
  /** Called after an action, so that what it caused is sent at once. */
  flush(): void;
}

/** A client that reads slower than this many bytes behind is cut off, as Asterisk does (`writetimeout`). */
const MOST_UNSENT_BYTES = 8 * 1024 * 1024;

/** The AMI side of the practice line: any number of clients, each signs in before it hears anything. */
export class AmiServer {
  private readonly signedIn = new Set<Socket>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  constructor(
    private readonly account: AmiAccount,
    private readonly stage: Stage,
    private readonly onSignIn: (send: (text: string) => void) => void = () => undefined,
  ) {
    this.server = createServer((socket) => this.welcome(socket));
  }

  /** @returns the port, useful when 0 was asked for */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve());
    });
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : port;
  }

  send(frames: readonly Frame[]): void {
    if (frames.length > 0 && this.signedIn.size > 0) this.sendText(frames.map(frameText).join(''));
  }

  sendText(text: string | Buffer): void {
    for (const socket of this.signedIn) {
      if (socket.writableLength > MOST_UNSENT_BYTES) socket.destroy();
      else socket.write(text);
    }
  }

  /** Cuts every connection, as a fallen network does; the switchboard goes on. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private welcome(socket: Socket): void {
    this.sockets.add(socket);
    const reader = new ActionReader();
    socket.setNoDelay(true);
    socket.write(BANNER);
    socket.on('data', (bytes) => {
      for (const action of reader.read(bytes)) this.take(socket, action);
    });
    const gone = (): void => {
      this.sockets.delete(socket);
      this.signedIn.delete(socket);
    };
    socket.on('close', gone);
    socket.on('error', gone);
  }

  private take(socket: Socket, action: Action): void {
    const name = action.get('action')?.toLowerCase() ?? '';
    if (name === 'login') return this.login(socket, action);
    if (!this.signedIn.has(socket)) return this.say(socket, action, { error: 'Permission denied' });
    if (name === 'logoff') {
      socket.end(response('Goodbye', action, [['Message', 'Thanks for all the fish.']]));
      return;
    }
    const board = this.stage.now();
    const act = ACTIONS[name];
    if (!act) this.say(socket, action, { error: 'Invalid/unknown command' });
    else if (!board) this.say(socket, action, { error: 'A recording takes no orders' });
    else this.say(socket, action, act(board, action, this.stage.floor));
    this.stage.flush();
  }

  private login(socket: Socket, action: Action): void {
    const { username, secret } = this.account;
    if (action.get('username') !== username || action.get('secret') !== secret) {
      socket.end(response('Error', action, [['Message', 'Authentication failed']]));
      return;
    }
    socket.write(response('Success', action, [['Message', 'Authentication accepted']]));
    const uptime = this.stage.uptimeSeconds();
    const booted: Field[] = [
      ['Event', 'FullyBooted'],
      ['Privilege', 'system,all'],
      ['Uptime', uptime],
      ['LastReload', uptime],
      ['Status', 'Fully Booted'],
    ];
    socket.write(block(booted));
    this.signedIn.add(socket);
    this.onSignIn((text) => socket.write(text));
  }

  private say(socket: Socket, action: Action, answer: Answer): void {
    if ('error' in answer) socket.write(response('Error', action, [['Message', answer.error]]));
    else if ('ok' in answer) {
      const words: Field[] = answer.ok ? [['Message', answer.ok]] : [];
      socket.write(response('Success', action, [...words, ...(answer.extra ?? [])]));
    } else this.list(socket, action, answer);
  }

  private list(socket: Socket, action: Action, { list, end }: Extract<Answer, { list: unknown }>): void {
    const id = idLine(action);
    const start: Field[] = [
      ['EventList', 'start'],
      ['Message', 'List will follow'],
    ];
    socket.write(response('Success', action, start));
    for (const [event, fields] of list) socket.write(block([['Event', event], ...id, ...fields]));
    const last: Field[] = [['Event', end], ...id, ['EventList', 'Complete'], ['ListItems', list.length]];
    socket.write(block(last));
  }
}

const idLine = (action: Action): Field[] => {
  const id = action.get('actionid');
  return id === undefined ? [] : [['ActionID', id]];
};

const response = (kind: string, action: Action, fields: readonly Field[]): string =>
  block([['Response', kind], ...idLine(action), ...fields]);
