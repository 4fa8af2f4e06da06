import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, MaxLength } from 'class-validator';
import { PageQuery, UnitBriefBody } from '@hotline/organization';
import { IsCleanText, Omissible } from '@hotline/platform';
import { RESTATEMENTS, type Restatement } from '@hotline/ticket';

export class ProvisionalQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Of one calendar' })
  @Omissible()
  @IsCleanText()
  @MaxLength(40)
  calendarId?: string;
}

export class RestatementsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: RESTATEMENTS })
  @Omissible()
  @IsIn(RESTATEMENTS)
  reason?: Restatement;
}

export class ProvisionalClockBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'handle' })
  kind!: string;
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;
  @ApiProperty()
  ticketNo!: string;
  @ApiProperty({ type: UnitBriefBody, description: 'Whose clock it is' })
  unit!: UnitBriefBody;
  @ApiProperty({ example: 'national' })
  calendarId!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    description: 'Counted with plain weekdays beyond the known years',
  })
  dueAt!: Date;
  @ApiProperty({ type: [Number], description: 'Years it reaches whose plan is not published' })
  unknownYears!: number[];
}

export class ProvisionalPageBody {
  @ApiProperty({ type: [ProvisionalClockBody] })
  items!: ProvisionalClockBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
  @ApiProperty({ description: 'Counted up to 1,000' })
  total!: number;
}

export class RestatementBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;
  @ApiProperty()
  ticketNo!: string;
  @ApiProperty({ example: 'handle' })
  kind!: string;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: RESTATEMENTS })
  reason!: Restatement;
  @ApiProperty({ type: String, format: 'date-time' })
  fromDueAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'The same as before: confirmed' })
  toDueAt!: Date;
  @ApiProperty()
  calendarVersion!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null: by the system' })
  by!: string | null;
}

export class RestatementPageBody {
  @ApiProperty({ type: [RestatementBody] })
  items!: RestatementBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
