import { Module } from '@nestjs/common';
import { ExportsModule } from '@hotline/exports';
import { OrganizationModule } from '@hotline/organization';
import { CallFigures } from './data/call-figures.js';
import { CallRows } from './data/call-rows.js';
import { CountableCalls } from './data/countable-calls.js';
import { DayTallies } from './data/day-tallies.js';
import { FormulaStore } from './data/formula-store.js';
import { HealthReads } from './data/health-reads.js';
import { LineGaps } from './data/line-gaps.js';
import { LineStates } from './data/line-states.js';
import { LogDifferences } from './data/log-differences.js';
import { OpenLegs } from './data/open-legs.js';
import { OrderRows } from './data/order-rows.js';
import { OwnNumbers } from './data/own-numbers.js';
import { SourceLocks } from './data/source-locks.js';
import { LineNow } from './data/line-now.js';
import { SourceRegistry } from './data/source-registry.js';
import { TelephoneStore } from './data/telephone-store.js';
import { CallFiguresController } from './http/call-figures.controller.js';
import { RateExportsController } from './http/rate-exports.controller.js';
import { SourceViews } from './http/source-views.js';
import { SourcesController } from './http/sources.controller.js';
import { TelephonesController } from './http/telephones.controller.js';
import { HOOKS } from './hooks.js';
import { HooksController } from './http/hooks.controller.js';
import { INGEST } from './ingest.js';
import { AddFormula } from './use-cases/add-formula.js';
import { LineRunner } from './jobs/line-runner.js';
import { LogWatch } from './jobs/log-watch.js';
import { AddSource } from './use-cases/add-source.js';
import { CallListeners } from './use-cases/call-listeners.js';
import { ChangeSource } from './use-cases/change-source.js';
import { CompareWithLog } from './use-cases/compare-with-log.js';
import { EndTelephone } from './use-cases/end-telephone.js';
import { ExportRateRows } from './use-cases/export-rate-rows.js';
import { ExportRates } from './use-cases/export-rates.js';
import { FigureUnit } from './use-cases/figure-unit.js';
import { GiveTelephone } from './use-cases/give-telephone.js';
import { IngestBatch } from './use-cases/ingest-batch.js';
import { ListCallRows } from './use-cases/list-call-rows.js';
import { ListFormulas } from './use-cases/list-formulas.js';
import { ListSources } from './use-cases/list-sources.js';
import { ListTelephones } from './use-cases/list-telephones.js';
import { ShowCallFigures } from './use-cases/show-call-figures.js';
import { TallySweep } from './jobs/tally-sweep.js';
import { TallyDays } from './use-cases/tally-days.js';
import { ShowSource } from './use-cases/show-source.js';
import { SourceHealth } from './use-cases/source-health.js';
import { Switchboards } from './use-cases/switchboards.js';
import { TestSourceLine } from './use-cases/test-source-line.js';

/** Whoever keeps sources and telephones. */
const SWITCHBOARD_DESK = [
  AddSource,
  ChangeSource,
  EndTelephone,
  GiveTelephone,
  HealthReads,
  ListSources,
  ListTelephones,
  ShowSource,
  SourceHealth,
  SourceRegistry,
  SourceViews,
  TelephoneStore,
  TestSourceLine,
];

/** Rates of calls and their definitions. */
const FIGURES = [
  FigureUnit,
  FormulaStore,
  CallFigures,
  CallRows,
  LineGaps,
  DayTallies,
  TallyDays,
  TallySweep,
  LineNow,
  OwnNumbers,
  AddFormula,
  ListFormulas,
  ShowCallFigures,
  ListCallRows,
  ExportRates,
  ExportRateRows,
];

/** Whoever listens to the lines and passes orders on to them. */
const LINES = [
  CompareWithLog,
  LineRunner,
  LineStates,
  LogDifferences,
  LogWatch,
  OpenLegs,
  OrderRows,
  SourceLocks,
  Switchboards,
];

@Module({
  imports: [OrganizationModule, ExportsModule],
  controllers: [
    HooksController,
    SourcesController,
    TelephonesController,
    CallFiguresController,
    RateExportsController,
  ],
  providers: [CallListeners, CountableCalls, ...INGEST, ...HOOKS, ...SWITCHBOARD_DESK, ...LINES, ...FIGURES],
  exports: [
    CallListeners,
    CountableCalls,
    FormulaStore,
    IngestBatch,
    LineGaps,
    LineNow,
    LineRunner,
    OwnNumbers,
    SourceHealth,
    SourceRegistry,
    Switchboards,
  ],
})
export class TelephonyModule {}
