import { Exchange, userOf } from './sip-phone.mjs';

/** A shift by chance: what every caller and every telephone will do, and the telephones that do it. */

export function chance(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 4294967296;
  };
}

/** Shares of what happens; a recording overrides what it is about. */
export const USUAL = {
  seconds: 150,
  calls: 26,
  ivr: 0.06,
  impatient: 0.2,
  pickup: 0,
  key: 0.06,
  hold: 0.2,
  blind: 0.12,
  attended: 0.12,
  refuse: 0.08,
  ringOut: 0.06,
  overflow: 0.15,
  all: 0.1,
  pauses: 4,
  dials: 2,
  anonymous: 0.05,
};

export function planned(seed, options = {}) {
  const like = { ...USUAL, ...options };
  const random = chance(seed);
  const between = (low, high) => Math.round(low + random() * (high - low));
  const of = (...list) => list[Math.floor(random() * list.length)];
  const calls = Array.from({ length: like.calls }, (_, n) => {
    const kind = random();
    const transfer = random();
    return {
      number: random() < like.anonymous ? 'anonymous' : `1990001${String(n).padStart(4, '0')}`,
      at: between(0, (like.seconds - 45) * 1000),
      dnis: kind < like.overflow ? '12352' : kind < like.overflow + like.all ? '12353' : '12351',
      ivrHang: random() < like.ivr ? between(300, 900) : null,
      patience: random() < like.impatient ? between(2_900, 22_000) : null,
      key: random() < like.key ? between(4_500, 9_000) : null,
      talk: between(3_000, 20_000),
      ender: of('caller', 'caller', 'agent'),
      hold: random() < like.hold ? { after: between(700, 1_500), length: between(500, 1_800) } : null,
      transfer:
        transfer < like.blind
          ? { kind: 'blind', after: between(1_500, 3_000), to: of('9100', '9200', '9300', '8004') }
          : transfer < like.blind + like.attended
            ? {
                kind: of('attended', 'attended', 'early'),
                after: between(1_500, 3_000),
                to: of('9100', '8004', '8007', '9300'),
              }
            : null,
    };
  }).sort((a, b) => a.at - b.at);
  // Two callers without a number cannot be told from each other by the telephone that answers.
  let hidden = 0;
  for (const call of calls)
    if (call.number === 'anonymous' && (hidden += 1) > 1)
      call.number = `1990002${String(hidden).padStart(4, '0')}`;
  const pauses = Array.from({ length: like.pauses }, () => ({
    at: between(5_000, (like.seconds - 30) * 1000),
    length: between(4_000, 15_000),
    agent: of('8001', '8002', '8003', '8006'),
    reason: of('小休', '用餐', '培训', 'acw'),
  }));
  const dials = Array.from({ length: like.dials }, () => ({
    at: between(5_000, (like.seconds - 30) * 1000),
    agent: of('8002', '8003', '8006'),
    to: of('8004', '8007', '91990003333'),
    talk: between(1_000, 5_000),
  }));
  return { calls, pauses, dials, random, like };
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The telephones of a shift. `note(what, fields)` writes down what they did. */
export class Telephones {
  constructor(plan, ports, note) {
    const pbx = { host: '127.0.0.1', port: ports.sip };
    this.plan = plan;
    this.note = note;
    this.outside = new Exchange('127.0.0.2', ports.callers, pbx);
    this.inside = new Exchange('127.0.0.3', ports.agents, pbx);
    this.callers = new Map();
    this.inside.on('invited', (leg) => void this.#rung(leg));
    this.outside.on('invited', (leg) => void this.#rungOutside(leg));
  }

  async open() {
    await this.outside.open();
    await this.inside.open();
  }
  close() {
    for (const leg of [...this.outside.legs.values(), ...this.inside.legs.values()]) leg.hangUp();
    setTimeout(() => (this.outside.close(), this.inside.close()), 500);
  }

  async call(plan) {
    const leg = this.outside.call(plan.number, plan.dnis);
    const caller = { plan, leg, talking: 0, transferred: false };
    this.callers.set(plan.number, caller);
    leg.on('ended', () => (caller.over = true));
    const note = (what, more) => this.note(what, { caller: plan.number, dnis: plan.dnis, ...more });
    leg.on('answered', () => note('arrived'));
    leg.on('failed', (status) => note('not-taken', { status }));
    leg.on('ended', () => note('gone', { by: caller.left ?? 'switchboard' }));
    const leave = (why) => {
      if (leg.over) return;
      caller.left = why;
      leg.hangUp();
    };
    caller.leave = leave;
    if (plan.ivrHang !== null) return void setTimeout(() => leave('menu'), plan.ivrHang);
    if (plan.patience !== null) setTimeout(() => caller.talking || leave('patience'), plan.patience);
    if (plan.key !== null)
      setTimeout(() => caller.talking || (leg.over || note('key', {}), leg.key('1')), plan.key);
  }

  async dial({ agent, to, talk }) {
    const leg = this.inside.call(agent, to);
    leg.on('answered', () => {
      this.note('dialled', { agent, to });
      setTimeout(() => leg.hangUp(), talk);
    });
    await sleep(20_000);
    leg.hangUp();
  }

  async #rungOutside(leg) {
    leg.ring();
    await sleep(800);
    leg.pickUp();
  }

  async #rung(leg) {
    const { random, like } = this.plan;
    const number = userOf(leg.remoteUri) || 'anonymous';
    const caller = this.callers.get(number);
    const about = { agent: leg.user, caller: number };
    leg.ring();
    this.note('ringing', about);
    leg.on('ended', () => this.note(leg.up ? 'agent-gone' : 'ring-ended', about));
    if (random() < like.pickup && caller) {
      await sleep(700);
      return leg.over ? undefined : this.#pickedUpElsewhere(leg, caller, about);
    }
    const luck = random();
    if (luck < like.refuse) {
      await sleep(900);
      if (leg.over) return;
      this.note('refused', about);
      return leg.hangUp();
    }
    if (luck < like.refuse + like.ringOut) return;
    await sleep(500 + random() * 3_000);
    if (leg.over) return;
    leg.pickUp();
    this.note('picked-up', about);
    await this.#talk(leg, caller, about);
  }

  /** A colleague takes the call that rings here (`PickupChan`); his telephone then has the caller. */
  async #pickedUpElsewhere(leg, caller, about) {
    const colleague = ['8001', '8002', '8003'].find((user) => user !== leg.user);
    this.note('pickup', { ...about, by: colleague });
    const taken = this.inside.call(colleague, `*${leg.user}`);
    const done = await new Promise((end) => {
      taken.on('answered', () => end(true));
      taken.on('ended', () => end(false));
    });
    if (!done) return leg.over ? undefined : leg.pickUp();
    this.note('picked-up', { ...about, by: colleague });
    await this.#talk(taken, caller, { agent: leg.user, caller: about.caller });
  }

  async #talk(leg, caller, about) {
    if (!caller) {
      // Asked by a colleague, or behind a transfer whose caller's number is not shown: talks four seconds at most.
      await sleep(4_000 + this.plan.random() * 3_000);
      return leg.hangUp();
    }
    const { plan } = caller;
    const first = !caller.talking;
    caller.talking = Date.now();
    if (first && plan.hold) {
      await sleep(plan.hold.after);
      if (!leg.over) this.note('hold', about);
      leg.hold();
      await sleep(plan.hold.length);
      if (!leg.over) this.note('unhold', about);
      leg.resume();
    }
    if (first && plan.transfer) {
      await sleep(plan.transfer.after);
      if (!leg.over) await this.#transfer(leg, plan.transfer, about);
      if (plan.transfer.kind === 'blind' || leg.over) return;
    }
    await sleep(first ? plan.talk : 3_000 + this.plan.random() * 4_000);
    if (leg.over || caller.leg.over) return;
    if (plan.ender === 'agent') {
      this.note('agent-ends', about);
      leg.hangUp();
    } else caller.leave('talked');
  }

  async #transfer(leg, { kind, to }, about) {
    this.note(`transfer-${kind}`, { ...about, to });
    if (kind === 'blind') {
      leg.refer(to);
      await sleep(1_500);
      return leg.hangUp();
    }
    this.note('hold', about);
    leg.hold();
    const asked = this.inside.call(leg.user, to);
    const ready = new Promise((done) => {
      asked.on(kind === 'early' ? 'ringing' : 'answered', () => done(true));
      asked.on('ended', () => done(false));
      setTimeout(() => done(false), 14_000);
    });
    if (await ready) {
      if (kind === 'attended') await sleep(1_200);
      this.note('transfer-completed', { ...about, to });
      leg.refer(to, asked);
      await sleep(2_000);
      asked.hangUp();
      return leg.hangUp();
    }
    asked.hangUp();
    if (!leg.over) this.note('unhold', about);
    leg.resume();
  }
}
