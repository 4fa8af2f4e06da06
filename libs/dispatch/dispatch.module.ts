import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { Catalogues } from './data/catalogues.js';
import { ChainSettings } from './data/chain-settings.js';
import { DispatchReads } from './data/dispatch-reads.js';
import { FailedJobs } from './data/failed-jobs.js';
import { ChainsController } from './http/chains.controller.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { DispatchController } from './http/dispatch.controller.js';
import { FailedJobsController } from './http/failed-jobs.controller.js';
import { LostJobSweep, OutboxSweep } from './jobs/outbox-sweep.js';
import { DispatchHop } from './use-cases/dispatch-hop.js';
import { DispatchTicket } from './use-cases/dispatch-ticket.js';
import { ListChainSettings, SetChainMode } from './use-cases/chain-settings.js';
import { ListFailedJobs } from './use-cases/list-failed-jobs.js';
import { PreviewRoute } from './use-cases/preview-route.js';
import { RecallDispatch } from './use-cases/recall-dispatch.js';
import { RedriveJob } from './use-cases/redrive-job.js';
import { ShowCatalogue } from './use-cases/show-catalogue.js';
import { ShowSuggestions } from './use-cases/show-suggestions.js';

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [DispatchController, ChainsController, CatalogueController, FailedJobsController],
  providers: [
    Catalogues,
    ChainSettings,
    DispatchReads,
    ListChainSettings,
    SetChainMode,
    FailedJobs,
    DispatchHop,
    DispatchTicket,
    RecallDispatch,
    PreviewRoute,
    ShowSuggestions,
    ShowCatalogue,
    ListFailedJobs,
    RedriveJob,
    OutboxSweep,
    LostJobSweep,
  ],
  exports: [Catalogues, FailedJobs, DispatchHop, OutboxSweep, LostJobSweep],
})
export class DispatchModule {}
