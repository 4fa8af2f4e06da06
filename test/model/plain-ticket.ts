import type { Role } from '@hotline/organization';

/** A plain copy of the rules of custody, written from the words of the lifecycle and not from its code. */
export interface PlainUnit {
  readonly id: string;
  readonly path: string;
  readonly parent: PlainUnit | null;
}

export interface PlainPerson {
  readonly posts: readonly { readonly role: Role; readonly unit: PlainUnit }[];
}

export type Expected =
  | 'dispatch'
  | 'sign'
  | 'contact-worker'
  | 'report'
  | 'rule-return'
  | 'review'
  | 'call-back'
  | 'close'
  | 'follow-master';

export interface Turn {
  readonly unit: PlainUnit;
  readonly expected: Expected;
}

/** No answer of a verb but "allowed" changes anything. */
export type Answer = 'allowed' | 'refused';

const REDO_ROUNDS = 3;
const ATTEMPTS = 3;
const READERS: readonly Role[] = ['agent', 'dispatcher', 'handler', 'supervisor'];

const chainUp = (unit: PlainUnit | null): PlainUnit[] => (unit ? [unit, ...chainUp(unit.parent)] : []);

export function lowestCommon(a: PlainUnit, b: PlainUnit): PlainUnit {
  const above = chainUp(a).find((unit) => b.path.startsWith(unit.path));
  if (!above) throw new Error('two roots');
  return above;
}

/** Up to the common superior, then down, one level at a time; both ends included. */
export function route(from: PlainUnit, to: PlainUnit): PlainUnit[] {
  const top = lowestCommon(from, to);
  const up = chainUp(from).filter((unit) => unit.path.length > top.path.length);
  const down = chainUp(to).filter((unit) => unit.path.length > top.path.length);
  return [...up, top, ...down.reverse()];
}

/** One ticket as a person with paper and pencil would keep it. */
export class PlainTicket {
  state = 'unclear';
  holder: PlainUnit;
  turn: Turn | null;
  readonly touched = new Set<PlainUnit>();
  private readonly firstFrom = new Map<PlainUnit, PlainUnit | null>();
  private from: PlainUnit | null = null;
  private signed = false;
  private contacts = 0;
  private everContacted = false;
  private readonly returned = new Set<PlainUnit>();
  /** Relieved by a ruling: the ticket never comes back to it. */
  private readonly relieved = new Set<PlainUnit>();
  private ruler: PlainUnit | null = null;
  private attempts = 0;
  private reached = false;
  private redo = 0;
  everReported = false;
  master: PlainTicket | null = null;
  linked = false;
  /** In the order of their links. */
  readonly followers: PlainTicket[] = [];
  private before: { state: string; turn: Turn | null } | null = null;

  constructor(
    readonly id: string,
    readonly intake: PlainUnit,
  ) {
    this.holder = intake;
    this.touched.add(intake);
    this.turn = { unit: intake, expected: 'dispatch' };
  }

  visibleTo({ posts }: PlainPerson): boolean {
    return posts.some(
      ({ role, unit }) =>
        READERS.includes(role) &&
        [this.holder, ...this.touched].some((touched) => touched.path.startsWith(unit.path)),
    );
  }

  private acts({ posts }: PlainPerson, roles: readonly Role[], unit: PlainUnit | undefined): boolean {
    return posts.some((post) => roles.includes(post.role) && post.unit === unit);
  }

  private overrules({ posts }: PlainPerson, roles: readonly Role[], unit: PlainUnit): boolean {
    return posts.some((post) => roles.includes(post.role) && unit.path.startsWith(post.unit.path));
  }

  private move(from: PlainUnit | null, to: PlainUnit): void {
    this.touched.add(to);
    if (!this.firstFrom.has(to) && to !== this.intake) this.firstFrom.set(to, from);
    Object.assign(this, { holder: to, from, signed: false, contacts: 0, everContacted: false });
  }

  /** All the way to the target; whoever lies between has had it in the hand. */
  private send(target: PlainUnit): void {
    const way = route(this.holder, target);
    for (let at = 1; at < way.length; at += 1) this.move(way[at - 1] as PlainUnit, way[at] as PlainUnit);
    this.state = 'dispatched';
    this.turn = { unit: target, expected: 'sign' };
  }

  private chain(): PlainUnit[] {
    const above: PlainUnit[] = [];
    let unit = this.holder === this.intake ? undefined : this.firstFrom.get(this.holder);
    while (unit && !above.includes(unit)) {
      above.push(unit);
      unit = unit === this.intake ? undefined : this.firstFrom.get(unit);
    }
    return above;
  }

  private holdersTurn(): void {
    this.state = this.signed ? 'handling' : 'dispatched';
    const work = this.everContacted ? 'report' : 'contact-worker';
    this.turn = { unit: this.holder, expected: this.signed ? work : 'sign' };
  }

