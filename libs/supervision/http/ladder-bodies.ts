import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsUUID, Matches, Max, Min } from 'class-validator';
import { UNIT_LEVELS, UnitBriefBody, type UnitLevel } from '@hotline/organization';
import { NestedList } from '@hotline/platform';
import {
  LADDER_STEPS,
  LADDER_UNITS,
  type LadderStep,
  type LadderUnit,
  type StepSetting,
} from '../domain/ladder.js';

/** A day of this century that exists; the database would refuse 30 February as a fault. */
export const DAY =
  /^20\d\d-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/;

export class LadderQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  unitId!: string;
}

export class StepSettingBody implements StepSetting {
  @ApiProperty({ enum: LADDER_STEPS, description: '黄牌, 催办, 红牌, 督办, 提级' })
  @IsIn(LADDER_STEPS)
  step!: LadderStep;

  @ApiProperty()
  @IsBoolean()
  on!: boolean;

  @ApiProperty({ minimum: 0, maximum: 200, description: 'After the yellow card (黄牌, 催办) or the red one' })
  @IsInt()
  @Min(0)
  @Max(200)
  amount!: number;

  @ApiProperty({ enum: LADDER_UNITS, description: '`half-of-rest` for 催办 alone: half-way to the deadline' })
  @IsIn(LADDER_UNITS)
  unit!: LadderUnit;
}

export class SetLadderBody {
  @ApiProperty({ format: 'uuid', description: 'The national or a provincial union' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ enum: UNIT_LEVELS, description: 'Whose lateness it is about' })
  @IsIn(UNIT_LEVELS)
  level!: UnitLevel;

  @ApiProperty({
    minimum: 0,
    description:
      'The newest version this unit has published for the level, as the editor saw it; 0: none yet',
  })
  @IsInt()
  @Min(0)
  basedOn!: number;

  @ApiProperty({ format: 'date', description: 'Today or later' })
  @Matches(DAY)
  effectiveFrom!: string;

  @ApiProperty({ type: [StepSettingBody], description: 'All five steps' })
  @NestedList(() => StepSettingBody, LADDER_STEPS.length)
  steps!: StepSettingBody[];
}

export class LadderLevelBody {
  @ApiProperty({ enum: UNIT_LEVELS })
  level!: UnitLevel;
  @ApiProperty({ type: Number, nullable: true, description: 'Null: as shipped' })
  version!: number | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Who published it' })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveFrom!: string | null;
  @ApiProperty({ type: [StepSettingBody] })
  steps!: StepSettingBody[];
  @ApiProperty({ description: 'The newest version the unit itself has published, for `basedOn`; 0: none' })
  newest!: number;
}

export class LadderVersionBody {
  @ApiProperty({ enum: UNIT_LEVELS })
  level!: UnitLevel;
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  effectiveFrom!: string;
  @ApiProperty({ type: [StepSettingBody] })
  steps!: StepSettingBody[];
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
}

export class LadderBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty()
  editable!: boolean;
  @ApiProperty({ type: [LadderLevelBody], description: 'In force today' })
  levels!: LadderLevelBody[];
  @ApiProperty({ type: [LadderVersionBody], description: 'Newest first' })
  versions!: LadderVersionBody[];
}
