import { Injectable } from '@nestjs/common';
import { RuleBook } from '@hotline/calendar';
import { Clock, orRefuse, shanghaiDay } from '@hotline/kernel';
import { checkFacts } from '../domain/check-facts.js';
import type { LegalFacts } from '../domain/legal-facts.js';
import { type LegalReckoning, reckoning } from '../domain/reckoning.js';

/** What the law's periods say about facts that nobody has stored: the agent's desk before there is a ticket. */
@Injectable()
export class ComputeLegalClocks {
  constructor(
    private readonly rules: RuleBook,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused `invalid-input` naming the fact that cannot be true. */
  run(facts: LegalFacts): LegalReckoning {
    const today = shanghaiDay(this.clock.now());
    return reckoning(orRefuse(checkFacts(facts, today)), today, this.rules.calendar('national'));
  }
}
