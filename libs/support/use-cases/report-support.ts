import { Injectable } from '@nestjs/common';
import { refuse } from '@hotline/kernel';
import type { Actor } from '@hotline/organization';
import { hasCode, OUTCOMES, type PartReport } from '@hotline/ticket';
import { SupportStore } from '../data/support-store.js';
import { reportPart } from '../domain/part-steps.js';
import { type PartAt, PartDesk } from './part-desk.js';

/** The supporting unit tells the lead what its part came to. */
@Injectable()
export class ReportSupport {
  constructor(
    private readonly desk: PartDesk,
    private readonly store: SupportStore,
  ) {}

  run(actor: Actor, at: PartAt, report: PartReport): Promise<void> {
    if (!hasCode(OUTCOMES, report.outcome)) return refuse('unknown-category', { field: 'outcome' });
    return this.desk.run(actor, 'report-support', at, async (tx, facts, part) => {
      const attached = await this.store.attach(tx, at.ticketId, report.attachmentIds);
      if (!attached) refuse('invalid-input', { field: 'attachmentIds' });
      return reportPart(facts, part, report);
    });
  }
}
