import type { Role } from '@hotline/organization';
import { type Answer, OFFICERS, PlainSlip } from './plain-slip.js';
import { below, lowestCommon, type PlainPerson, type PlainUnit } from './plain-tree.js';

const REDO_ROUNDS = 3;
const ATTEMPTS = 3;
const HANDLER: readonly Role[] = ['handler'];

/** The way down, the handling, the way up and the end, as a person with paper and pencil would keep them. */
export class PlainCustody extends PlainSlip {
  private readonly returned = new Set<PlainUnit>();
  private attempts = 0;
  private reached = false;
  private redo = 0;
  everReported = false;

  protected atWork(): boolean {
    return ['dispatched', 'handling'].includes(this.state) && !this.ruler && !this.paused;
  }

  protected holdersTurn(): void {
    this.state = this.signed ? 'handling' : 'dispatched';
    const work = this.contacts > 0 ? 'report' : 'contact-worker';
    this.turn = { unit: this.holder, expected: this.signed ? work : 'sign' };
  }

  dispatch(by: PlainPerson, named: PlainUnit, support: PlainUnit | null): Answer {
    if (this.state !== 'unclear' || !this.overrules(by, ['dispatcher'], this.holder)) return 'refused';
    const target = this.fit(named);
    if (this.relieved.has(named) || this.relieved.has(target)) return 'refused';
    if (support && (support === named || !this.maySupport(support, target))) return 'refused';
    this.send(target, support ? [support] : []);
    return 'allowed';
  }

  sign(by: PlainPerson): Answer {
    const may = this.state === 'dispatched' && !this.ruler && !this.paused;
    if (!may || !this.acts(by, HANDLER, this.holder)) return 'refused';
    this.signed = true;
    this.stop('sign');
    this.holdersTurn();
    return 'allowed';
  }

  contact(by: PlainPerson): Answer {
    if (this.state !== 'handling' || !this.acts(by, HANDLER, this.holder)) return 'refused';
    this.contacts += 1;
    this.stop('contact');
    if (!this.ruler) this.turn = { unit: this.holder, expected: 'report' };
    return 'allowed';
  }

  passDown(by: PlainPerson, named: PlainUnit): Answer {
    const target = this.fit(named);
    if (!this.atWork() || !this.acts(by, HANDLER, this.holder)) return 'refused';
    if (!below(target, this.holder) || this.relieved.has(target)) return 'refused';
    this.send(target);
    return 'allowed';
  }

  requestReturn(by: PlainPerson, proposed: PlainUnit | null): Answer {
    const may = this.atWork() && this.from !== null && !this.returned.has(this.holder);
    if (!may || !this.acts(by, HANDLER, this.holder)) return 'refused';
    if (proposed && this.relieved.has(proposed)) return 'refused';
    const named = proposed ? lowestCommon(this.holder, proposed) : this.chain()[0];
    const ruler = named && named !== this.holder ? this.unbiased(named) : undefined;
    if (!ruler) return 'refused';
    this.returned.add(this.holder);
    this.ruler = ruler;
    this.turn = { unit: ruler, expected: 'rule-return' };
    this.start(ruler, 'ruling');
    return 'allowed';
  }

