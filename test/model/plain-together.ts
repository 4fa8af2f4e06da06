import type { Role } from '@hotline/organization';
import { PlainCustody } from './plain-custody.js';
import { type Answer, OFFICERS, type PlainPart } from './plain-slip.js';
import { below, type PlainPerson, type PlainUnit } from './plain-tree.js';

const HANDLER: readonly Role[] = ['handler'];
const READERS: readonly Role[] = ['agent', ...OFFICERS];

const waits = (part: PlainPart): boolean => part.declined && !part.insisted;

/** Parts of supporting units, who is withdrawn from the case, and what the employer's own union may know. */
export class PlainTogether extends PlainCustody {
  private part(no: number | undefined): PlainPart | undefined {
    return this.open ? this.parts.find((part) => part.no === no && part.open) : undefined;
  }

  private mark(no: number, change: Partial<PlainPart>): 'allowed' {
    this.parts = this.parts.map((part) => (part.no === no ? { ...part, ...change } : part));
    return 'allowed';
  }

  askSupport(by: PlainPerson, unit: PlainUnit): Answer {
    const may = ['dispatched', 'handling'].includes(this.state) && this.overrules(by, OFFICERS, this.holder);
    if (!may || !this.maySupport(unit, this.holder)) return 'refused';
    this.askPart(unit);
    return 'allowed';
  }

  signPart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part || part.signed || waits(part) || !this.acts(by, HANDLER, part.unit)) return 'refused';
    return this.mark(part.no, { signed: true });
  }

  passPart(by: PlainPerson, no: number | undefined, to: PlainUnit): Answer {
    const part = this.part(no);
    if (!part || part.passed || waits(part) || !this.acts(by, HANDLER, part.unit)) return 'refused';
    const twice = this.parts.some((one) => one.open && one.unit === to);
    const fits = below(to, part.unit) && to !== this.holder && !twice && this.fit(to) === to;
    if (!fits || this.recusedUnits.has(to)) return 'refused';
    this.touched.add(to);
    this.stopAbout(part.no);
    this.startAbout(part.no, 'support', to);
    return this.mark(part.no, { unit: to, passed: true, signed: false });
  }

  contactForPart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part?.signed || waits(part) || !this.acts(by, HANDLER, part.unit)) return 'refused';
    return this.withheldFrom(by) ? 'refused' : 'allowed';
  }

  reportPart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part?.signed || waits(part) || !this.acts(by, HANDLER, part.unit)) return 'refused';
    this.endPart(part.no);
    return 'allowed';
  }

  declinePart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part || part.declined || !this.acts(by, HANDLER, part.unit)) return 'refused';
    return this.mark(part.no, { declined: true });
  }

  insistOnPart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part || !waits(part) || !this.overrules(by, OFFICERS, this.holder)) return 'refused';
    return this.mark(part.no, { insisted: true });
  }

  withdrawPart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    if (!part || !this.overrules(by, OFFICERS, this.holder)) return 'refused';
    this.endPart(part.no);
    return 'allowed';
  }

  waivePart(by: PlainPerson, no: number | undefined): Answer {
    const part = this.part(no);
    const may = ['dispatched', 'handling'].includes(this.state) && this.acts(by, HANDLER, this.holder);
    if (!part || !may) return 'refused';
    this.endPart(part.no);
    return 'allowed';
  }

  /** The worker's word, kept by an agent or handler of a unit that has led it and may know the worker. */
  recordConsent(by: PlainPerson, agreed: boolean): Answer {
    const had = [...this.led].some((unit) => this.acts(by, ['agent', 'handler'], unit));
    if (!this.open || !had || this.withheldFrom(by)) return 'refused';
    this.consent = agreed;
    return 'allowed';
  }

  recuseSelf(by: PlainPerson): Answer {
    const reads = this.posts(by).some(({ role, unit }) => READERS.includes(role) && this.within(unit));
    if (!this.open || !reads) return 'refused';
    this.recusedPeople.add(by.id);
    return 'allowed';
  }

  /** A unit declares its interest through one of its officers, or an officer above orders it out. */
  recuseUnit(by: PlainPerson, unit: PlainUnit): Answer {
    const reads = this.posts(by).some((post) => READERS.includes(post.role) && this.within(post.unit));
    const says =
      this.acts(by, OFFICERS, unit) || (!!unit.parent && this.overrules(by, OFFICERS, unit.parent));
    if (!this.open || !reads || !says || this.recusedUnits.has(unit)) return 'refused';
    if (unit === this.intake || this.ruler) return 'refused';
    return unit === this.holder ? this.takeAway(unit) : this.leaveOut(unit);
  }

  private takeAway(unit: PlainUnit): Answer {
    if (this.state === 'grouped') return 'refused';
    this.recusedUnits.add(unit);
    const above = this.fit(unit);
    if (above === unit) {
      this.recusedUnits.delete(unit);
      return 'refused';
    }
    this.endPartsOf(unit);
    this.paused = false;
    this.move(unit, above);
    this.arrive();
    return 'allowed';
  }

  private leaveOut(unit: PlainUnit): Answer {
    const reviews = this.state === 'reported' && this.turn?.unit === unit;
    this.recusedUnits.add(unit);
    this.endPartsOf(unit);
    if (reviews) {
      const whole = this.wholeChain();
      this.stop('review');
      this.upTo(whole.slice(whole.indexOf(unit) + 1).find((one) => !this.recusedUnits.has(one)));
    }
    return 'allowed';
  }

  private endPartsOf(unit: PlainUnit): void {
    this.parts.filter((part) => part.open && part.unit === unit).forEach(({ no }) => this.endPart(no));
  }
}
