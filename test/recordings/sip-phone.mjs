import { createSocket } from 'node:dgram';
import { EventEmitter } from 'node:events';
import { randomBytes } from 'node:crypto';

/**
 * Telephones that speak enough SIP (RFC 3261, RFC 3515, RFC 3891) for a switchboard to take them for real ones: they
 * ring, answer, hold, transfer blind and attended, send keys and hang up. No sound is sent. One `Exchange` is one UDP
 * socket with any number of telephones behind it; `moves` are told as they happen, with the clock of the telephone.
 */

const token = () => randomBytes(6).toString('hex');

function parse(text) {
  const [head, body = ''] = text.split('\r\n\r\n', 2);
  const [start, ...lines] = head.split('\r\n');
  const headers = new Map();
  const vias = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, at).trim().toLowerCase();
    const value = line.slice(at + 1).trim();
    if (name === 'via' || name === 'v') vias.push(value);
    if (!headers.has(name)) headers.set(name, value);
  }
  const answer = start.startsWith('SIP/2.0 ');
  return {
    start,
    body,
    vias,
    header: (name) => headers.get(name) ?? '',
    status: answer ? Number(start.split(' ')[1]) : 0,
    method: answer ? headers.get('cseq').split(' ')[1] : start.split(' ')[0],
    target: answer ? '' : start.split(' ')[1],
  };
}

const tagOf = (value) => /;tag=([^;>\s]+)/.exec(value)?.[1] ?? '';
const addressOf = (value) => /<([^>]+)>/.exec(value)?.[1] ?? value.split(';')[0];
export const userOf = (value) => /sips?:([^@>;]+)@/.exec(value)?.[1] ?? '';

/** One leg as a telephone sees it. Emits `answered`, `ended` and `failed` (with the SIP status). */
export class Leg extends EventEmitter {
  constructor(exchange, fields) {
    super();
    Object.assign(this, {
      exchange,
      cseq: 1,
      localTag: token(),
      remoteTag: '',
      up: false,
      over: false,
      ...fields,
    });
  }

  get #from() {
    return `<${this.localUri}>;tag=${this.localTag}`;
  }
  get #to() {
    return `<${this.remoteUri}>${this.remoteTag ? `;tag=${this.remoteTag}` : ''}`;
  }

  request(method, more = [], body = '', cseq = (this.cseq += 1)) {
    const branch = `z9hG4bK${token()}`;
    if (method === 'INVITE') this.branch = branch;
    const via = method === 'CANCEL' ? this.branch : branch;
    this.exchange.send(
      [
        `${method} ${this.remoteTarget} SIP/2.0`,
        `Via: SIP/2.0/UDP ${this.exchange.host}:${this.exchange.port};branch=${via};rport`,
        `From: ${this.#from}`,
        `To: ${method === 'CANCEL' ? `<${this.remoteUri}>` : this.#to}`,
        `Call-ID: ${this.callId}`,
        `CSeq: ${cseq} ${method}`,
        `Contact: <sip:${this.user}@${this.exchange.host}:${this.exchange.port}>`,
        'Max-Forwards: 70',
        ...more,
      ],
      body,
    );
  }

  invite(direction = 'sendrecv') {
    this.inviteSeq = this.cseq += 1;
    this.request('INVITE', ['Content-Type: application/sdp'], this.exchange.sdp(direction), this.inviteSeq);
  }

  answer(status, reason, body = '') {
    this.exchange.reply(this.invitation, status, reason, { tag: this.localTag, user: this.user, body });
    if (status === 200) this.up = true;
    if (status >= 300) this.#end();
  }

  ring() {
    this.answer(180, 'Ringing');
  }
  pickUp() {
    if (!this.over) this.answer(200, 'OK', this.exchange.sdp());
  }
  hold() {
    if (!this.over) this.invite('sendonly');
  }
  resume() {
    if (!this.over) this.invite();
  }
  key(digit) {
    if (!this.over)
      this.request('INFO', ['Content-Type: application/dtmf-relay'], `Signal=${digit}\r\nDuration=160\r\n`);
  }

  hangUp() {
    if (this.over) return;
    if (this.up) {
      this.request('BYE');
      return this.#end();
    }
    if (this.invitation) return this.answer(486, 'Busy Here');
    this.request('CANCEL', [], '', this.inviteSeq);
    this.#end();
  }

  /** REFER: the other side is sent to `extension`; with `replaces` it takes the place of this telephone in that leg. */
  refer(extension, replaces) {
    if (this.over) return;
    const query = replaces
      ? `?Replaces=${encodeURIComponent(`${replaces.callId};to-tag=${replaces.remoteTag};from-tag=${replaces.localTag}`)}`
      : '';
    const { host, port } = this.exchange.pbx;
    this.request('REFER', [
      `Refer-To: <sip:${extension}@${host}:${port}${query}>`,
      `Referred-By: <${this.localUri}>`,
    ]);
  }

  acknowledge(message) {
    const via = message.status >= 300 ? this.branch : `z9hG4bK${token()}`;
    this.exchange.send([
      `ACK ${this.remoteTarget} SIP/2.0`,
      `Via: SIP/2.0/UDP ${this.exchange.host}:${this.exchange.port};branch=${via};rport`,
      `From: ${this.#from}`,
      `To: ${message.header('to')}`,
      `Call-ID: ${this.callId}`,
      `CSeq: ${message.header('cseq').split(' ')[0]} ACK`,
      'Max-Forwards: 70',
    ]);
  }

  hear(message) {
    if (message.status) return this.#hearAnswer(message);
    if (message.method === 'ACK') return;
    if (message.method === 'INVITE') {
      return this.exchange.reply(message, 200, 'OK', {
        tag: this.localTag,
        user: this.user,
        body: this.exchange.sdp(),
      });
    }
    this.exchange.reply(message, 200, 'OK', { tag: this.localTag, user: this.user });
    if (message.method === 'CANCEL') {
      this.answer(487, 'Request Terminated');
    }
    if (message.method === 'BYE') this.#end();
  }

  #hearAnswer(message) {
    if (message.method !== 'INVITE') return;
    if (message.status > 100) this.remoteTag ||= tagOf(message.header('to'));
    if (message.status >= 200) {
      if (message.header('contact')) this.remoteTarget = addressOf(message.header('contact'));
      this.acknowledge(message);
    }
    if (message.status >= 300) {
      this.emit('failed', message.status);
      return this.up ? undefined : this.#end();
    }
    if (message.status >= 200 && !this.up) {
      this.up = true;
      this.emit('answered');
    } else if (message.status === 180) this.emit('ringing');
  }

  #end() {
    if (this.over) return;
    this.over = true;
    this.emit('ended');
  }
}