  ruleReturn(by: PlainPerson, granted: boolean, named: PlainUnit | null): Answer {
    const { ruler } = this;
    if (!ruler || !this.acts(by, OFFICERS, ruler) || (!granted && named)) return 'refused';
    const owner = named && this.fit(named);
    const within = !owner || owner === ruler || below(owner, ruler);
    if (!within || owner === this.holder || (owner && this.relieved.has(owner))) return 'refused';
    this.ruler = null;
    this.stop('ruling');
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
      this.start(ruler, 'dispatch');
    }
    return 'allowed';
  }

  /** An open part stands in the way, unless the lead says why it reports without it. */
  report(by: PlainPerson, waives: boolean): Answer {
    const may = this.state === 'handling' && this.atWork() && this.contacts > 0;
    if (!may || !this.acts(by, HANDLER, this.holder)) return 'refused';
    const open = this.parts.filter((part) => part.open);
    if (open.length > 0 && !waives) return 'refused';
    open.forEach(({ no }) => this.endPart(no));
    this.comesToCallBack();
    this.everReported = true;
    this.stop('sign', 'contact', 'handle');
    this.upTo(this.chain()[0]);
    return 'allowed';
  }

  /** Every report, declining or master case starts a round of calls of its own. */
  protected comesToCallBack(): void {
    this.attempts = 0;
    this.reached = false;
  }

  review(by: PlainPerson, accept: boolean): Answer {
    const reviewer = this.turn?.unit;
    if (this.state !== 'reported' || !this.acts(by, ['handler', 'supervisor'], reviewer)) return 'refused';
    const chain = this.chain();
    this.stop('review');
    if (accept) this.upTo(chain[chain.indexOf(reviewer as PlainUnit) + 1]);
    else {
      this.redo += 1;
      this.state = 'handling';
      this.turn = { unit: this.holder, expected: 'report' };
      this.start(this.holder, 'handle');
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

  /** One level up; directly below the intake unit, the same unit once more, where it may still have it. */
  private again(): void {
    const [superior] = this.chain();
    const target = this.fit(!superior || superior === this.intake ? this.holder : superior);
    this.redo += 1;
    this.stopStage();
    if (target !== this.intake || this.holder !== this.intake) {
      this.move(this.intake, target);
      this.arrive();
      return;
    }
    this.state = this.signed ? 'handling' : 'dispatched';
    this.turn = { unit: target, expected: this.signed ? 'report' : 'sign' };
    this.start(target, ...(this.signed ? ['handle'] : ['sign', 'contact', 'handle']));
  }

  close(by: PlainPerson): Answer {
    const may = this.state === 'call-back' && (this.reached || this.attempts >= ATTEMPTS);
    if (!may || !this.acts(by, ['agent'], this.intake)) return 'refused';
    this.end();
    return 'allowed';
  }

  archive(by: PlainPerson): Answer {
    if (this.state !== 'closed' || !this.acts(by, ['agent', 'supervisor'], this.intake)) return 'refused';
    this.state = 'archived';
    return 'allowed';
  }

  /** 提级: the next superior handles it itself, and a pause is over; one that never had it owes its report to nobody below. */
  raise(by: PlainPerson): Answer {
    const to = this.holder.parent && this.unbiased(this.holder.parent);
    const may = ['unclear', 'dispatched', 'handling'].includes(this.state) && !this.ruler;
    const above = this.overrules(by, OFFICERS, this.holder) && !this.acts(by, OFFICERS, this.holder);
    if (!may || !above || !to || this.recusedUnits.has(to)) return 'refused';
    const settled = this.orders.filter((one) => one.state === 'open' && one.to === this.holder);
    this.stopAbout(...settled.map(({ no }) => no));
    this.orders = this.orders.map((one) => (settled.includes(one) ? { ...one, state: 'ended' } : one));
    this.paused = false;
    this.move(this.led.has(to) ? this.holder : null, to);
    this.arrive();
    return 'allowed';
  }

  /** 撤诉, told to the unit that took the case; whatever was under way ends with it. */
  withdraw(by: PlainPerson): Answer {
    if (!this.open || !this.acts(by, ['agent'], this.intake)) return 'refused';
    this.end();
    return 'allowed';
  }

  /** 不予受理: only the unit that took the case says so, and owes the worker the reason. */
  decline(by: PlainPerson): Answer {
    const here = this.state === 'unclear' && this.turn?.unit === this.intake;
    if (!here || !this.acts(by, ['dispatcher'], this.intake)) return 'refused';
    this.comesToCallBack();
    this.stopStage();
    this.upTo(undefined);
    return 'allowed';
  }
}
