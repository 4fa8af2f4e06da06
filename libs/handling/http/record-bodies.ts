import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsUUID, ValidateIf } from 'class-validator';
import { Code, IsDay, IsInstant, Omissible, Text } from '@hotline/platform';
import { TOLD_BY, type ToldBy } from '../domain/endings.js';
import { FileIds } from './request-bodies.js';

export class WithdrawTicketBody {
  @ApiProperty({ enum: TOLD_BY, description: 'Who said so' })
  @IsIn(TOLD_BY)
  toldBy!: ToldBy;

  @ApiProperty({ format: 'date-time', description: 'When it was said' })
  @IsInstant()
  toldAt!: string;

  @ApiProperty({ maxLength: 1000, description: 'In the worker’s own words' })
  @Text(1000)
  words!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The logged contact it was said in; the accountable unit needs one',
  })
  @Omissible()
  @IsUUID()
  workerContactId?: string;
}

export class DeclineTicketBody {
  @ApiProperty({ description: 'Code of `declineReasons` in the vocabulary' })
  @Code()
  reasonCode!: string;

  @ApiProperty({ maxLength: 1000, description: 'What the worker is told' })
  @Text(1000)
  reason!: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'The body that can help' })
  @Omissible()
  @Text(100)
  guidedTo?: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'Its public phone number or address' })
  @Omissible()
  @Text(200)
  guidedContact?: string;
}

export class ReferTicketBody {
  @ApiProperty({ description: 'Code of `referralBodies` in the vocabulary' })
  @Code()
  bodyCode!: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'Its name; required for another body' })
  @Omissible()
  @Text(100)
  bodyName?: string;

  @ApiProperty({ format: 'date', description: 'Day it was sent, in Asia/Shanghai' })
  @IsDay()
  referredOn!: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'Reference number of the letter' })
  @Omissible()
  @Text(100)
  referenceNo?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Day the reply is due; else the limit of referrals' })
  @Omissible()
  @IsDay()
  replyDueOn?: string;

  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  note!: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 20 })
  @Omissible()
  @FileIds()
  attachmentIds?: string[];
}

export class RecordReferralReplyBody {
  @ApiProperty({ maxLength: 2000 })
  @Text(2000)
  reply!: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', maxItems: 20 })
  @Omissible()
  @FileIds()
  attachmentIds?: string[];
}

export class AssignTicketBody {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'A handler of the accountable unit; null gives the ticket back to the unit',
  })
  @ValidateIf((_: object, value: unknown) => value !== null)
  @IsUUID()
  assigneeId!: string | null;

  @ApiPropertyOptional({ maxLength: 500 })
  @Omissible()
  @Text(500)
  note?: string;
}

export class ColleagueBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  displayName!: string;
}
