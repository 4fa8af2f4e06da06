import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Text } from '@hotline/platform';
import { TicketRowBody } from '@hotline/ticket';
import { GROUP_KINDS, type GroupKind } from '../domain/group-steps.js';

export class LinkTicketBody {
  @ApiProperty({ format: 'uuid', description: 'The case that is handled for both' })
  @IsUUID()
  masterTicketId!: string;

  @ApiProperty({
    enum: GROUP_KINDS,
    description: 'The same worker again, or many workers against one employer',
  })
  @IsIn(GROUP_KINDS)
  kind!: GroupKind;

  @ApiProperty({ minLength: 2, maxLength: 500 })
  @Text(500, 2)
  reason!: string;
}

export class UnlinkTicketBody {
  @ApiProperty({ minLength: 2, maxLength: 500 })
  @Text(500, 2)
  reason!: string;
}

export class GroupsQuery {
  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
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

export class GroupBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: GROUP_KINDS })
  kind!: GroupKind;
  @ApiProperty({ type: String, nullable: true })
  employer!: string | null;
  @ApiProperty({ format: 'uuid' })
  masterTicketId!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  formedAt!: Date;
  @ApiProperty({ type: String, nullable: true })
  formedBy!: string | null;
  @ApiProperty({ type: UnitBriefBody })
  formedUnit!: UnitBriefBody;
  @ApiProperty({ description: 'Tickets of the group that this reader may see' })
  members!: number;
  @ApiProperty({ description: 'Different callers among them' })
  people!: number;
}

export class GroupMemberBody {
  @ApiProperty({ type: TicketRowBody })
  ticket!: TicketRowBody;
  @ApiProperty({ description: 'The case that is handled for all' })
  master!: boolean;
  @ApiProperty({ type: String, format: 'date-time' })
  linkedAt!: Date;
  @ApiProperty({ type: String, nullable: true })
  linkedBy!: string | null;
  @ApiProperty({ type: UnitBriefBody })
  linkedUnit!: UnitBriefBody;
  @ApiProperty()
  reason!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Went to its own call-back',
  })
  followedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  unlinkedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true })
  unlinkReason!: string | null;
}

export class LinkSuggestionBody {
  @ApiProperty({ type: TicketRowBody })
  ticket!: TicketRowBody;
  @ApiProperty({ enum: GROUP_KINDS, description: 'Same caller, or same employer' })
  kind!: GroupKind;
}

/** The group of a ticket; null before it was ever linked. */
export class TicketGroupBody {
  @ApiProperty({ type: GroupBody, nullable: true })
  group!: GroupBody | null;
  @ApiProperty({ type: [GroupMemberBody] })
  members!: GroupMemberBody[];
  @ApiProperty({ type: [LinkSuggestionBody], description: 'Open tickets that may be of the same cause' })
  suggestions!: LinkSuggestionBody[];
}

export class GroupPageBody {
  @ApiProperty({ type: [GroupBody] })
  items!: GroupBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class GroupFlagBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, nullable: true })
  employer!: string | null;
  @ApiProperty({ type: UnitBriefBody, description: 'The lowest unit that holds all the tickets' })
  unit!: UnitBriefBody;
  @ApiProperty({ enum: [3, 5, 10] })
  level!: number;
  @ApiProperty({ description: 'People within thirty days when it was raised' })
  people!: number;
  @ApiProperty({ format: 'uuid', description: 'The ticket that reached the level' })
  ticketId!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  raisedAt!: Date;
}

export class GroupFlagPageBody {
  @ApiProperty({ type: [GroupFlagBody] })
  items!: GroupFlagBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
