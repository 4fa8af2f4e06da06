import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { ClockCards } from './data/clock-cards.js';
import { HandlingStore } from './data/handling-store.js';
import { ReturnStore } from './data/return-store.js';
import { Reveals } from './data/reveals.js';
import { HandlingController } from './http/handling.controller.js';
import { IdentityController } from './http/identity.controller.js';
import { ReturnsController } from './http/returns.controller.js';
import { ClockSweep } from './jobs/clock-sweep.js';
import { LogWorkerContact } from './use-cases/log-worker-contact.js';
import { PassDown } from './use-cases/pass-down.js';
import { ReportHop } from './use-cases/report-hop.js';
import { RequestReturn } from './use-cases/request-return.js';
import { RevealIdentity } from './use-cases/reveal-identity.js';
import { ReviewReport } from './use-cases/review-report.js';
import { RuleReturn } from './use-cases/rule-return.js';
import { SignHop } from './use-cases/sign-hop.js';

const VERBS = [SignHop, LogWorkerContact, PassDown, RequestReturn, RuleReturn, ReportHop, ReviewReport];

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [HandlingController, ReturnsController, IdentityController],
  providers: [...VERBS, RevealIdentity, HandlingStore, ReturnStore, Reveals, ClockCards, ClockSweep],
  exports: [...VERBS, RevealIdentity, ClockSweep],
})
export class HandlingModule {}
