import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { IsDay, Omissible } from '@hotline/platform';
import type { DayKind } from '../domain/forecast.js';
import type { StaffingStep } from '../use-cases/show-staffing.js';
import { ReportUnitQuery } from './report-queries.js';

const STEPS = ['15', '30', '60'] as const;

export class StaffingQuery extends ReportUnitQuery {
  @ApiPropertyOptional({ format: 'date', description: 'Tomorrow by default' })
  @Omissible()
  @IsDay()
  day?: string;
  @ApiPropertyOptional({ enum: STEPS, default: '30' })
  @Omissible()
  @IsIn(STEPS)
  step?: StaffingStep;
}

class StaffingRuleBody {
  @ApiProperty({ minimum: 1, maximum: 99, description: 'Share to be answered in time' })
  @IsInt()
  @Min(1)
  @Max(99)
  targetPercent!: number;
  @ApiProperty({ minimum: 1, maximum: 600 })
  @IsInt()
  @Min(1)
  @Max(600)
  withinSeconds!: number;
  @ApiProperty({
    minimum: 0,
    maximum: 80,
    description: 'Paid time away from the line: breaks, training, illness',
  })
  @IsInt()
  @Min(0)
  @Max(80)
  shrinkagePercent!: number;
  @ApiProperty({ minimum: 1, maximum: 26, description: 'How many past weeks it is learnt from' })
  @IsInt()
  @Min(1)
  @Max(26)
  weeks!: number;
  @ApiProperty({ minimum: 0, maximum: 100, description: 'At the line whatever the load' })
  @IsInt()
  @Min(0)
  @Max(100)
  leastAgents!: number;
}

export class SetStaffingBody extends StaffingRuleBody {
  @ApiProperty({ minimum: 0, description: 'The version of the unit its editor saw; 0 for none of its own' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  basedOn!: number;
}

export class StaffingSettingBody extends StaffingRuleBody {
  @ApiProperty({ description: 'Of the unit itself; 0 when it has none of its own' })
  version!: number;
  @ApiProperty({
    type: UnitBriefBody,
    nullable: true,
    description: 'Whose setting is in force; null: what ships',
  })
  from!: UnitBriefBody | null;
}

export class StaffedIntervalBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  until!: Date;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Median of calls that asked; null without a day to learn from',
  })
  offered!: number | null;
  @ApiProperty({ description: 'Past days it is learnt from' })
  days!: number;
  @ApiProperty({ type: Number, nullable: true })
  handlingSeconds!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  erlangs!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Agents at the line (Erlang C)' })
  needed!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Agents on the roster, so that as many are at the line',
  })
  toRoster!: number | null;
  @ApiProperty({ description: 'On a shift, on the mean of the interval' })
  rostered!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Signed in and not on a break; null for what is to come',
  })
  present!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'What the rostered would reach, in percent' })
  expectedPercent!: number | null;
}

export class StaffingDayBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty({ enum: STEPS })
  step!: StaffingStep;
  @ApiProperty({ enum: ['usual', 'holiday', 'make-up'] })
  kind!: DayKind;
  @ApiProperty()
  editable!: boolean;
  @ApiProperty({ type: StaffingSettingBody })
  setting!: StaffingSettingBody;
  @ApiProperty({ type: [String], format: 'date', description: 'Past days it is reckoned from' })
  sample!: string[];
  @ApiProperty({ type: [StaffedIntervalBody] })
  lines!: StaffedIntervalBody[];
}
