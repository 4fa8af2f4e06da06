import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID, ValidateIf } from 'class-validator';
import { Omissible, Text } from '@hotline/platform';
import {
  NOT_REACHED_REASONS,
  type NotReachedReason,
  type Rating,
  RATINGS,
  SOLVED,
  type Solved,
} from '../domain/answer.js';

export class RecordCallBackBody {
  @ApiProperty()
  @IsBoolean()
  reached!: boolean;

  @ApiPropertyOptional({ enum: NOT_REACHED_REASONS, description: 'Required when not reached' })
  @Omissible()
  @IsIn(NOT_REACHED_REASONS)
  notReachedReason?: NotReachedReason;

  @ApiPropertyOptional({ enum: SOLVED, description: 'Required when reached' })
  @Omissible()
  @IsIn(SOLVED)
  solved?: Solved;

  @ApiPropertyOptional({ enum: RATINGS, description: '职工满意度: with the handling; required when reached' })
  @Omissible()
  @IsIn(RATINGS)
  handlingRating?: Rating;

  @ApiPropertyOptional({ enum: RATINGS, description: '话务满意度: with the call; required when reached' })
  @Omissible()
  @IsIn(RATINGS)
  callRating?: Rating;

  @ApiPropertyOptional({ description: 'Why the worker is dissatisfied; required then, and orders a redo' })
  @Omissible()
  @Text(1000)
  reason?: string;

  @ApiPropertyOptional()
  @Omissible()
  @Text(2000)
  note?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description:
      'The dialled call it was made by: its times are the switchboard’s. Left out: my newest one; null: by another telephone',
  })
  @ValidateIf((_: object, value: unknown) => value !== null && value !== undefined)
  @IsUUID()
  callId?: string | null;
}

export class CloseTicketBody {
  @ApiPropertyOptional()
  @Omissible()
  @Text(2000)
  note?: string;
}
