import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { UnitBriefBody } from '@hotline/organization';
import { SIDE_CLOCKS, type SideClock, TICKET_STATES, type TicketState } from '../domain/facts.js';
import { RemainingBody } from './row-bodies.js';

export class DutiesQuery {
  @ApiPropertyOptional({ enum: SIDE_CLOCKS, isArray: true, description: 'May be repeated' })
  @IsOptional()
  @Transform(({ value }) => (Array.isArray(value) ? value : [value]))
  @ArrayMaxSize(SIDE_CLOCKS.length)
  @IsIn(SIDE_CLOCKS, { each: true })
  kind?: SideClock[];

  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class DutyTicketBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  no!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: TICKET_STATES })
  state!: TicketState;
  @ApiProperty({ enum: ['general', 'urgent'] })
  urgency!: string;
}

/** Something a unit owes beside the custody: a ruling, an answer, a part of the work. */
export class DutyBody {
  @ApiProperty({ format: 'uuid', description: 'The clock' })
  id!: string;
  @ApiProperty({ enum: SIDE_CLOCKS })
  kind!: SideClock;
  @ApiProperty({ format: 'uuid', description: 'The request, order or part the clock times' })
  subjectId!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: DutyTicketBody })
  ticket!: DutyTicketBody;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;
  @ApiProperty({ enum: ['none', 'yellow', 'red'] })
  card!: 'none' | 'yellow' | 'red';
  @ApiProperty({ description: 'A right, not a duty: it lapses by itself at `dueAt` and nobody is late' })
  isRight!: boolean;
  @ApiProperty({ type: RemainingBody, nullable: true })
  remaining!: RemainingBody | null;
}

export class DutyPageBody {
  @ApiProperty({ type: [DutyBody] })
  items!: DutyBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
