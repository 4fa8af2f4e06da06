import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { TelephonyModule } from '@hotline/telephony';
import { AgentReads } from './data/agent-reads.js';
import { AgentRecount } from './data/agent-recount.js';
import { AgentStore } from './data/agent-store.js';
import { CallRowReads } from './data/call-row-reads.js';
import { FormulaBook } from './data/formula-book.js';
import { GapReads } from './data/gap-reads.js';
import { IntervalNotes } from './data/interval-notes.js';
import { QueueReads } from './data/queue-reads.js';
import { QueueRecount } from './data/queue-recount.js';
import { QueueStore } from './data/queue-store.js';
import { Recounts } from './data/recounts.js';
import { ReportFrame } from './data/report-frame.js';
import { CallReportsController } from './http/call-reports.controller.js';
import { RollUpSweep } from './jobs/roll-up-sweep.js';
import { ListReportedCalls } from './use-cases/list-reported-calls.js';
import { ReportUnit } from './use-cases/report-unit.js';
import { RollUpCalls } from './use-cases/roll-up-calls.js';
import { ShowAgentReport } from './use-cases/show-agent-report.js';
import { ShowQueueReport } from './use-cases/show-queue-report.js';

const READS = [QueueReads, AgentReads, CallRowReads, GapReads, ReportFrame, FormulaBook];
const REPORTS = [ReportUnit, ShowQueueReport, ShowAgentReport, ListReportedCalls];
const STORES = [QueueRecount, AgentRecount, Recounts, QueueStore, AgentStore, IntervalNotes];

@Module({
  imports: [OrganizationModule, CalendarModule, TelephonyModule],
  controllers: [CallReportsController],
  providers: [...STORES, ...READS, ...REPORTS, RollUpCalls, RollUpSweep],
  exports: [RollUpCalls, RollUpSweep],
})
export class WorkforceModule {}