  dispatch(by: PlainPerson, target: PlainUnit): Answer {
    if (this.state !== 'unclear' || !this.overrules(by, ['dispatcher'], this.holder)) return 'refused';
    if (this.relieved.has(target)) return 'refused';
    this.send(target);
    return 'allowed';
  }

  sign(by: PlainPerson): Answer {
    if (this.state !== 'dispatched' || this.ruler || !this.acts(by, ['handler'], this.holder))
      return 'refused';
    this.signed = true;
    this.holdersTurn();
    return 'allowed';
  }

  contact(by: PlainPerson): Answer {
    if (this.state !== 'handling' || !this.acts(by, ['handler'], this.holder)) return 'refused';
    this.contacts += 1;
    this.everContacted = true;
    if (!this.ruler) this.turn = { unit: this.holder, expected: 'report' };
    return 'allowed';
  }

  passDown(by: PlainPerson, target: PlainUnit): Answer {
    const under = target !== this.holder && target.path.startsWith(this.holder.path);
    const below = under && !this.relieved.has(target);
    const may = ['dispatched', 'handling'].includes(this.state) && !this.ruler;
    if (!may || !below || !this.acts(by, ['handler'], this.holder)) return 'refused';
    this.send(target);
    return 'allowed';
  }

  requestReturn(by: PlainPerson, proposed: PlainUnit | null): Answer {
    const may = ['dispatched', 'handling'].includes(this.state) && !this.ruler && this.from !== null;
    if (!may || this.returned.has(this.holder) || !this.acts(by, ['handler'], this.holder)) return 'refused';
    if (proposed && this.relieved.has(proposed)) return 'refused';
    const ruler = proposed ? lowestCommon(this.holder, proposed) : this.chain()[0];
    if (!ruler || ruler === this.holder) return 'refused';
    this.returned.add(this.holder);
    this.ruler = ruler;
    this.turn = { unit: ruler, expected: 'rule-return' };
    return 'allowed';
  }

  ruleReturn(by: PlainPerson, granted: boolean, owner: PlainUnit | null): Answer {
    const { ruler } = this;
    if (!ruler || !this.acts(by, ['dispatcher', 'handler', 'supervisor'], ruler)) return 'refused';
    if (granted && owner && (!owner.path.startsWith(ruler.path) || owner === this.holder)) return 'refused';
    if (!granted && owner) return 'refused';
    if (granted && owner && this.relieved.has(owner)) return 'refused';
    this.ruler = null;
    if (!granted) {
      this.holdersTurn();
      return 'allowed';
    }
    this.relieved.add(this.holder);
    this.move(this.holder, ruler);
    if (owner) this.send(owner);
    else {
      this.state = 'unclear';
      this.turn = { unit: ruler, expected: 'dispatch' };
    }
    return 'allowed';
  }

  report(by: PlainPerson): Answer {
    const may = this.state === 'handling' && !this.ruler && this.contacts > 0;
    if (!may || !this.acts(by, ['handler'], this.holder)) return 'refused';
    Object.assign(this, { attempts: 0, reached: false, everReported: true });
    this.upTo(this.chain()[0]);
    return 'allowed';
  }

  private upTo(superior: PlainUnit | undefined): void {
    this.state = superior ? 'reported' : 'call-back';
    this.turn = superior
      ? { unit: superior, expected: 'review' }
      : { unit: this.intake, expected: 'call-back' };
  }

  review(by: PlainPerson, accept: boolean): Answer {
    const reviewer = this.turn?.unit;
    if (this.state !== 'reported' || !this.acts(by, ['handler', 'supervisor'], reviewer)) return 'refused';
    const chain = this.chain();
    if (accept) this.upTo(chain[chain.indexOf(reviewer as PlainUnit) + 1]);
    else {
      this.redo += 1;
      this.state = 'handling';
      this.turn = { unit: this.holder, expected: 'report' };
    }
    return 'allowed';
  }

  callBack(by: PlainPerson, said: 'nothing' | 'satisfied' | 'dissatisfied'): Answer {
    if (this.state !== 'call-back' || this.reached || !this.acts(by, ['agent'], this.intake))
      return 'refused';
    this.attempts += 1;
    this.reached = said !== 'nothing';
    if (said === 'dissatisfied' && this.redo < REDO_ROUNDS) this.again();
    else {
      const done = this.reached || this.attempts >= ATTEMPTS;
      this.turn = { unit: this.intake, expected: done ? 'close' : 'call-back' };
    }
    return 'allowed';
  }

