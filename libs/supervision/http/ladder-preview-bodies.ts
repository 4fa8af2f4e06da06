import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsUUID } from 'class-validator';
import { UNIT_LEVELS, type UnitLevel } from '@hotline/organization';
import { NestedList } from '@hotline/platform';
import { LADDER_FAULTS, type LadderFault, type LadderFaultCode } from '../domain/check-ladder.js';
import {
  LADDER_STEPS,
  LADDER_UNITS,
  type LadderStep,
  type LadderUnit,
  type StepSetting,
} from '../domain/ladder.js';

/** A step as it is being typed: what is wrong with it is an answer here, not a refusal. */
export class PreviewStepBody implements StepSetting {
  @ApiProperty({ enum: LADDER_STEPS })
  @IsIn(LADDER_STEPS)
  step!: LadderStep;

  @ApiProperty()
  @IsBoolean()
  on!: boolean;

  @ApiProperty({ description: 'Any number; one that cannot be published is named in `faults`' })
  @IsNumber()
  amount!: number;

  @ApiProperty({ enum: LADDER_UNITS })
  @IsIn(LADDER_UNITS)
  unit!: LadderUnit;
}

export class PreviewLadderBody {
  @ApiProperty({ format: 'uuid', description: 'By the calendar of this unit' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ enum: UNIT_LEVELS, description: 'Whose limit to handle is taken as the example' })
  @IsIn(UNIT_LEVELS)
  level!: UnitLevel;

  @ApiProperty({ type: [PreviewStepBody] })
  @NestedList(() => PreviewStepBody, LADDER_STEPS.length)
  steps!: PreviewStepBody[];
}

export class LadderFaultBody implements LadderFault {
  @ApiProperty({ example: 'steps.3.amount', description: 'Rows numbered from 0; `steps` for the whole' })
  field!: string;
  @ApiProperty({ enum: LADDER_FAULTS })
  code!: LadderFaultCode;
  @ApiProperty({ enum: LADDER_STEPS })
  step!: LadderStep;
}

export class LadderExampleStepBody {
  @ApiProperty({ enum: LADDER_STEPS })
  step!: LadderStep;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null: off, or the ladder is faulty',
  })
  at!: Date | null;
  @ApiProperty({ description: 'A higher step is reached first; this one will be skipped' })
  overtaken!: boolean;
}

export class LadderExampleLimitBody {
  @ApiProperty()
  amount!: number;
  @ApiProperty()
  unit!: string;
}

/** An ordinary ticket, sent to a unit of the level now, that nobody acts on. */
export class LadderPreviewBody {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  yellowAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  dueAt!: Date;
  @ApiProperty({ type: LadderExampleLimitBody })
  limit!: LadderExampleLimitBody;
  @ApiProperty({ type: [LadderFaultBody] })
  faults!: LadderFaultBody[];
  @ApiProperty({ type: [LadderExampleStepBody], description: 'All five, in their order' })
  steps!: LadderExampleStepBody[];
}
