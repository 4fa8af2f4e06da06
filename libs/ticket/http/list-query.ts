import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Code, IsCleanText } from '@hotline/platform';
import { QUEUE_REASONS, type QueueReason, TICKET_STATES, type TicketState } from '../domain/facts.js';
import { type Sort, SORTS, TICKET_VIEWS, type TicketViewName } from '../domain/list-views.js';

const WITHIN = ['overdue', 'today', '1wd', '3wd'] as const;

export class ListTicketsQuery {
  @ApiPropertyOptional({ enum: TICKET_VIEWS, default: 'open' })
  @IsOptional()
  @IsIn(TICKET_VIEWS)
  view?: TicketViewName;

  @ApiPropertyOptional({ format: 'uuid', description: 'This unit and those below' })
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({ enum: TICKET_STATES, isArray: true, description: 'May be repeated' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(TICKET_STATES.length)
  @IsIn(TICKET_STATES, { each: true })
  state?: TicketState[];

  @ApiPropertyOptional()
  @IsOptional()
  @Code()
  kind?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Code()
  field?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Code()
  tag?: string;

  @ApiPropertyOptional({ enum: ['general', 'urgent'] })
  @IsOptional()
  @IsIn(['general', 'urgent'])
  urgency?: 'general' | 'urgent';

  @ApiPropertyOptional({
    enum: WITHIN,
    description: 'Of the earliest open clock; working days are national ones',
  })
  @IsOptional()
  @IsIn(WITHIN)
  dueWithin?: (typeof WITHIN)[number];

  @ApiPropertyOptional({ enum: QUEUE_REASONS })
  @IsOptional()
  @IsIn(QUEUE_REASONS)
  queueReason?: QueueReason;

  @ApiPropertyOptional({ enum: ['me'], description: 'Only what the reader has in hand' })
  @IsOptional()
  @IsIn(['me'])
  assigned?: 'me';

  @ApiPropertyOptional({ maxLength: 100, description: 'Ticket number or words; the newest 500 matches' })
  @IsOptional()
  @IsCleanText()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({
    enum: SORTS,
    default: 'due',
    description:
      '`due`: open ones by their next deadline, then closed ones, newest first (once-handled: newest)',
  })
  @IsOptional()
  @IsIn(SORTS)
  sort?: Sort;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before, with the same filters' })
  @IsOptional()
  @IsCleanText()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
