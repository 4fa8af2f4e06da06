import type { Role } from '@hotline/organization';
import { PlainTogether } from './plain-together.js';
import { type Answer, OFFICERS, type PlainClock, type PlainRequest, type Turn } from './plain-slip.js';
import { below, type PlainPerson, type PlainUnit } from './plain-tree.js';

const HANDLER: readonly Role[] = ['handler'];
const PAUSES_A_HOP = 2;
const RULING_OF = { extension: 'extension-ruling', exclusion: 'exclusion-ruling' } as const;

/** Requests, pauses, referrals, orders and groups: everything beside the custody of one ticket. */
export class PlainTicket extends PlainTogether {
  master: PlainTicket | null = null;
  linked = false;
  /** In the order of their links. */
  readonly followers: PlainTicket[] = [];
  private before: { state: string; turn: Turn | null; stage: readonly PlainClock[] } | null = null;

  private late(): boolean {
    return ['promise', 'handle'].some((kind) => {
      const due = this.dues.get(kind);
      return due !== undefined && this.now > due;
    });
  }

  private request(kind: PlainRequest['kind'], decision: PlainRequest['decision']): PlainRequest | undefined {
    return this.requests.find((one) => one.kind === kind && one.decision === decision);
  }

  private ask(by: PlainPerson, kind: PlainRequest['kind'], ruler: PlainUnit): 'allowed' {
    this.numbers += 1;
    this.requests = [...this.requests, { no: this.numbers, kind, by: by.id, ruler, decision: 'open' }];
    this.startAbout(this.numbers, RULING_OF[kind], ruler);
    return 'allowed';
  }

  private decided(no: number, decision: PlainRequest['decision']): 'allowed' {
    this.requests = this.requests.map((one) => (one.no === no ? { ...one, decision } : one));
    return 'allowed';
  }

  requestExtension(by: PlainPerson): Answer {
    const may = this.state === 'handling' && this.acts(by, HANDLER, this.holder) && !this.late();
    if (!may || this.request('extension', 'open') || this.request('extension', 'granted')) return 'refused';
    return this.ask(by, 'extension', this.chain()[0] ?? this.holder);
  }

  requestExclusion(by: PlainPerson): Answer {
    const twice = this.request('exclusion', 'open') ?? this.request('exclusion', 'granted');
    if (!this.open || twice || !this.overrules(by, OFFICERS, this.holder)) return 'refused';
    const superior = this.holder.parent ? this.unbiased(this.holder.parent) : this.holder;
    return this.ask(by, 'exclusion', this.chain()[0] ?? superior);
  }

  ruleRequest(by: PlainPerson, kind: PlainRequest['kind'], granted: boolean): Answer {
    const request = this.request(kind, 'open');
    const own = request?.by === by.id;
    if (!this.open || !request || own || !this.acts(by, OFFICERS, request.ruler)) return 'refused';
    this.stopAbout(request.no);
    return this.decided(request.no, granted ? 'granted' : 'refused');
  }

  revokeExclusion(by: PlainPerson): Answer {
    const request = this.request('exclusion', 'granted');
    const may = this.state !== 'archived' && this.overrules(by, OFFICERS, this.holder);
    return may && request ? this.decided(request.no, 'revoked') : 'refused';
  }

  pause(by: PlainPerson): Answer {
    const may = this.state === 'handling' && this.acts(by, HANDLER, this.holder) && this.atWork();
    if (!may || this.pausesHere >= PAUSES_A_HOP || this.late()) return 'refused';
    this.pausesHere += 1;
    this.paused = true;
    return 'allowed';
  }

  resume(by: PlainPerson): Answer {
    if (!this.open || !this.paused || !this.overrules(by, OFFICERS, this.holder)) return 'refused';
    this.paused = false;
    return 'allowed';
  }

  refer(by: PlainPerson): Answer {
    if (this.state !== 'handling' || !this.acts(by, HANDLER, this.holder)) return 'refused';
    this.numbers += 1;
    this.referrals = [...this.referrals, { no: this.numbers, unit: this.holder, open: true }];
    this.startAbout(this.numbers, 'referral', this.holder);
    return 'allowed';
  }

  reply(by: PlainPerson, no: number | undefined): Answer {
    const one = this.referrals.find((each) => each.no === no && each.open);
    const may = one && (this.acts(by, HANDLER, one.unit) || this.acts(by, HANDLER, this.holder));
    if (!this.open || !may) return 'refused';
    this.referrals = this.referrals.map((each) => (each === one ? { ...each, open: false } : each));
    this.stopAbout(one.no);
    return 'allowed';
  }

  /** The nearest post above the unit whose turn it is. */
  private superiorPost(by: PlainPerson, roles: readonly Role[]): PlainUnit | undefined {
    const { unit } = this.turn ?? {};
    return this.posts(by)
      .filter((post) => roles.includes(post.role) && unit && below(unit, post.unit))
      .map((post) => post.unit)
      .sort((a, b) => b.path.length - a.path.length)[0];
  }

  urge(by: PlainPerson): Answer {
    const unit = this.turn?.unit;
    if (!this.open || !unit) return 'refused';
    const roles: readonly Role[] = ['agent', ...OFFICERS];
    const above = this.overrules(by, roles, unit) && !this.acts(by, roles, unit);
    const desk = unit !== this.intake && this.acts(by, roles, this.intake);
    if (!above && !desk) return 'refused';
    const ofDesk = this.acts(by, roles, this.intake) ? this.intake : this.superiorPost(by, roles);
    return this.order(this.superiorPost(by, OFFICERS) ?? ofDesk ?? this.intake, unit);
  }

