import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { PageQuery, UnitBriefBody } from '@hotline/organization';
import { Omissible } from '@hotline/platform';
import {
  DRY_RUN_OUTCOMES,
  DRY_RUN_STATES,
  type DryRunOutcome,
  type DryRunState,
  MOST_TICKETS,
  USUAL_TICKETS,
} from '../domain/dry-run.js';

export class DryRunGroupBody {
  @ApiProperty({ enum: DRY_RUN_OUTCOMES })
  outcome!: DryRunOutcome;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Null: left to a dispatcher' })
  from!: UnitBriefBody | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Null: left to a dispatcher' })
  to!: UnitBriefBody | null;
  @ApiProperty()
  count!: number;
}

export class DryRunBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  draftId!: string;
  @ApiProperty({ description: 'The version of the draft it judges' })
  draftVersion!: number;
  @ApiProperty({ description: 'Name of the person' })
  startedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ enum: DRY_RUN_STATES })
  state!: DryRunState;
  @ApiProperty({ description: 'Tickets to judge, newest first' })
  total!: number;
  @ApiProperty()
  done!: number;
  @ApiProperty()
  same!: number;
  @ApiProperty({ description: 'Would go to another unit' })
  changed!: number;
  @ApiProperty({ description: 'Would stop at a dispatcher' })
  becomesUnclear!: number;
  @ApiProperty({ description: 'Would no longer stop at a dispatcher' })
  becomesClear!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finishedAt!: Date | null;
  @ApiProperty({
    type: [DryRunGroupBody],
    description: 'What differs, largest first; only ShowDryRun fills it',
  })
  groups!: DryRunGroupBody[];
}

export class DryRunRowBody {
  @ApiProperty()
  seq!: number;
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;
  @ApiProperty()
  ticketNo!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  openedAt!: Date;
  @ApiProperty()
  kind!: string;
  @ApiProperty()
  field!: string;
  @ApiProperty({ type: String, nullable: true })
  workplaceCode!: string | null;
  @ApiProperty({ enum: DRY_RUN_OUTCOMES })
  outcome!: DryRunOutcome;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  from!: UnitBriefBody | null;
  @ApiProperty({ description: 'The version in force when the ticket was opened' })
  fromVersion!: number;
  @ApiProperty({ type: Number, nullable: true })
  fromRule!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was left to a dispatcher' })
  fromReason!: string | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  to!: UnitBriefBody | null;
  @ApiProperty({ type: Number, nullable: true })
  toRule!: number | null;
  @ApiProperty({ type: String, nullable: true })
  toReason!: string | null;
}

export class DryRunRowPageBody {
  @ApiProperty({ type: [DryRunRowBody] })
  items!: DryRunRowBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class StartDryRunBody {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_TICKETS,
    description: `The newest tickets; ${USUAL_TICKETS} when left out`,
  })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(MOST_TICKETS)
  tickets?: number;
}

const UNIT_OR_NONE = /^(?:none|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export class DryRunRowsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DRY_RUN_OUTCOMES })
  @Omissible()
  @IsIn(DRY_RUN_OUTCOMES)
  outcome?: DryRunOutcome;

  @ApiPropertyOptional({ description: 'Id of the unit decided then; `none`: left to a dispatcher' })
  @Omissible()
  @Matches(UNIT_OR_NONE)
  from?: string;

  @ApiPropertyOptional({ description: 'Id of the unit the draft chooses; `none`: left to a dispatcher' })
  @Omissible()
  @Matches(UNIT_OR_NONE)
  to?: string;
}
