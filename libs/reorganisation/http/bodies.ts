import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { UNIT_CODE } from '@hotline/organization';
import { IsInstant, NestedList, Omissible, Text } from '@hotline/platform';
import { CHANGE_KINDS, type ChangeKind, MEMBERSHIP_RULES, type MembershipRule } from '../domain/plan.js';

const lower = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim().toLowerCase() : value,
);
const PLACE = /^\d{2,12}$/;

export class PartBody {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'An existing unit; left out for a new one beside the split',
  })
  @Omissible()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({ pattern: UNIT_CODE.source, description: 'New units only' })
  @Omissible()
  @lower
  @Matches(UNIT_CODE)
  code?: string;

  @ApiPropertyOptional({ minLength: 2, maxLength: 80, description: 'New units only' })
  @Omissible()
  @Text(80, 2)
  name?: string;

  @ApiPropertyOptional({ maxLength: 30 })
  @Omissible()
  @Text(30)
  shortName?: string;

  @ApiProperty({
    type: [String],
    description: 'Codes of places, or beginnings of codes, whose open work goes here',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @Matches(PLACE, { each: true })
  places!: string[];

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Units below the split one that will hang below this',
  })
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  childIds!: string[];
}

export class PlanUnitChangeBody {
  @ApiProperty({ enum: CHANGE_KINDS })
  @IsIn(CHANGE_KINDS)
  kind!: ChangeKind;

  @ApiProperty({ type: [String], format: 'uuid', description: 'One; several may move or be merged together' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  unitIds!: string[];

  @ApiProperty({ minLength: 2, maxLength: 500, description: 'Why; kept with the change' })
  @Text(500, 2)
  reason!: string;

  @ApiPropertyOptional({ maxLength: 80, description: 'Number of the document that orders it' })
  @Omissible()
  @Text(80)
  documentNo?: string;

  @ApiPropertyOptional({ minLength: 2, maxLength: 80, description: 'rename' })
  @Omissible()
  @Text(80, 2)
  name?: string;

  @ApiPropertyOptional({ maxLength: 30, description: 'rename' })
  @Omissible()
  @Text(30)
  shortName?: string;

  @ApiPropertyOptional({ pattern: UNIT_CODE.source, description: 'rename' })
  @Omissible()
  @lower
  @Matches(UNIT_CODE)
  code?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'move: the new superior' })
  @Omissible()
  @IsUUID()
  parentId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'merge: who carries on' })
  @Omissible()
  @IsUUID()
  intoId?: string;

  @ApiPropertyOptional({ type: [PartBody], description: 'split' })
  @Omissible()
  @NestedList(() => PartBody, 20)
  parts?: PartBody[];

  @ApiPropertyOptional({
    minimum: 0,
    description: 'split: number of the part, from 0, that takes what no place names and carries on',
  })
  @Omissible()
  @IsInt()
  @Min(0)
  @Max(19)
  heir?: number;

  @ApiPropertyOptional({ description: 'split: the unit itself goes on with what no place names' })
  @Omissible()
  @IsBoolean()
  keepsRest?: boolean;

  @ApiPropertyOptional({
    enum: MEMBERSHIP_RULES,
    default: 'keep',
    description: 'merge, split, close: posts stay where they are, or the heir gets the same ones too',
  })
  @Omissible()
  @IsIn(MEMBERSHIP_RULES)
  memberships?: MembershipRule;
}

export class ScheduleUnitChangeBody {
  @ApiProperty({
    format: 'date-time',
    example: '2027-01-01T00:00:00+08:00',
    description: 'A full hour ahead, at most two years: the change starts by itself then',
  })
  @IsInstant()
  at!: string;
}
