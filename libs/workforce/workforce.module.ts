import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { ExportsModule } from '@hotline/exports';
import { OrganizationModule } from '@hotline/organization';
import { TelephonyModule } from '@hotline/telephony';
import { AgentReads } from './data/agent-reads.js';
import { AgentRecount } from './data/agent-recount.js';
import { AgentStore } from './data/agent-store.js';
import { CallRowReads } from './data/call-row-reads.js';
import { DayKinds } from './data/day-kinds.js';
import { FormulaBook } from './data/formula-book.js';
import { GapReads } from './data/gap-reads.js';
import { IntervalNotes } from './data/interval-notes.js';
import { QueueReads } from './data/queue-reads.js';
import { QueueRecount } from './data/queue-recount.js';
import { QueueStore } from './data/queue-store.js';
import { Recounts } from './data/recounts.js';
import { ReportFrame } from './data/report-frame.js';
import { RowDays } from './data/row-days.js';
import { ShiftStore } from './data/shift-store.js';
import { StaffingReads } from './data/staffing-reads.js';
import { CallReportsController } from './http/call-reports.controller.js';
import { ReportExportsController } from './http/report-exports.controller.js';
import { ShiftsController } from './http/shifts.controller.js';
import { StaffingController } from './http/staffing.controller.js';
import { RollUpSweep } from './jobs/roll-up-sweep.js';
import { ExportAgentLines } from './use-cases/export-agent-lines.js';
import { ExportAgentReport } from './use-cases/export-agent-report.js';
import { ExportCallRows } from './use-cases/export-call-rows.js';
import { ExportQueueReport } from './use-cases/export-queue-report.js';
import { ExportStaffing } from './use-cases/export-staffing.js';
import { ListReportedCalls } from './use-cases/list-reported-calls.js';
import { ReadPastedShifts } from './use-cases/read-pasted-shifts.js';
import { ReportUnit } from './use-cases/report-unit.js';
import { RollUpCalls } from './use-cases/roll-up-calls.js';
import { SetStaffing } from './use-cases/set-staffing.js';
import { ShowAgentReport } from './use-cases/show-agent-report.js';
import { ShowQueueReport } from './use-cases/show-queue-report.js';
import { ShowShiftWeek } from './use-cases/show-shift-week.js';
import { ShowStaffing } from './use-cases/show-staffing.js';
import { WriteShiftWeek } from './use-cases/write-shift-week.js';

const READS = [QueueReads, AgentReads, CallRowReads, GapReads, ReportFrame, RowDays, FormulaBook];
const REPORTS = [ReportUnit, ShowQueueReport, ShowAgentReport, ListReportedCalls];
const FILES = [ExportQueueReport, ExportAgentReport, ExportAgentLines, ExportCallRows, ExportStaffing];
const ROSTER = [ShiftStore, DayKinds, ShowShiftWeek, WriteShiftWeek, ReadPastedShifts];
const STAFFING = [StaffingReads, ShowStaffing, SetStaffing];
const STORES = [QueueRecount, AgentRecount, Recounts, QueueStore, AgentStore, IntervalNotes];

@Module({
  imports: [OrganizationModule, CalendarModule, ExportsModule, TelephonyModule],
  controllers: [CallReportsController, ReportExportsController, ShiftsController, StaffingController],
  providers: [...STORES, ...READS, ...REPORTS, ...FILES, ...ROSTER, ...STAFFING, RollUpCalls, RollUpSweep],
  exports: [RollUpCalls, RollUpSweep],
})
export class WorkforceModule {}
