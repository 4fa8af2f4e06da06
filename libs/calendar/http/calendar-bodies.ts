import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsUUID, Matches, MaxLength } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { IsCleanText, Omissible, Text } from '@hotline/platform';
import { PLAN_CHANGES, type PlanChangeKind } from '../domain/plan-changes.js';
import { PlanBody, WeekBody } from './plan-bodies.js';

const CALENDAR_ID = /^[a-z0-9][a-z0-9-]{1,39}$/;

export class DraftMarkBody {
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The published version it was copied from' })
  basedOn!: number | null;
  @ApiProperty({ type: String, format: 'date-time' })
  changedAt!: Date;
  @ApiProperty()
  changedBy!: string;
}

export class CalendarCardBody {
  @ApiProperty({ example: 'national' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({
    type: UnitBriefBody,
    nullable: true,
    description: 'Whose calendar it is; null: the whole country',
  })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, nullable: true })
  baseId!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Newest published version; null before the first',
  })
  version!: number | null;
  @ApiProperty()
  knownFrom!: number;
  @ApiProperty()
  knownTo!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The year that should be known by now and is not',
  })
  missingYear!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null: came with the product' })
  publishedBy!: string | null;
  @ApiProperty({ description: 'Units that work by it' })
  unitCount!: number;
  @ApiProperty({ type: DraftMarkBody, nullable: true })
  draft!: DraftMarkBody | null;
  @ApiProperty({ description: 'The reader may draft and publish it' })
  mayEdit!: boolean;
}

export class CalendarVersionBody {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  knownFrom!: number;
  @ApiProperty()
  knownTo!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt!: Date;
  @ApiProperty({ type: String, nullable: true })
  publishedBy!: string | null;
  @ApiProperty()
  note!: string;
}

export class CalendarDraftBody extends DraftMarkBody {
  @ApiProperty({ type: PlanBody })
  plan!: PlanBody;
}

export class CalendarBody extends CalendarCardBody {
  @ApiProperty({ type: PlanBody, nullable: true, description: 'As published last' })
  plan!: PlanBody | null;
  @ApiProperty({
    type: WeekBody,
    nullable: true,
    description: 'Weekly slots in force, those of the base included',
  })
  weekly!: WeekBody | null;
  @ApiProperty({ type: CalendarDraftBody, nullable: true })
  declare draft: CalendarDraftBody | null;
  @ApiProperty({ type: [CalendarVersionBody], description: 'Newest first' })
  versions!: CalendarVersionBody[];
  @ApiProperty({ type: [String], description: 'Calendars derived from it, published again with it' })
  derived!: string[];
  @ApiProperty({ type: [UnitBriefBody], description: 'The uppermost units that work by it, at most fifty' })
  units!: UnitBriefBody[];
}

export class DraftCalendarBody {
  @ApiProperty({ pattern: CALENDAR_ID.source, description: 'An existing calendar, or the id of a new one' })
  @Matches(CALENDAR_ID)
  id!: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'Name of a new calendar' })
  @Omissible()
  @Text(60)
  name?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Whose new calendar it is; left out: the whole country',
  })
  @Omissible()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({
    description: 'The calendar a new one is derived from; left out: a copy of the national one',
  })
  @Omissible()
  @IsCleanText()
  @MaxLength(40)
  baseId?: string;
}

export class RuleFaultBody {
  @ApiProperty({ example: 'overrides.3.date', description: 'Dotted path, rows numbered from 0' })
  field!: string;
  @ApiProperty({ example: 'outside-known-years' })
  code!: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What the words of the code need',
  })
  facts?: Record<string, string | number>;
}

export class PlanChangeBody {
  @ApiProperty({ enum: PLAN_CHANGES })
  kind!: PlanChangeKind;
  @ApiProperty({ type: String, nullable: true })
  date!: string | null;
  @ApiProperty({ type: String, nullable: true })
  before!: string | null;
  @ApiProperty({ type: String, nullable: true })
  after!: string | null;
}

export class CalendarCheckBody {
  @ApiProperty({ type: [RuleFaultBody], description: 'Empty: it may be published' })
  faults!: RuleFaultBody[];
  @ApiProperty({ type: [PlanChangeBody], description: 'Against the published version' })
  changes!: PlanChangeBody[];
  @ApiProperty({ type: [Number], description: 'Years whose provisional deadlines become definite' })
  yearsAdded!: number[];
  @ApiProperty({ type: [String], description: 'Derived calendars that are published again with it' })
  derived!: string[];
  @ApiProperty({ description: 'Units that work by it or by a calendar derived from it' })
  unitCount!: number;
}

export class PublishCalendarBody {
  @ApiProperty({ maxLength: 200, description: 'What it follows: the number of the notice, the decision' })
  @Text(200)
  note!: string;
}

export class AssignCalendarBody {
  @ApiProperty({ example: 'guangxi' })
  @Matches(CALENDAR_ID)
  calendarId!: string;

  @ApiProperty({ description: 'Also the units below that work by the same calendar as this one' })
  @IsBoolean()
  subtree!: boolean;
}

export class AssignedCalendarBody {
  @ApiProperty()
  calendarId!: string;
  @ApiProperty({ description: 'Units that work by it from now on' })
  changed!: number;
  @ApiProperty({ description: 'Units below that keep a calendar of their own' })
  kept!: number;
  @ApiProperty({ description: 'New version of the unit, for If-Match' })
  version!: number;
}
