import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { TicketModule } from '@hotline/ticket';
import { ChangeNotices } from './data/change-notices.js';
import { ChangeStore } from './data/change-store.js';
import { OpenWork } from './data/open-work.js';
import { PreviewReads } from './data/preview-reads.js';
import { SideRecords } from './data/side-records.js';
import { TreeWriter } from './data/tree-writer.js';
import { ChangeViews } from './http/change-views.js';
import { UnitChangesController } from './http/unit-changes.controller.js';
import { DueChangesSweep } from './jobs/due-changes-sweep.js';
import { BeginUnitChange } from './use-cases/begin-unit-change.js';
import { CancelUnitChange } from './use-cases/cancel-unit-change.js';
import { ChangePreview } from './use-cases/change-preview.js';
import { HandOver } from './use-cases/hand-over.js';
import { ListUnitChanges } from './use-cases/list-unit-changes.js';
import { PlanUnitChange } from './use-cases/plan-unit-change.js';
import { RewriteRows } from './use-cases/rewrite-rows.js';
import { RunUnitChange } from './use-cases/run-unit-change.js';
import { ShowUnitChange } from './use-cases/show-unit-change.js';
import { ReviseUnitChange } from './use-cases/revise-unit-change.js';
import { ScheduleUnitChange } from './use-cases/schedule-unit-change.js';
import { StartDueChanges } from './use-cases/start-due-changes.js';
import { StartUnitChange } from './use-cases/start-unit-change.js';
import { SwitchTree } from './use-cases/switch-tree.js';

@Module({
  imports: [OrganizationModule, TicketModule],
  controllers: [UnitChangesController],
  providers: [
    ChangeStore,
    ChangeNotices,
    OpenWork,
    PreviewReads,
    SideRecords,
    TreeWriter,
    ChangeViews,
    ChangePreview,
    PlanUnitChange,
    StartUnitChange,
    CancelUnitChange,
    BeginUnitChange,
    ScheduleUnitChange,
    ReviseUnitChange,
    StartDueChanges,
    DueChangesSweep,
    ShowUnitChange,
    ListUnitChanges,
    SwitchTree,
    HandOver,
    RewriteRows,
    RunUnitChange,
  ],
  exports: [RunUnitChange, DueChangesSweep],
})
export class ReorganisationModule {}
