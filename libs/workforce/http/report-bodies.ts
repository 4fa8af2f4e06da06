import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { FORMULA_KINDS, type FormulaKind } from '@hotline/telephony';
import { REPORT_STEPS, type ReportStep } from '../domain/interval.js';
import { AgentFiguresBody, QueueFiguresBody } from './figure-bodies.js';

/** The definition of a rate on some days. */
export class ReportFormulaBody {
  @ApiProperty({ enum: FORMULA_KINDS })
  kind!: FormulaKind;
  @ApiProperty()
  version!: number;
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({ type: [String], description: 'Parts; one with a minus is taken out' })
  numerator!: string[];
  @ApiProperty({ type: [String] })
  denominator!: string[];
  @ApiProperty({ type: Number, nullable: true })
  seconds!: number | null;
  @ApiProperty()
  shortAbandonS!: number;
}

export class ReportGapBody {
  @ApiProperty({ format: 'uuid' })
  sourceId!: string;
  @ApiProperty()
  sourceName!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  to!: Date;
  @ApiProperty({ description: 'The switchboard itself had been down' })
  restarted!: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Filled from a log read later',
  })
  mendedAt!: Date | null;
}

class ReportHeadBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Everything heard by then is counted',
  })
  asOf!: Date | null;
}

class ReportLineBody {
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'A call belongs to the interval it joined in',
  })
  at!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  until!: Date;
  @ApiProperty({ description: 'Of the interval, and not mended since: not counted' })
  unseenSeconds!: number;
}

export class QueueLineBody extends ReportLineBody {
  @ApiProperty({ type: QueueFiguresBody })
  figures!: QueueFiguresBody;
}

export class ReportQueueBody {
  @ApiProperty({ format: 'uuid' })
  sourceId!: string;
  @ApiProperty()
  sourceName!: string;
  @ApiProperty({ description: 'Empty: calls that came to no queue' })
  queue!: string;
  @ApiProperty({ type: QueueFiguresBody })
  figures!: QueueFiguresBody;
}

export class QueueReportBody extends ReportHeadBody {
  @ApiProperty({ enum: REPORT_STEPS })
  step!: ReportStep;
  @ApiProperty({ type: [ReportFormulaBody] })
  formulas!: ReportFormulaBody[];
  @ApiProperty({ type: [ReportGapBody] })
  gaps!: ReportGapBody[];
  @ApiProperty({ type: [QueueLineBody] })
  lines!: QueueLineBody[];
  @ApiProperty({ type: QueueFiguresBody })
  total!: QueueFiguresBody;
  @ApiProperty({ type: [ReportQueueBody], description: 'Of the same days, whatever queue the lines are of' })
  queues!: ReportQueueBody[];
}

export class AgentReportBody {
  @ApiProperty({ format: 'uuid' })
  accountId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: AgentFiguresBody })
  figures!: AgentFiguresBody;
}

export class AgentsReportBody extends ReportHeadBody {
  @ApiProperty({ type: AgentFiguresBody })
  total!: AgentFiguresBody;
  @ApiProperty({ type: [AgentReportBody] })
  items!: AgentReportBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class AgentLineBody extends ReportLineBody {
  @ApiProperty({ type: AgentFiguresBody })
  figures!: AgentFiguresBody;
}

export class AgentLinesBody extends ReportHeadBody {
  @ApiProperty({ enum: REPORT_STEPS })
  step!: ReportStep;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  accountId!: string | null;
  @ApiProperty({ type: [ReportGapBody] })
  gaps!: ReportGapBody[];
  @ApiProperty({ type: AgentFiguresBody })
  total!: AgentFiguresBody;
  @ApiProperty({ type: [AgentLineBody] })
  lines!: AgentLineBody[];
}

export class ReportedCallBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  callId!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ format: 'uuid' })
  sourceId!: string;
  @ApiProperty()
  sourceName!: string;
  @ApiProperty()
  queue!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The number, masked' })
  masked!: string | null;
  @ApiProperty({ description: 'This reader may ask for the number, for a reason: `RevealCallNumber`' })
  revealable!: boolean;
  @ApiProperty({ description: 'How the stay, ring or call ended' })
  outcome!: string;
  @ApiProperty({ type: String, nullable: true })
  agentName!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  waitMs!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  talkMs!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  holdMs!: number | null;
  @ApiProperty({ type: String, nullable: true })
  transfer!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  contactId!: string | null;
}

export class ReportedCallsBody {
  @ApiProperty({ type: [ReportedCallBody] })
  items!: ReportedCallBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
