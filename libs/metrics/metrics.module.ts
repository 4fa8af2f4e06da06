import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { TelephonyModule } from '@hotline/telephony';
import { CallFormulaBook } from './data/call-formula-book.js';
import { CallQueue } from './data/call-queue.js';
import { DailyStore } from './data/daily-store.js';
import { FactStore } from './data/fact-store.js';
import { NumberReads } from './data/number-reads.js';
import { RowReads } from './data/row-reads.js';
import { SnapshotReads } from './data/snapshot-reads.js';
import { StoryReads } from './data/story-reads.js';
import { TelephoneCounting } from './data/telephone-counting.js';
import { UnitSums } from './data/unit-sums.js';
import { NumbersController } from './http/numbers.controller.js';
import { CallFoldSweep, FoldSweep, FreezeSweep } from './jobs/sweeps.js';
import { FoldCalls } from './use-cases/fold-calls.js';
import { FoldEvents } from './use-cases/fold-events.js';
import { FreezeDays } from './use-cases/freeze-days.js';
import { KeepFacts } from './use-cases/keep-facts.js';
import { ListNumberRows } from './use-cases/list-number-rows.js';
import { ListRestatedDays } from './use-cases/list-restated-days.js';
import { ListTiles } from './use-cases/list-tiles.js';
import { NumberUnit } from './use-cases/number-unit.js';
import { ShowNumbersByChild } from './use-cases/show-numbers-by-child.js';
import { ShowNumbers } from './use-cases/show-numbers.js';

@Module({
  imports: [OrganizationModule, CalendarModule, TelephonyModule],
  controllers: [NumbersController],
  providers: [
    StoryReads,
    FactStore,
    DailyStore,
    NumberReads,
    UnitSums,
    RowReads,
    NumberUnit,
    CallFormulaBook,
    CallQueue,
    TelephoneCounting,
    KeepFacts,
    FoldCalls,
    FoldEvents,
    FreezeDays,
    ShowNumbers,
    ShowNumbersByChild,
    ListTiles,
    ListNumberRows,
    ListRestatedDays,
    SnapshotReads,
    FoldSweep,
    CallFoldSweep,
    FreezeSweep,
  ],
  exports: [FoldEvents, FoldSweep, CallFoldSweep, FreezeSweep],
})
export class MetricsModule {}
