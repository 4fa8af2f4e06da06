import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { AssignmentStore } from './data/assignment-store.js';
import { HandedOverForms } from './data/handed-over-forms.js';
import { ClockCards } from './data/clock-cards.js';
import { HandlingStore } from './data/handling-store.js';
import { ProvisionalClocks } from './data/provisional-clocks.js';
import { PauseStore } from './data/pause-store.js';
import { RecordStore } from './data/record-store.js';
import { RequestStore } from './data/request-store.js';
import { ReturnStore } from './data/return-store.js';
import { Reveals } from './data/reveals.js';
import { SettingsStore } from './data/settings-store.js';
import { AssignmentsController } from './http/assignments.controller.js';
import { HandOverController } from './http/hand-over.controller.js';
import { HandlingController } from './http/handling.controller.js';
import { IdentityController } from './http/identity.controller.js';
import { RestatementsController } from './http/restatements.controller.js';
import { PausesController } from './http/pauses.controller.js';
import { RecordsController } from './http/records.controller.js';
import { RequestsController } from './http/requests.controller.js';
import { ReturnsController } from './http/returns.controller.js';
import { HandlingSettingsController } from './http/settings.controller.js';
import { ClockSweep } from './jobs/clock-sweep.js';
import { ListProvisionalClocks } from './use-cases/list-provisional-clocks.js';
import { ListRestatements } from './use-cases/list-restatements.js';
import { PauseSweep, RaiseSweep } from './jobs/request-sweeps.js';
import { AssignTicket } from './use-cases/assign-ticket.js';
import { DeclineTicket } from './use-cases/decline-ticket.js';
import { HandOverWork } from './use-cases/hand-over-work.js';
import { HandlingSettingsBook } from './use-cases/handling-settings.js';
import { LogWorkerContact } from './use-cases/log-worker-contact.js';
import { PassDown } from './use-cases/pass-down.js';
import { PauseTicket } from './use-cases/pause-ticket.js';
import { RaiseRulings } from './use-cases/raise-rulings.js';
import { RecordReferralReply } from './use-cases/record-referral-reply.js';
import { ReferTicket } from './use-cases/refer-ticket.js';
import { ReportHop } from './use-cases/report-hop.js';
import { RequestExclusion } from './use-cases/request-exclusion.js';
import { RequestExtension } from './use-cases/request-extension.js';
import { RequestReturn } from './use-cases/request-return.js';
import { RestateClocks } from './use-cases/restate-clocks.js';
import { ResumeTicket } from './use-cases/resume-ticket.js';
import { RevealIdentity } from './use-cases/reveal-identity.js';
import { ReviewReport } from './use-cases/review-report.js';
import { RevokeExclusion } from './use-cases/revoke-exclusion.js';
import { RuleRequest } from './use-cases/rule-request.js';
import { RuleReturn } from './use-cases/rule-return.js';
import { SignHop } from './use-cases/sign-hop.js';
import { WithdrawTicket } from './use-cases/withdraw-ticket.js';

const CALENDAR_WORK = [RestateClocks, ListProvisionalClocks, ListRestatements, ProvisionalClocks];
const VERBS = [SignHop, LogWorkerContact, PassDown, RequestReturn, RuleReturn, ReportHop, ReviewReport];
const REQUESTS = [
  RequestExtension,
  RequestExclusion,
  RuleRequest,
  RevokeExclusion,
  PauseTicket,
  ResumeTicket,
];
const RECORDS = [WithdrawTicket, DeclineTicket, ReferTicket, RecordReferralReply, AssignTicket, HandOverWork];
const STORES = [
  HandlingStore,
  ReturnStore,
  RequestStore,
  PauseStore,
  RecordStore,
  AssignmentStore,
  HandedOverForms,
];
const SWEEPS = [ClockSweep, RaiseSweep, PauseSweep];

@Module({
  imports: [OrganizationModule, CalendarModule, TicketModule],
  controllers: [
    HandlingController,
    ReturnsController,
    RequestsController,
    PausesController,
    RecordsController,
    AssignmentsController,
    HandOverController,
    HandlingSettingsController,
    IdentityController,
    RestatementsController,
  ],
  providers: [
    ...VERBS,
    ...REQUESTS,
    ...RECORDS,
    ...STORES,
    ...SWEEPS,
    ...CALENDAR_WORK,
    RaiseRulings,
    RevealIdentity,
    HandlingSettingsBook,
    SettingsStore,
    Reveals,
    ClockCards,
  ],
  exports: [...VERBS, ...REQUESTS, ...RECORDS, RevealIdentity, ...SWEEPS, RestateClocks],
})
export class HandlingModule {}
