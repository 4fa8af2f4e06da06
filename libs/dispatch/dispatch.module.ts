import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { CatalogueRefs } from './data/catalogue-refs.js';
import { Catalogues } from './data/catalogues.js';
import { ChainSettings } from './data/chain-settings.js';
import { DispatchReads } from './data/dispatch-reads.js';
import { DraftStore } from './data/draft-store.js';
import { DryRunReads } from './data/dry-run-reads.js';
import { DryRunStore } from './data/dry-run-store.js';
import { FailedJobs } from './data/failed-jobs.js';
import { ChainsController } from './http/chains.controller.js';
import { ProposalStore } from './data/proposal-store.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { DispatchController } from './http/dispatch.controller.js';
import { CatalogueDraftsController } from './http/drafts.controller.js';
import { DryRunsController } from './http/dry-runs.controller.js';
import { FailedJobsController } from './http/failed-jobs.controller.js';
import { CatalogueProposalsController } from './http/proposals.controller.js';
import { LostJobSweep, OutboxSweep } from './jobs/outbox-sweep.js';
import { CancelDryRun } from './use-cases/cancel-dry-run.js';
import { CatalogueDrafting } from './use-cases/catalogue-drafting.js';
import { CatalogueProposals } from './use-cases/catalogue-proposals.js';
import { ChangeCatalogueDraft } from './use-cases/change-catalogue-draft.js';
import { CompareCatalogues } from './use-cases/compare-catalogues.js';
import { DiscardCatalogueDraft } from './use-cases/discard-catalogue-draft.js';
import { DispatchHop } from './use-cases/dispatch-hop.js';
import { DispatchTicket } from './use-cases/dispatch-ticket.js';
import { ListChainSettings, SetChainMode } from './use-cases/chain-settings.js';
import { DraftCatalogue } from './use-cases/draft-catalogue.js';
import { JudgeBatch } from './use-cases/judge-batch.js';
import { ListFailedJobs } from './use-cases/list-failed-jobs.js';
import { PreviewRoute } from './use-cases/preview-route.js';
import { ProposeCatalogueChange } from './use-cases/propose-catalogue-change.js';
import { PublishCatalogue } from './use-cases/publish-catalogue.js';
import { RecallDispatch } from './use-cases/recall-dispatch.js';
import { RedriveJob } from './use-cases/redrive-job.js';
import { RollBackCatalogue } from './use-cases/roll-back-catalogue.js';
import { RuleCatalogueProposal } from './use-cases/rule-catalogue-proposal.js';
import { ShowCatalogue } from './use-cases/show-catalogue.js';
import { ShowCatalogueDrafts } from './use-cases/show-catalogue-drafts.js';
import { ShowDryRun } from './use-cases/show-dry-run.js';
import { ShowSuggestions } from './use-cases/show-suggestions.js';
import { StartDryRun } from './use-cases/start-dry-run.js';

const CATALOGUE = [
  Catalogues,
  CatalogueRefs,
  DraftStore,
  DryRunReads,
  DryRunStore,
  ProposalStore,
  ShowCatalogue,
  CatalogueDrafting,
  ShowCatalogueDrafts,
  DraftCatalogue,
  ChangeCatalogueDraft,
  DiscardCatalogueDraft,
  CompareCatalogues,
  StartDryRun,
  JudgeBatch,
  ShowDryRun,
  CancelDryRun,
  PublishCatalogue,
  RollBackCatalogue,
  CatalogueProposals,
  ProposeCatalogueChange,
  RuleCatalogueProposal,
];

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [
    DispatchController,
    ChainsController,
    CatalogueController,
    CatalogueDraftsController,
    DryRunsController,
    CatalogueProposalsController,
    FailedJobsController,
  ],
  providers: [
    ...CATALOGUE,
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
    ListFailedJobs,
    RedriveJob,
    OutboxSweep,
    LostJobSweep,
  ],
  exports: [
    Catalogues,
    FailedJobs,
    DispatchHop,
    JudgeBatch,
    ProposeCatalogueChange,
    OutboxSweep,
    LostJobSweep,
  ],
})
export class DispatchModule {}
