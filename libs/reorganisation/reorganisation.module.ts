import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { ChangeStore } from './data/change-store.js';
import { OpenWork } from './data/open-work.js';
import { PreviewReads } from './data/preview-reads.js';
import { TreeWriter } from './data/tree-writer.js';
import { ChangeViews } from './http/change-views.js';
import { UnitChangesController } from './http/unit-changes.controller.js';
import { CancelUnitChange } from './use-cases/cancel-unit-change.js';
import { ChangePreview } from './use-cases/change-preview.js';
import { HandOver } from './use-cases/hand-over.js';
import { ListUnitChanges } from './use-cases/list-unit-changes.js';
import { PlanUnitChange } from './use-cases/plan-unit-change.js';
import { RewriteRows } from './use-cases/rewrite-rows.js';
import { RunUnitChange } from './use-cases/run-unit-change.js';
import { ShowUnitChange } from './use-cases/show-unit-change.js';
import { StartUnitChange } from './use-cases/start-unit-change.js';
import { SwitchTree } from './use-cases/switch-tree.js';

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [UnitChangesController],
  providers: [
    ChangeStore,
    OpenWork,
    PreviewReads,
    TreeWriter,
    ChangeViews,
    ChangePreview,
    PlanUnitChange,
    StartUnitChange,
    CancelUnitChange,
    ShowUnitChange,
    ListUnitChanges,
    SwitchTree,
    HandOver,
    RewriteRows,
    RunUnitChange,
  ],
  exports: [RunUnitChange],
})
export class ReorganisationModule {}
