import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Code, Omissible, Text } from '@hotline/platform';
import { MOST_SCORE } from '../domain/scorecard.js';

export class ScoreBody {
  @ApiProperty({ description: 'Code of an item of the scorecard' })
  @Code()
  code!: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: MOST_SCORE })
  @IsInt()
  @Min(0)
  @Max(MOST_SCORE)
  points!: number;
}

export class CheckQualityBody {
  @ApiProperty({ type: [ScoreBody], description: 'Every item of the scorecard once' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ScoreBody)
  scores!: ScoreBody[];

  @ApiPropertyOptional({ maxLength: 1000, description: 'Owed when the total is below the pass mark' })
  @Omissible()
  @Text(1000)
  remark?: string;
}

export class QualityCheckBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  by!: string;
  @ApiProperty({ type: 'integer', description: 'Version of the scorecard' })
  scorecard!: number;
  @ApiProperty({ type: [ScoreBody] })
  scores!: ScoreBody[];
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 })
  total!: number;
  @ApiProperty({ enum: ['pass', 'fail'] })
  verdict!: 'pass' | 'fail';
  @ApiProperty({ type: String, nullable: true })
  remark!: string | null;
}
