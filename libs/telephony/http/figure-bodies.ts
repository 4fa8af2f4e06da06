import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { type Column, COLUMNS, type Columns } from '../domain/definitions/figure.js';
import { FORMULA_KINDS, type FormulaKind } from '../domain/definitions/formula.js';
import { FormulaBody } from './formula-bodies.js';

const percent = {
  type: Number,
  nullable: true,
  description: 'Percent, two decimals; null when nothing counts',
};

export class FormRateBody {
  @ApiProperty({ example: 'B' })
  letter!: string;
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty(percent)
  rate!: number | null;
}

export class BesideBody {
  @ApiProperty({ enum: COLUMNS })
  column!: Column;
  @ApiProperty()
  count!: number;
}

export class CallFigureBody {
  @ApiProperty({ enum: FORMULA_KINDS })
  kind!: FormulaKind;
  @ApiProperty({
    type: FormulaBody,
    description: 'In force on the last day; earlier days keep their own, see `marks`',
  })
  formula!: FormulaBody;
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty(percent)
  rate!: number | null;
  @ApiProperty({ type: [BesideBody], description: 'What stands beside the rate instead of in it' })
  beside!: BesideBody[];
  @ApiProperty({ type: [FormRateBody], description: 'The same calls by every form in use' })
  forms!: FormRateBody[];
}

export class FormulaMarkBody {
  @ApiProperty({ enum: FORMULA_KINDS })
  kind!: FormulaKind;
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty()
  letter!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  backwards!: boolean;
}

export class UnseenTimeBody {
  @ApiProperty()
  source!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  to!: Date | null;
  @ApiProperty({ description: 'The switchboard itself began anew' })
  restarted!: boolean;
  @ApiProperty({ description: 'What was missed has been read from its log' })
  mended!: boolean;
}

export class CallFiguresBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  asOf!: Date;
  @ApiProperty({ enum: ['calls', 'visits'] })
  per!: 'calls' | 'visits';
  @ApiProperty({ type: String, nullable: true })
  queue!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: `arrived, asked, entered, and one column for each way to end: ${COLUMNS.join(', ')}`,
  })
  columns!: Columns;
  @ApiProperty({ description: 'Abandons younger than two seconds, which may turn out to be limits' })
  provisional!: number;
  @ApiProperty({ type: [CallFigureBody] })
  figures!: CallFigureBody[];
  @ApiProperty({ type: [FormulaMarkBody], description: 'Where a definition changes inside the period' })
  marks!: FormulaMarkBody[];
  @ApiProperty({ type: [UnseenTimeBody] })
  gaps!: UnseenTimeBody[];
}

export class CountedCallBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  callId!: string | null;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ enum: COLUMNS })
  column!: Column;
  @ApiProperty()
  provisional!: boolean;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Milliseconds until the answer, or until it was given up',
  })
  waitMs!: number | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null for readers who do not work with contacts',
  })
  masked!: string | null;
  @ApiProperty()
  withheld!: boolean;
  @ApiProperty({ description: 'This reader may ask for the number, for a reason: `RevealCallNumber`' })
  revealable!: boolean;
  @ApiProperty({ type: String, nullable: true })
  queue!: string | null;
  @ApiProperty({ type: String, nullable: true })
  agent!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  contactId!: string | null;
}

export class CountedCallsBody {
  @ApiProperty({ type: [CountedCallBody] })
  items!: CountedCallBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
