import type { Role } from '@hotline/organization';
import {
  chainUp,
  type PlainPerson,
  type PlainPost,
  type PlainUnit,
  provinceOf,
  route,
} from './plain-tree.js';

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

export interface PlainClock {
  readonly kind: string;
  readonly unit: PlainUnit;
  /** Number of the record it times; null for a clock of the custody itself. */
  readonly about: number | null;
}

/** One part asked of a unit beside the lead. */
export interface PlainPart {
  readonly no: number;
  readonly unit: PlainUnit;
  readonly signed: boolean;
  readonly passed: boolean;
  readonly declined: boolean;
  readonly insisted: boolean;
  readonly open: boolean;
}

export interface PlainRequest {
  readonly no: number;
  readonly kind: 'extension' | 'exclusion';
  readonly by: string;
  readonly ruler: PlainUnit;
  readonly decision: 'open' | 'granted' | 'refused' | 'lapsed' | 'revoked';
}

export interface PlainOrder {
  readonly no: number;
  readonly from: PlainUnit;
  readonly to: PlainUnit;
  readonly state: 'open' | 'answered' | 'ended';
}

export interface PlainReferral {
  readonly no: number;
  readonly unit: PlainUnit;
  readonly open: boolean;
}

export interface PlainAbout {
  readonly intake: PlainUnit;
  /** The union inside the reported employer; null when the employer has none. */
  readonly employer: PlainUnit | null;
  readonly blind: boolean;
}

export const OFFICERS: readonly Role[] = ['dispatcher', 'handler', 'supervisor'];
const READERS: readonly Role[] = ['agent', ...OFFICERS];
const RECORDS = ['extension-ruling', 'exclusion-ruling', 'support', 'order', 'referral'];
const MOST_PARTS = 10;

/** What stands on the paper of one ticket, and the few moves every verb is made of. */
export class PlainSlip {
  state = 'unclear';
  holder: PlainUnit;
  turn: Turn | null;
  clocks: readonly PlainClock[];
  /** Whose hands it has been through, supporting ones included: they keep it in sight. */
  readonly touched = new Set<PlainUnit>();
  /** Units that led it. */
  protected readonly led = new Set<PlainUnit>();
  private readonly firstFrom = new Map<PlainUnit, PlainUnit | null>();
  protected from: PlainUnit | null = null;
  protected signed = false;
  protected contacts = 0;
  /** Relieved by a ruling: the ticket never comes back to it. */
  protected readonly relieved = new Set<PlainUnit>();
  protected ruler: PlainUnit | null = null;
  parts: readonly PlainPart[] = [];
  requests: readonly PlainRequest[] = [];
  orders: readonly PlainOrder[] = [];
  referrals: readonly PlainReferral[] = [];
  pausesHere = 0;
  paused = false;
  assignee: string | null = null;
  consent: boolean | null = null;
  protected readonly recusedUnits = new Set<PlainUnit>();
  protected readonly recusedPeople = new Set<string>();
  protected numbers = 0;
  /** Copied from the calendar: when what is running is due, and when the pause ends. */
  dues: ReadonlyMap<string, Date> = new Map();
  pauseUntil: Date | null = null;
  now = new Date(0);

  constructor(
    readonly id: string,
    readonly about: PlainAbout,
  ) {
    const { intake } = about;
    this.holder = intake;
    this.touched.add(intake);
    this.led.add(intake);
    this.turn = { unit: intake, expected: 'dispatch' };
    this.clocks = [];
    this.start(intake, 'promise', 'dispatch');
  }

  get intake(): PlainUnit {
    return this.about.intake;
  }

  get open(): boolean {
    return !['closed', 'archived'].includes(this.state);
  }

  visibleTo({ posts }: PlainPerson): boolean {
    return posts.some(({ role, unit }) => READERS.includes(role) && this.within(unit));
  }

  protected within(unit: PlainUnit): boolean {
    return [...this.touched].some((touched) => touched.path.startsWith(unit.path));
  }

  /** Without the posts in units withdrawn from the case; somebody withdrawn has none left. */
  protected posts({ id, posts }: PlainPerson): readonly PlainPost[] {
    return this.recusedPeople.has(id) ? [] : posts.filter(({ unit }) => !this.recusedUnits.has(unit));
  }

  protected acts(by: PlainPerson, roles: readonly Role[], unit: PlainUnit | undefined | null): boolean {
    return this.posts(by).some((post) => roles.includes(post.role) && post.unit === unit);
  }

  protected overrules(by: PlainPerson, roles: readonly Role[], unit: PlainUnit): boolean {
    return this.posts(by).some((post) => roles.includes(post.role) && unit.path.startsWith(post.unit.path));
  }

  /** Is this the union inside the reported employer, or one below it, while the worker has not agreed? */
  private keptAway(unit: PlainUnit): boolean {
    const { employer } = this.about;
    return this.consent !== true && !!employer && chainUp(unit).includes(employer);
  }

  /** Everything the worker said is kept from them. */
  keptFrom({ id, posts }: PlainPerson): boolean {
    const out = posts.length > 0 && this.posts({ id, posts }).length === 0;
    return out || posts.some(({ unit }) => this.keptAway(unit));
  }