  /** One level up; directly below the intake unit, the same unit once more. */
  private again(): void {
    const [superior] = this.chain();
    const target = !superior || superior === this.intake ? this.holder : superior;
    this.redo += 1;
    if (target === this.intake) {
      this.state = this.signed ? 'handling' : 'dispatched';
      this.turn = { unit: target, expected: this.signed ? 'report' : 'sign' };
      return;
    }
    this.move(this.intake, target);
    this.state = 'dispatched';
    this.turn = { unit: target, expected: 'sign' };
  }

  close(by: PlainPerson): Answer {
    const may = this.state === 'call-back' && (this.reached || this.attempts >= ATTEMPTS);
    if (!may || !this.acts(by, ['agent'], this.intake)) return 'refused';
    this.state = 'closed';
    this.turn = null;
    return 'allowed';
  }

  archive(by: PlainPerson): Answer {
    if (this.state !== 'closed' || !this.acts(by, ['agent', 'supervisor'], this.intake)) return 'refused';
    this.state = 'archived';
    return 'allowed';
  }

  /** 提级: the next superior handles it itself; one that never had it owes its report to nobody below. */
  raise(by: PlainPerson): Answer {
    const roles: readonly Role[] = ['dispatcher', 'handler', 'supervisor'];
    const { parent } = this.holder;
    const may = ['unclear', 'dispatched', 'handling'].includes(this.state) && !this.ruler && parent;
    const above = this.overrules(by, roles, this.holder) && !this.acts(by, roles, this.holder);
    if (!may || !above) return 'refused';
    this.move(this.touched.has(parent) ? this.holder : null, parent);
    this.state = 'dispatched';
    this.turn = { unit: parent, expected: 'sign' };
    return 'allowed';
  }

  /** 撤诉, told to the unit that took the case; whatever was under way ends with it. */
  withdraw(by: PlainPerson): Answer {
    const open = !['closed', 'archived'].includes(this.state);
    if (!open || !this.acts(by, ['agent'], this.intake)) return 'refused';
    Object.assign(this, { state: 'closed', turn: null, ruler: null, before: null });
    return 'allowed';
  }

  /** 不予受理: only the unit that took the case says so, and owes the worker the reason. */
  decline(by: PlainPerson): Answer {
    const here = this.state === 'unclear' && this.turn?.unit === this.intake;
    if (!here || !this.acts(by, ['dispatcher'], this.intake)) return 'refused';
    this.state = 'call-back';
    this.turn = { unit: this.intake, expected: 'call-back' };
    Object.assign(this, { attempts: 0, reached: false });
    return 'allowed';
  }

  private groups(by: PlainPerson): boolean {
    return this.overrules(by, ['dispatcher', 'handler', 'supervisor'], this.holder);
  }

  link(by: PlainPerson, master: PlainTicket): Answer {
    const may = ['unclear', 'dispatched', 'handling'].includes(this.state) && !this.ruler && !this.linked;
    const leads = master !== this && !['call-back', 'grouped', 'closed', 'archived'].includes(master.state);
    const sees = this.groups(by) && master.groupsSeenBy(by);
    if (!may || !leads || !sees) return 'refused';
    this.before = { state: this.state, turn: this.turn };
    Object.assign(this, { state: 'grouped', master, linked: true });
    this.turn = { unit: this.holder, expected: 'follow-master' };
    master.linked = true;
    master.followers.push(this);
    return 'allowed';
  }

  private groupsSeenBy({ posts }: PlainPerson): boolean {
    const roles: readonly Role[] = ['dispatcher', 'handler', 'supervisor'];
    return posts.some(
      ({ role, unit }) =>
        roles.includes(role) && [...this.touched].some((touched) => touched.path.startsWith(unit.path)),
    );
  }

  unlink(by: PlainPerson): Answer {
    if (this.state !== 'grouped' || !this.before || !this.groups(by)) return 'refused';
    if (this.master) this.master.followers.splice(this.master.followers.indexOf(this), 1);
    Object.assign(this, { ...this.before, before: null, master: null, linked: false });
    return 'allowed';
  }

  /** What happens by itself when the master case has come to its call-back or its end. */
  settle(): void {
    if (this.state !== 'grouped' || !this.master) return;
    if (!['call-back', 'closed', 'archived'].includes(this.master.state)) return;
    if (!this.master.everReported) return this.takeOver();
    this.before = null;
    this.state = 'call-back';
    this.turn = { unit: this.intake, expected: 'call-back' };
    Object.assign(this, { attempts: 0, reached: false });
  }

  /** The master ended unreported: the ticket is itself again and leads whoever else followed. */
  private takeOver(): void {
    const left = this.master;
    Object.assign(this, { ...this.before, before: null, master: null });
    this.followers.push(...(left?.followers ?? []).filter((one) => one !== this && one.master === left));
    for (const one of this.followers) one.master = this;
  }
}
