import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** A signed-in person of the demonstration who keeps a few connections open, as a browser does. */
export class Caller {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #cookie = '';

  /** @param {string} address */
  constructor(address) {
    this.address = address;
  }

  /** @param {string} address @param {string} name */
  static async signIn(address, name) {
    const caller = new Caller(address);
    const answer = await caller.send('POST', '/api/session', { name, password: 'demo-12351' });
    caller.#cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
    return caller;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   * @param {string} [key] Idempotency-Key
   * @param {number} [version] If-Match
   * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }>}
   */
  send(method, path, body, key, version) {
    const text = body && JSON.stringify(body);
    const headers = {
      origin: this.address,
      ...(this.#cookie ? { cookie: this.#cookie } : {}),
      ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.address), { method, headers, agent: this.#agent }, (answer) => {
        /** @type {Buffer[]} */
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const all = Buffer.concat(chunks).toString();
          if (status >= 400) reject(new Error(`${method} ${path} → ${status} ${all.slice(0, 300)}`));
          else resolve({ status, headers: answer.headers, text: all });
        });
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** @param {object} body @returns {Promise<{ id: string }>} */
  async openTicket(body) {
    return JSON.parse((await this.send('POST', '/api/tickets', body, randomUUID())).text);
  }

  /**
   * Server-sent events, one by one.
   * @param {(event: string, data: any) => void} listen
   * @param {string} [path]
   * @returns {Promise<() => void>} once the stream stands; call to end it
   */
  follow(listen, path = '/api/live') {
    const headers = { cookie: this.#cookie, accept: 'text/event-stream' };
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.address), { headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`GET ${path} → ${answer.statusCode}`));
        let rest = '';
        answer.setEncoding('utf8');
        answer.on('error', () => undefined);
        answer.on('data', (chunk) => {
          const blocks = (rest + chunk).split('\n\n');
          rest = blocks.pop() ?? '';
          for (const block of blocks) {
            const field = (/** @type {string} */ name) =>
              new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
            listen(field('event') ?? 'message', JSON.parse(field('data') ?? '{}'));
          }
        });
        resolve(() => sent.destroy());
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  close() {
    this.#agent.destroy();
  }
}

const WORDS = [
  '工资',
  '拖欠',
  '班组',
  '工地',
  '合同',
  '社保',
  '加班',
  '项目部',
  '结算',
  '考勤',
  '承诺',
  '催要',
];

/**
 * A ticket as a call-centre agent writes it, made up, about 200 characters.
 * @param {number} n makes the phone number and the words
 * @param {string} workplace division code
 */
export function aTicket(n, workplace) {
  const number = `139${String((n * 7919) % 100_000_000).padStart(8, '0')}`;
  const words = Array.from({ length: 60 }, (_, at) => WORDS[(n * 31 + at * at) % WORDS.length]).join('');
  const now = Date.now();
  return {
    contact: {
      channel: 'call',
      number,
      callerName: '测试人',
      startedAt: new Date(now - 300_000).toISOString(),
      answeredAt: new Date(now - 290_000).toISOString(),
      outcome: 'open',
    },
    kind: 'complaint',
    field: 'pay',
    item: 'unpaid-wages',
    tags: ['migrant', 'construction'],
    difficulty: 'general',
    urgency: 'general',
    industry: 'construction',
    places: { caller: { code: '440305', guessed: true }, workplace: { code: workplace } },
    employer: `某某建筑劳务有限公司第${n % 500}项目部`,
    people: 1 + (n % 30),
    confidentiality: 'open',
    worker: { name: '测试人', phone: number },
    title: `第${n}号来电：班组被拖欠工资`,
    text: words,
  };
}