  /** Who the worker is, is kept from them. */
  withheldFrom(person: PlainPerson): boolean {
    if (this.keptFrom(person)) return true;
    const inside = person.posts.every(({ unit }) => unit.enterprise);
    return this.about.blind && this.consent !== true && inside;
  }

  /** Who may receive it in place of the unit named. */
  protected fit(named: PlainUnit): PlainUnit {
    const kept = this.keptAway(named);
    if (!kept && !this.recusedUnits.has(named)) return named;
    const above = kept ? chainUp(named).find((unit) => !unit.enterprise) : named.parent;
    return above ? this.fit(above) : named;
  }

  /** The unit, or the nearest above it that has no interest in the case. */
  protected unbiased(unit: PlainUnit): PlainUnit {
    return chainUp(unit).find((one) => !this.recusedUnits.has(one)) ?? unit;
  }

  protected start(unit: PlainUnit, ...kinds: string[]): void {
    this.clocks = [...this.clocks, ...kinds.map((kind) => ({ kind, unit, about: null }))];
  }

  protected startAbout(no: number, kind: string, unit: PlainUnit): void {
    this.clocks = [...this.clocks, { kind, unit, about: no }];
  }

  protected stop(...kinds: string[]): void {
    this.clocks = this.clocks.filter(({ kind }) => !kinds.includes(kind));
  }

  protected stopAbout(...numbers: number[]): void {
    this.clocks = this.clocks.filter(({ about }) => about === null || !numbers.includes(about));
  }

  protected stage(): PlainClock[] {
    return this.clocks.filter(({ kind }) => kind !== 'promise' && !RECORDS.includes(kind));
  }

  protected stopStage(): void {
    const stage = this.stage();
    this.clocks = this.clocks.filter((clock) => !stage.includes(clock));
  }

  protected move(from: PlainUnit | null, to: PlainUnit): void {
    this.touched.add(to);
    this.led.add(to);
    if (!this.firstFrom.has(to) && to !== this.intake) this.firstFrom.set(to, from);
    if (to !== this.holder) this.assignee = null;
    Object.assign(this, { holder: to, from, signed: false, contacts: 0, pausesHere: 0 });
    this.stopStage();
  }

  protected arrive(): void {
    this.stopStage();
    this.start(this.holder, 'sign', 'contact', 'handle');
    this.state = 'dispatched';
    this.turn = { unit: this.holder, expected: 'sign' };
  }

  /** All the way to the target, which takes along those named and the home province of a case that left it. */
  protected send(target: PlainUnit, support: readonly PlainUnit[] = []): void {
    const way = route(this.holder, target);
    support.forEach((unit) => this.askPart(unit));
    for (let at = 1; at < way.length; at += 1) this.move(way[at - 1] as PlainUnit, way[at] as PlainUnit);
    this.arrive();
    const home = provinceOf(this.intake);
    const there = provinceOf(target);
    const asked = target === home || this.parts.some(({ unit }) => unit === home);
    if (home && there && home !== there && !asked && !this.recusedUnits.has(home)) this.askPart(home);
  }

  protected askPart(unit: PlainUnit): void {
    this.numbers += 1;
    const part = { no: this.numbers, unit, signed: false, passed: false, declined: false, insisted: false };
    this.parts = [...this.parts, { ...part, open: true }];
    this.touched.add(unit);
    this.startAbout(part.no, 'support', unit);
  }

  /** May this unit be asked for a part of a case that `lead` leads? */
  protected maySupport(unit: PlainUnit, lead: PlainUnit): boolean {
    const open = this.parts.filter((part) => part.open);
    const free = unit !== lead && !open.some((part) => part.unit === unit) && open.length < MOST_PARTS;
    return free && this.fit(unit) === unit && !this.recusedUnits.has(unit);
  }

  protected endPart(no: number): void {
    this.parts = this.parts.map((part) => (part.no === no ? { ...part, open: false } : part));
    this.stopAbout(no);
  }

  /** The way a report travels back up, nearest first; nobody with an interest reviews. */
  protected chain(): PlainUnit[] {
    return this.wholeChain().filter((unit) => !this.recusedUnits.has(unit));
  }

  protected wholeChain(): PlainUnit[] {
    const above: PlainUnit[] = [];
    let unit = this.holder === this.intake ? undefined : this.firstFrom.get(this.holder);
    while (unit && !above.includes(unit)) {
      above.push(unit);
      unit = unit === this.intake ? undefined : this.firstFrom.get(unit);
    }
    return above;
  }

  protected upTo(superior: PlainUnit | undefined): void {
    this.state = superior ? 'reported' : 'call-back';
    this.turn = superior
      ? { unit: superior, expected: 'review' }
      : { unit: this.intake, expected: 'call-back' };
    this.start(superior ?? this.intake, superior ? 'review' : 'call-back');
  }

  /** Nothing of it runs any more. */
  protected end(): void {
    this.state = 'closed';
    this.turn = null;
    this.ruler = null;
    this.paused = false;
    this.clocks = [];
    this.parts = this.parts.map((part) => ({ ...part, open: false }));
    this.referrals = this.referrals.map((one) => ({ ...one, open: false }));
    this.requests = this.requests.map((one) =>
      one.decision === 'open' ? { ...one, decision: 'lapsed' } : one,
    );
  }
}
