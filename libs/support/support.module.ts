import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { SafeguardStore } from './data/safeguard-store.js';
import { SupportStore } from './data/support-store.js';
import { PartsController } from './http/parts.controller.js';
import { SafeguardsController } from './http/safeguards.controller.js';
import { SupportsController } from './http/supports.controller.js';
import { InsistSupport, WithdrawSupport } from './use-cases/answer-decline.js';
import { AskSupport } from './use-cases/ask-support.js';
import { DeclineSupport } from './use-cases/decline-support.js';
import { ListRecusalChoices } from './use-cases/list-recusal-choices.js';
import { LogSupportContact } from './use-cases/log-support-contact.js';
import { PartDesk } from './use-cases/part-desk.js';
import { PassSupport } from './use-cases/pass-support.js';
import { RecordIdentityConsent } from './use-cases/record-identity-consent.js';
import { RecuseFromTicket } from './use-cases/recuse-from-ticket.js';
import { ReportSupport } from './use-cases/report-support.js';
import { SignSupport } from './use-cases/sign-support.js';
import { WaiveSupport } from './use-cases/waive-support.js';

const VERBS = [
  AskSupport,
  SignSupport,
  PassSupport,
  LogSupportContact,
  ReportSupport,
  DeclineSupport,
  InsistSupport,
  WithdrawSupport,
  WaiveSupport,
  RecordIdentityConsent,
  RecuseFromTicket,
];

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [SupportsController, PartsController, SafeguardsController],
  providers: [...VERBS, ListRecusalChoices, PartDesk, SupportStore, SafeguardStore],
  exports: VERBS,
})
export class SupportModule {}
