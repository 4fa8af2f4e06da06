import { ApiProperty } from '@nestjs/swagger';
import { type Unit, UNIT_LEVELS } from '@hotline/organization';
import { UnseenTimeBody } from '@hotline/telephony';
import { type MetricName, METRICS } from '../domain/metrics.js';

const day = { format: 'date', description: 'Day in Asia/Shanghai' };
const percent = {
  type: Number,
  nullable: true,
  description: 'Percent, two decimals; null when nothing counts',
};

export class NumberUnitBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  code!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: UNIT_LEVELS })
  level!: Unit['level'];
  @ApiProperty({ enum: ['territorial', 'industrial'] })
  kind!: Unit['kind'];
}

export class DefinitionBody {
  @ApiProperty()
  version!: number;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty()
  formula!: string;
}

export class ExclusionBody {
  @ApiProperty()
  code!: string;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty()
  count!: number;
}

export class FractionBody {
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty(percent)
  rate!: number | null;
}

export class TrendPointBody {
  @ApiProperty(day)
  day!: string;
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty({ ...percent, description: 'Of the seven days that end here' })
  rolling!: number | null;
  @ApiProperty({ ...percent, description: 'The same in the period before' })
  previousRolling!: number | null;
}

export class PrintedFormulaBody {
  @ApiProperty({ description: 'The form it is known by: A as shipped, Z a form of one’s own', example: 'A' })
  letter!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: Number, nullable: true })
  seconds!: number | null;
}

export class FormulaChangeBody extends PrintedFormulaBody {
  @ApiProperty({ example: 'connection_rate' })
  kind!: string;
  @ApiProperty(day)
  day!: string;
  @ApiProperty({ description: 'Added after that day: days that were over have been counted anew' })
  backwards!: boolean;
}

export class TelephonePartBody {
  @ApiProperty({
    type: String,
    enum: ['telephone', 'contacts', 'mixed'],
    nullable: true,
    description: 'Whose word the rate is: events of the telephone, what agents logged, or some of both',
  })
  source!: 'telephone' | 'contacts' | 'mixed' | null;
  @ApiProperty({ description: 'Calls in the rate that the telephone told of' })
  calls!: number;
  @ApiProperty({ type: FractionBody, description: 'Answered ÷ all that reached the number' })
  ofArrived!: FractionBody;
  @ApiProperty({ type: FractionBody, description: 'Answered in time; the seconds stand in `level`' })
  inTime!: FractionBody;
  @ApiProperty({ type: PrintedFormulaBody, description: 'Of the rate, in force on the last day' })
  formula!: PrintedFormulaBody;
  @ApiProperty({ type: PrintedFormulaBody, description: 'Of the rate in time, in force on the last day' })
  level!: PrintedFormulaBody;
  @ApiProperty({ type: [FormulaChangeBody], description: 'Where a definition changes inside the period' })
  changes!: FormulaChangeBody[];
}

export class NumberBody extends FractionBody {
  @ApiProperty({ enum: METRICS })
  metric!: MetricName;
  @ApiProperty({ type: DefinitionBody })
  definition!: DefinitionBody;
  @ApiProperty({ type: [ExclusionBody] })
  excluded!: ExclusionBody[];
  @ApiProperty({ type: Number, nullable: true, description: 'Percent' })
  target!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Fell due in the period and still open; null for what has no deadline',
  })
  openOverdue!: number | null;
  @ApiProperty({ type: FractionBody })
  previous!: FractionBody;
  @ApiProperty({ type: [TrendPointBody] })
  trend!: TrendPointBody[];
  @ApiProperty({ type: TelephonePartBody, nullable: true, description: 'Of the connection rate alone' })
  telephone!: TelephonePartBody | null;
}

export class DurationBody {
  @ApiProperty({ description: 'Working days: 0, 1, … 6-10, 31+' })
  bin!: string;
  @ApiProperty()
  onTime!: number;
  @ApiProperty()
  overdue!: number;
}

export class CallHourBody {
  @ApiProperty({ description: '1 = Monday' })
  weekday!: number;
  @ApiProperty()
  hour!: number;
  @ApiProperty()
  calls!: number;
  @ApiProperty()
  answered!: number;
}

export class NumbersBody {
  @ApiProperty({ type: NumberUnitBody })
  unit!: NumberUnitBody;
  @ApiProperty(day)
  from!: string;
  @ApiProperty(day)
  to!: string;
  @ApiProperty(day)
  previousFrom!: string;
  @ApiProperty(day)
  previousTo!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  asOf!: Date;
  @ApiProperty({ type: [NumberBody] })
  numbers!: NumberBody[];
  @ApiProperty({ description: 'Fell due in the period by the promise first made, and still open' })
  openOverdue!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Of the tickets that fell due and are closed' })
  medianWorkingDays!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  p90WorkingDays!: number | null;
  @ApiProperty({ type: [DurationBody] })
  durations!: DurationBody[];
  @ApiProperty({ type: [CallHourBody], description: 'Hours without a call are left out' })
  callHours!: CallHourBody[];
  @ApiProperty({
    type: [UnseenTimeBody],
    description:
      'When telephone lines of the unit were not heard, newest first: calls of that time are in no number',
  })
  gaps!: UnseenTimeBody[];
}
