import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { NestedList, Omissible, Text } from '@hotline/platform';
import {
  FORMULA_KINDS,
  FORMULA_PARTS,
  type FormulaKind,
  type FormulaPart,
} from '../domain/definitions/formula.js';

const DAY = /^[12]\d{3}-\d\d-\d\d$/;

export class FormulaTermBody {
  @ApiProperty({ enum: FORMULA_PARTS })
  @IsIn(FORMULA_PARTS)
  part!: FormulaPart;

  @ApiProperty({ enum: [1, -1], description: '−1 takes the part out' })
  @IsIn([1, -1])
  sign!: 1 | -1;
}

export class AddFormulaBody {
  @ApiProperty({ format: 'uuid', description: 'For this unit and everything below it' })
  @IsUUID()
  unitId!: string;

  @ApiProperty({ enum: FORMULA_KINDS })
  @IsIn(FORMULA_KINDS)
  kind!: FormulaKind;

  @ApiProperty({
    format: 'date',
    description: 'First day it counts; tomorrow at the earliest unless `backwards`',
  })
  @Matches(DAY)
  validFrom!: string;

  @ApiProperty({ type: [FormulaTermBody] })
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @NestedList(() => FormulaTermBody, 6)
  numerator!: FormulaTermBody[];

  @ApiProperty({ type: [FormulaTermBody] })
  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @NestedList(() => FormulaTermBody, 6)
  denominator!: FormulaTermBody[];

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 600,
    description: 'Only where a part ends in `_within`',
  })
  @Omissible()
  @IsInt()
  @Min(1)
  @Max(600)
  seconds?: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: 15,
    description: 'Abandons under this many seconds are short',
  })
  @IsInt()
  @Min(0)
  @Max(15)
  shortAbandonS!: number;

  @ApiProperty({ minLength: 2, maxLength: 300 })
  @Text(300, 2)
  reason!: string;

  @ApiPropertyOptional({
    default: false,
    description: 'Counts days that are over, with a mark on every chart',
  })
  @Omissible()
  @IsBoolean()
  backwards?: boolean;
}

export class FormulaBody {
  @ApiProperty({ enum: FORMULA_KINDS })
  kind!: FormulaKind;
  @ApiProperty({ description: 'The form it is known by: A as shipped, Z a form of one’s own', example: 'A' })
  letter!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ format: 'date' })
  validFrom!: string;
  @ApiProperty({ type: [FormulaTermBody] })
  numerator!: readonly FormulaTermBody[];
  @ApiProperty({ type: [FormulaTermBody] })
  denominator!: readonly FormulaTermBody[];
  @ApiProperty({ type: Number, nullable: true })
  seconds!: number | null;
  @ApiProperty()
  shortAbandonS!: number;
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Whose version; null: as shipped' })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, nullable: true })
  author!: string | null;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  addedAt!: Date | null;
  @ApiProperty({ description: 'It changed days that were over when it was added' })
  backwards!: boolean;
}

export class FormulaFormBody {
  @ApiProperty({ example: 'B' })
  letter!: string;
  @ApiProperty({ type: [FormulaTermBody] })
  numerator!: readonly FormulaTermBody[];
  @ApiProperty({ type: [FormulaTermBody] })
  denominator!: readonly FormulaTermBody[];
}

export class KindOfFormulaBody {
  @ApiProperty({ enum: FORMULA_KINDS })
  kind!: FormulaKind;
  @ApiProperty()
  mayAdd!: boolean;
  @ApiProperty({ type: FormulaBody })
  inForce!: FormulaBody;
  @ApiProperty({ type: [FormulaBody], description: 'Of the unit and the units above it, newest first' })
  versions!: FormulaBody[];
  @ApiProperty({ type: [FormulaFormBody], description: 'Forms in use elsewhere' })
  forms!: readonly FormulaFormBody[];
}

export class FormulasBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  today!: string;
  @ApiProperty({ type: [KindOfFormulaBody] })
  kinds!: KindOfFormulaBody[];
}
