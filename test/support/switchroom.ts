import { seededRandom } from '@hotline/kernel';
import { answer } from '../../libs/practice-line/domain/agent-journey.js';
import { Board, type BoardSettings, type Call } from '../../libs/practice-line/domain/board.js';
import { arrive } from '../../libs/practice-line/domain/caller-journey.js';
import { bridgeFields, type Field, type Leg, legFields } from '../../libs/practice-line/domain/frames.js';
import {
  dial,
  type DialPlan,
  type Fate,
  type OutboundCall,
} from '../../libs/practice-line/domain/outbound.js';
import { addMember } from '../../libs/practice-line/domain/sign-in.js';
import { block, frameText } from '../../libs/practice-line/net/wire.js';

const BOARD: BoardSettings = {
  number: '12351',
  ivrMs: 500,
  queues: [
    { name: 'q12351', ringMs: 20_000, retryMs: 500, limitMs: 60_000, mostWaiting: 6, serviceSeconds: 15 },
  ],
};
const PLAN: Omit<DialPlan, 'number'> = {
  pickUpMs: 1_000,
  timeoutMs: 30_000,
  fate: 'answered',
  otherMs: 3_000,
  talkMs: 30_000,
};
const START = Date.UTC(2026, 10, 2, 1);
const FATES: readonly Fate[] = ['answered', 'no-answer', 'busy', 'off'];

/** The practice switchboard as bytes on a wire, without a wire: calls from outside, dialled, and from desk to desk. */
export class Switchroom {
  private board = new Board(BOARD, START);
  private text = '';

  constructor() {
    this.begin(0);
  }

  private begin(uptime: number): void {
    this.text += block([
      ['Event', 'FullyBooted'],
      ['Uptime', uptime],
    ]);
    for (const number of ['8001', '8002', '8003'])
      addMember(this.board, {
        interface: `PJSIP/${number}`,
        name: `坐席${number}`,
        queue: 'q12351',
        pausedReason: null,
      });
    this.board.onRing = (_, call) =>
      this.board.later(call, 2_000, () => call.ring && answer(this.board, call));
  }

  wait(ms: number): this {
    this.board.advance(this.board.time + ms);
    return this;
  }

  /** A caller who waits, talks and hangs up. */
  arrive(talkMs = 20_000): Call {
    const plan = { number: '14200000077', queue: 'q12351', patienceMs: 90_000, talkMs };
    return arrive(this.board, { ...plan, endedBy: 'caller' });
  }

  dial(number: string, change: Partial<DialPlan> = {}, at = 'PJSIP/8001'): OutboundCall {
    const member = this.board.members.get(at);
    const call = member && dial(this.board, member, { ...PLAN, ...change, number }, () => undefined);
    if (!call) throw new Error(`${at} is not free`);
    return call;
  }

  /** Lifted and dialled on the telephone itself; the other side answers and hangs up. */
  byHand(own: string, number: string, endpoint: string): void {
    const { board } = this;
    const mine = board.newLeg(own, own, 4, { context: 'agents' });
    mine.exten = number;
    board.setState(mine, 6);
    const other = board.newLeg(endpoint, number, 0, { linkedid: mine.linkedid, context: 'agents' });
    const both = (leg: Leg): Field[] => [...legFields(mine), ...legFields(leg, 'Dest')];
    board.emit('DialBegin', both(other));
    this.wait(4_000);
    board.emit('DialEnd', [...both(other), ['DialStatus', 'ANSWER']]);
    const bridge = board.newBridgeId();
    for (const leg of [other, mine])
      board.emit('BridgeEnter', [...bridgeFields(bridge, 2), ...legFields(leg)]);
    this.wait(20_000);
    for (const leg of [other, mine])
      board.emit('BridgeLeave', [...bridgeFields(bridge, 0), ...legFields(leg)]);
    board.hangUp(other);
    board.hangUp(mine);
  }

  /** A leg that rings nobody: it was made to listen. */
  alone(own: string): void {
    const leg = this.board.newLeg(own, own, 6, { context: 'agents' });
    this.wait(10_000);
    this.board.hangUp(leg);
  }

  /** The switchboard dies and is back after a while; nobody says what became of its calls. */
  restart(afterMs: number): this {
    this.flush();
    this.board = new Board(BOARD, this.board.time + afterMs);
    this.begin(1);
    return this.wait(1_000);
  }

  /** Callers and dialled calls at random, all on the telephones of three desks. */
  shift(seed: number, lengthMs: number): this {
    const random = seededRandom(seed);
    const until = this.board.time + lengthMs;
    for (let made = 0; this.board.time < until; made += 1) {
      this.wait(Math.floor(random() * 20_000));
      if (random() < 0.5) this.arrive(Math.floor(random() * 40_000));
      else this.tryDial(`1420000${String(made).padStart(4, '0')}`, random);
    }
    return this.wait(300_000);
  }

  private tryDial(number: string, random: () => number): void {
    const at = `PJSIP/800${1 + Math.floor(random() * 3)}`;
    const member = this.board.members.get(at);
    const id = random() < 0.7 ? { id: `01890a5d-ac96-774b-bcce-${number.padStart(12, '0')}` } : {};
    const fate = FATES[Math.floor(random() * 4)] ?? 'busy';
    if (member) dial(this.board, member, { ...PLAN, ...id, fate, number }, () => undefined);
  }

  private flush(): void {
    this.text += this.board.drain().frames.map(frameText).join('');
  }

  bytes(): Buffer {
    this.flush();
    return Buffer.from(this.text);
  }
}
