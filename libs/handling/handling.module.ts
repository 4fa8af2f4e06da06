import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { ClockCards } from './data/clock-cards.js';
import { HandlingStore } from './data/handling-store.js';
import { ProvisionalClocks } from './data/provisional-clocks.js';
import { ReturnStore } from './data/return-store.js';
import { Reveals } from './data/reveals.js';
import { HandlingController } from './http/handling.controller.js';
import { IdentityController } from './http/identity.controller.js';
import { RestatementsController } from './http/restatements.controller.js';
import { ReturnsController } from './http/returns.controller.js';
import { ClockSweep } from './jobs/clock-sweep.js';
import { ListProvisionalClocks } from './use-cases/list-provisional-clocks.js';
import { ListRestatements } from './use-cases/list-restatements.js';
import { LogWorkerContact } from './use-cases/log-worker-contact.js';
import { PassDown } from './use-cases/pass-down.js';
import { ReportHop } from './use-cases/report-hop.js';
import { RequestReturn } from './use-cases/request-return.js';
import { RestateClocks } from './use-cases/restate-clocks.js';
import { RevealIdentity } from './use-cases/reveal-identity.js';
import { ReviewReport } from './use-cases/review-report.js';
import { RuleReturn } from './use-cases/rule-return.js';
import { SignHop } from './use-cases/sign-hop.js';

const CALENDAR_WORK = [RestateClocks, ListProvisionalClocks, ListRestatements, ProvisionalClocks];
const VERBS = [SignHop, LogWorkerContact, PassDown, RequestReturn, RuleReturn, ReportHop, ReviewReport];

@Module({
  imports: [OrganizationModule, CalendarModule, TicketModule],
  controllers: [HandlingController, ReturnsController, IdentityController, RestatementsController],
  providers: [
    ...VERBS,
    RevealIdentity,
    HandlingStore,
    ReturnStore,
    Reveals,
    ClockCards,
    ClockSweep,
    ...CALENDAR_WORK,
  ],
  exports: [...VERBS, RevealIdentity, ClockSweep, RestateClocks],
})
export class HandlingModule {}