export class Exchange extends EventEmitter {
  legs = new Map();

  constructor(host, port, pbx) {
    super();
    Object.assign(this, { host, port, pbx });
    this.socket = createSocket('udp4');
    this.socket.on('message', (bytes) => this.#hear(parse(bytes.toString('utf8'))));
  }

  open() {
    return new Promise((done) => this.socket.bind(this.port, this.host, done));
  }
  close() {
    this.socket.close();
  }

  /** A telephone of ours calls `extension` at the switchboard. */
  call(user, extension, name = '') {
    const { host, port } = this.pbx;
    const leg = new Leg(this, {
      user,
      callId: `${token()}@${this.host}`,
      localUri: `sip:${user}@${this.host}`,
      remoteUri: `sip:${extension}@${host}:${port}`,
      remoteTarget: `sip:${extension}@${host}:${port}`,
      name,
    });
    this.legs.set(leg.callId, leg);
    leg.invite();
    return leg;
  }

  sdp(direction = 'sendrecv') {
    return [
      'v=0',
      `o=- 1 1 IN IP4 ${this.host}`,
      's=-',
      `c=IN IP4 ${this.host}`,
      't=0 0',
      'm=audio 40000 RTP/AVP 0',
      'a=rtpmap:0 PCMU/8000',
      `a=${direction}`,
      '',
    ].join('\r\n');
  }

  send(lines, body = '') {
    const text = [...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
    this.socket.send(text, this.pbx.port, this.pbx.host);
  }

  reply(message, status, reason, { tag, user, body = '' }) {
    const to = message.header('to');
    this.send(
      [
        `SIP/2.0 ${status} ${reason}`,
        ...message.vias.map((via) => `Via: ${via}`),
        `From: ${message.header('from')}`,
        `To: ${tagOf(to) ? to : `${to};tag=${tag}`}`,
        `Call-ID: ${message.header('call-id')}`,
        `CSeq: ${message.header('cseq')}`,
        `Contact: <sip:${user}@${this.host}:${this.port}>`,
        ...(body ? ['Content-Type: application/sdp'] : []),
      ],
      body,
    );
  }

  #hear(message) {
    const callId = message.header('call-id');
    const known = this.legs.get(callId);
    if (known) return known.hear(message);
    if (message.status) return;
    if (message.method !== 'INVITE') {
      if (message.method !== 'ACK') this.reply(message, 200, 'OK', { tag: token(), user: 'x' });
      return;
    }
    const leg = new Leg(this, {
      user: userOf(message.target),
      callId,
      invitation: message,
      localUri: addressOf(message.header('to')),
      remoteUri: addressOf(message.header('from')),
      remoteTarget: addressOf(message.header('contact')),
      remoteTag: tagOf(message.header('from')),
    });
    this.legs.set(callId, leg);
    this.emit('invited', leg);
  }
}
