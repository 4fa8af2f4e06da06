import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { PresenceModule } from '@hotline/presence';
import { TicketModule } from '@hotline/ticket';
import { FollowUpStore } from './data/follow-up-store.js';
import { QualityStore } from './data/quality-store.js';
import { WrittenCalls } from './data/written-calls.js';
import { FollowUpController } from './http/follow-up.controller.js';
import { QualityController } from './http/quality.controller.js';
import { ArchiveSweep } from './jobs/archive-sweep.js';
import { ArchiveTicket } from './use-cases/archive-ticket.js';
import { CheckQuality } from './use-cases/check-quality.js';
import { CloseTicket } from './use-cases/close-ticket.js';
import { ListDialledCalls } from './use-cases/list-dialled-calls.js';
import { NumberToCallBack } from './use-cases/number-to-call-back.js';
import { RecordCallBack } from './use-cases/record-call-back.js';

@Module({
  imports: [OrganizationModule, PresenceModule, TicketModule],
  controllers: [FollowUpController, QualityController],
  providers: [
    FollowUpStore,
    RecordCallBack,
    CloseTicket,
    ArchiveTicket,
    ArchiveSweep,
    CheckQuality,
    QualityStore,
    WrittenCalls,
    ListDialledCalls,
    NumberToCallBack,
  ],
  exports: [RecordCallBack, CloseTicket, ArchiveTicket],
})
export class FollowUpModule {}