  supervise(by: PlainPerson): Answer {
    const unit = this.turn?.unit;
    if (!this.open || !unit) return 'refused';
    const above = this.overrules(by, OFFICERS, unit) && !this.acts(by, OFFICERS, unit);
    const from = this.superiorPost(by, OFFICERS);
    if (!above || !from) return 'refused';
    this.order(from, unit);
    this.startAbout(this.numbers, 'order', unit);
    return 'allowed';
  }

  private order(from: PlainUnit, to: PlainUnit): 'allowed' {
    this.numbers += 1;
    this.orders = [...this.orders, { no: this.numbers, from, to, state: 'open' }];
    return 'allowed';
  }

  answerOrder(by: PlainPerson, no: number | undefined): Answer {
    const one = this.orders.find((each) => each.no === no && each.state === 'open');
    if (!this.open || !one || !this.acts(by, OFFICERS, one.to)) return 'refused';
    this.orders = this.orders.map((each) => (each === one ? { ...each, state: 'answered' } : each));
    this.stopAbout(one.no);
    return 'allowed';
  }

  endOrder(by: PlainPerson, no: number | undefined): Answer {
    const one = this.orders.find((each) => each.no === no && each.state !== 'ended');
    if (!this.open || !one || !this.acts(by, OFFICERS, one.from)) return 'refused';
    this.orders = this.orders.map((each) => (each === one ? { ...each, state: 'ended' } : each));
    this.stopAbout(one.no);
    return 'allowed';
  }

  assign(by: PlainPerson, to: PlainPerson | undefined): Answer {
    const may = ['dispatched', 'handling'].includes(this.state) && this.acts(by, OFFICERS, this.holder);
    if (!may || !to) return 'refused';
    this.assignee = to.id;
    return 'allowed';
  }

  private groups(by: PlainPerson): boolean {
    return this.overrules(by, OFFICERS, this.holder);
  }

  link(by: PlainPerson, master: PlainTicket): Answer {
    const may = (this.state === 'unclear' || this.atWork()) && !this.paused && !this.linked;
    const leads = master !== this && !['call-back', 'grouped', 'closed', 'archived'].includes(master.state);
    const sees = by.posts.some(({ role, unit }) => OFFICERS.includes(role) && master.within(unit));
    if (!may || !leads || !sees || !this.groups(by)) return 'refused';
    this.before = { state: this.state, turn: this.turn, stage: this.stage() };
    this.stopStage();
    Object.assign(this, { state: 'grouped', master, linked: true });
    this.turn = { unit: this.holder, expected: 'follow-master' };
    master.linked = true;
    master.followers.push(this);
    return 'allowed';
  }

  unlink(by: PlainPerson): Answer {
    if (this.state !== 'grouped' || !this.before || !this.groups(by)) return 'refused';
    if (this.master) this.master.followers.splice(this.master.followers.indexOf(this), 1);
    this.asBefore();
    Object.assign(this, { master: null, linked: false });
    return 'allowed';
  }

  private asBefore(): void {
    const { state = this.state, turn = this.turn, stage = [] } = this.before ?? {};
    Object.assign(this, { state, turn, before: null });
    this.clocks = [...this.clocks, ...stage];
  }

  override end(): void {
    super.end();
    this.before = null;
  }

  /** What happens by itself when the master case has come to its call-back or its end. */
  settle(): void {
    if (this.state !== 'grouped' || !this.master) return;
    if (!['call-back', 'closed', 'archived'].includes(this.master.state)) return;
    if (!this.master.everReported) return this.takeOver();
    this.before = null;
    this.comesToCallBack();
    this.upTo(undefined);
  }

  /** The master ended unreported: the ticket is itself again and leads whoever else followed. */
  private takeOver(): void {
    const left = this.master;
    this.asBefore();
    this.master = null;
    this.followers.push(...(left?.followers ?? []).filter((one) => one !== this && one.master === left));
    for (const one of this.followers) one.master = this;
  }

  /** When the next thing happens by itself: a pause ends, an unruled request goes one level up. */
  nextByItself(): Date | null {
    const times = this.unruled().map(({ kind }) => this.dues.get(kind));
    const found = [this.paused ? this.pauseUntil : null, ...times].filter((time) => time instanceof Date);
    return found.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  }

  private unruled(): PlainClock[] {
    const above = ({ unit }: PlainClock) => unit.parent && !this.recusedUnits.has(this.unbiased(unit.parent));
    return this.clocks.filter((clock) => clock.kind.endsWith('ruling') && above(clock));
  }

  /** Time has passed. */
  tick(now: Date): void {
    this.now = now;
    if (this.paused && this.pauseUntil && this.pauseUntil <= now) this.paused = false;
    for (const clock of this.unruled()) {
      const due = this.dues.get(clock.kind);
      if (due && due < now && clock.unit.parent) this.raiseRuling(clock, this.unbiased(clock.unit.parent));
    }
  }

  private raiseRuling(clock: PlainClock, to: PlainUnit): void {
    this.clocks = this.clocks.map((one) => (one === clock ? { ...one, unit: to } : one));
    if (clock.kind !== 'ruling') {
      this.requests = this.requests.map((one) => (one.no === clock.about ? { ...one, ruler: to } : one));
      return;
    }
    this.ruler = to;
    this.turn = { unit: to, expected: 'rule-return' };
  }
}
