import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
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
}

/** A call dialled from the desk; its number stays on the server. */
export class DialledCallBody {
  @ApiProperty({ format: 'uuid' })
  dialId!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null until the switchboard tells of it',
  })
  callId!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was not placed', example: 'line-down' })
  fault!: string | null;
}

export class CloseTicketBody {
  @ApiPropertyOptional()
  @Omissible()
  @Text(2000)
  note?: string;
}
