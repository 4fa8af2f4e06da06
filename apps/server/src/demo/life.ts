import { ARCHIVE_AFTER_DAYS } from '@hotline/follow-up';
import { DAY_MS, type Instant, MINUTE_MS } from '@hotline/kernel';
import type { FieldCode } from '@hotline/ticket';
import type { CaseFile } from './case-file.js';
import { lastAnswer, type Milestone, type Plot } from './plot.js';
import { between, chance, pick, type Random } from './random.js';
import { DISPATCH_NOTES, RETURN_TEXTS, REVIEW_NOTES, RULING_NOTES, WORKER_CONTACT_NOTES } from './remarks.js';
import { report } from './reports.js';

/** Moments at which the next thing happens, in order; whatever follows a moment happens at it. */
type Life = Generator<Instant, void, void>;

// Shares of the whole length at which a stage happens, for the first round of handling.
const SHARES = {
  returned: 0.05,
  ruled: 0.12,
  signed: 0.15,
  contacted: 0.2,
  reported: 0.6,
  reviewed: 0.72,
  called: 0.9,
};
/** A redo has its own, shorter round. */
const ROUND = 0.55;

class Told extends Error {}

/** Tells the story of one ticket step by step; the caller decides how far time goes. */
export class Storyteller {
  private readonly openedAt: Instant;

  constructor(
    private readonly file: CaseFile,
    private readonly plot: Plot,
    private readonly random: Random,
  ) {
    this.openedAt = file.at;
  }

  /** Plays until `now`, or until the plot's milestone; @returns whether the milestone was reached. */
  playUntil(now: Instant): boolean {
    try {
      for (const at of this.life()) {
        if (at >= now) return false;
        this.file.at = at;
      }
    } catch (end) {
      if (end instanceof Told) return true;
      throw end;
    }
    return false;
  }

  private passed(milestone: Milestone): void {
    if (this.plot.until === milestone) throw new Told();
  }

  private *life(): Life {
    yield* this.route();
    this.passed('dispatched');
    if (this.plot.asksReturn) yield* this.askReturn();
    for (let round = 0; this.file.facts.state !== 'closed'; round += 1) {
      yield* this.handle(round);
      yield* this.reviews(round);
      yield* this.callBacks(round);
    }
    yield new Date(
      this.file.at.getTime() + ARCHIVE_AFTER_DAYS * DAY_MS + between(this.random, 1, 55) * MINUTE_MS,
    );
    this.file.archive();
  }

  /** The moment at a share of the length, never before the last step. */
  private moment(share: number, round: number): Instant {
    const minutes = this.plot.length * (share + round * ROUND);
    const { file } = this;
    const at = this.plot.wall
      ? new Date(this.openedAt.getTime() + minutes * MINUTE_MS)
      : file.world.afterWork(file.holder, this.openedAt, minutes);
    return new Date(Math.max(at.getTime(), file.at.getTime() + between(this.random, 40, 200) * 1_000));
  }

  private soon(least: number, most: number): Instant {
    return new Date(this.file.at.getTime() + between(this.random, least, most));
  }

  private *route(): Life {
    while (this.file.facts.state === 'queued') {
      yield this.soon(300, 2_500);
      this.file.dispatchHop();
    }
    if (this.file.facts.state !== 'unclear') return;
    this.passed(this.file.facts.queueReason === 'returned' ? 'returned' : 'unclear');
    const workplace = this.file.facts.places.workplace.code ?? this.file.facts.places.caller.code;
    yield this.soon(4 * MINUTE_MS, 26 * MINUTE_MS);
    this.file.dispatchTo(this.file.world.unit(workplace ?? ''), pick(this.random, DISPATCH_NOTES));
    yield* this.route();
  }

  private *askReturn(): Life {
    const { file, random } = this;
    const reason = this.plot.asksReturn;
    if (!reason || !file.facts.hops.at(-1)?.fromUnitId) return;
    yield this.moment(SHARES.returned, 0);
    const { clause, reason: text } = pick(random, RETURN_TEXTS[reason]);
    file.requestReturn(reason, clause, text, null);
    this.passed('return-asked');
    yield this.moment(SHARES.ruled, 0);
    const ruler = file.world.parts.tree.get(file.facts.openReturn?.rulerUnitId ?? '');
    const below = file.world.parts.tree.childrenOf(ruler.id).filter((unit) => unit.id !== file.holder.id);
    const granted = this.plot.until === 'returned' || (this.plot.returnGranted && below.length > 0);
    const owner = granted && this.plot.until !== 'returned' ? pick(random, below) : null;
    file.ruleReturn(granted, pick(random, RULING_NOTES[granted ? 'granted' : 'refused']), owner);
    yield* this.route();
  }

  private *handle(round: number): Life {
    const { file, random, plot } = this;
    if (file.facts.state === 'dispatched') {
      yield this.moment(SHARES.signed, round);
      file.sign();
      this.passed('signed');
    }
    if (file.facts.turn?.expected === 'contact-worker') yield* this.contacts(round);
    if (plot.stuck) throw new Told();
    yield this.moment(SHARES.reported, round);
    const { field, employer } = file.facts;
    const people = file.opened.ticket.people;
    const told = report(random, plot.outcome, { field: field as FieldCode, people, employer });
    file.report({ outcome: plot.outcome, ...told });
    this.passed('reported');
  }

  private *contacts(round: number): Life {
    const { file, random } = this;
    const tries = this.plot.outcome === 'unreachable' ? 2 : chance(random, 0.2) ? 1 : 0;
    for (let missed = 0; missed < tries; missed += 1) {
      yield this.moment(SHARES.contacted - 0.02, round);
      file.contactWorker('call', false, pick(random, WORKER_CONTACT_NOTES.missed));
    }
    if (this.plot.outcome !== 'unreachable') {
      yield this.moment(SHARES.contacted, round);
      const means = pick(random, ['call', 'call', 'call', 'visit', 'meeting'] as const);
      file.contactWorker(means, true, pick(random, WORKER_CONTACT_NOTES.reached));
    }
    this.passed('contacted');
  }

  private *reviews(round: number): Life {
    const { file, random } = this;
    let back = this.plot.sentBack && round === 0;
    for (let level = 0; file.facts.state === 'reported'; level += 1) {
      yield this.moment(SHARES.reviewed + level * 0.05, round);
      file.review(!back, pick(random, REVIEW_NOTES[back ? 'redo' : 'accept']));
      this.passed(back ? 'sent-back' : 'reviewed');
      if (back) yield* this.handle(round + 0.1);
      back = false;
    }
    this.passed('call-back-due');
  }

  private *callBacks(round: number): Life {
    const { file, plot, random } = this;
    for (let attempt = 0; file.facts.turn?.expected === 'call-back'; attempt += 1) {
      yield this.moment(SHARES.called + attempt * 0.03, round);
      const planned = round === 0 ? plot.answers[attempt] : undefined;
      file.callBack(planned ?? lastAnswer(random));
      this.passed('tried');
    }
    if (file.facts.turn?.expected !== 'close') return;
    yield this.soon(MINUTE_MS, 4 * MINUTE_MS);
    file.close();
  }
}
