import { ApiProperty } from '@nestjs/swagger';
import type { RowResult } from '../data/row-reads.js';
import { type MetricName, METRICS } from '../domain/metrics.js';
import { NumberUnitBody } from './bodies.js';

const percent = { type: Number, nullable: true, description: 'Percent; null when nothing counts' };

export class ChildNumbersBody {
  @ApiProperty({ type: NumberUnitBody })
  unit!: NumberUnitBody;
  @ApiProperty({ type: String, nullable: true })
  regionCode!: string | null;
  @ApiProperty()
  hasChildren!: boolean;
  @ApiProperty({ description: 'Hung here in the period, hangs elsewhere now; its days here stay in the sum' })
  movedAway!: boolean;
  @ApiProperty()
  due!: number;
  @ApiProperty()
  onTime!: number;
  @ApiProperty(percent)
  onTimeRate!: number | null;
  @ApiProperty(percent)
  previousOnTimeRate!: number | null;
  @ApiProperty({ description: 'Fell due by the promise as extensions and pauses have moved it' })
  dueExtended!: number;
  @ApiProperty()
  onTimeExtended!: number;
  @ApiProperty(percent)
  onTimeExtendedRate!: number | null;
  @ApiProperty()
  offered!: number;
  @ApiProperty()
  answered!: number;
  @ApiProperty(percent)
  connectionRate!: number | null;
  @ApiProperty()
  ratings!: number;
  @ApiProperty()
  satisfied!: number;
  @ApiProperty(percent)
  satisfactionRate!: number | null;
  @ApiProperty()
  openOverdue!: number;
  @ApiProperty({ type: Number, nullable: true })
  medianWorkingDays!: number | null;
}

export class TileBody {
  @ApiProperty({ type: NumberUnitBody, nullable: true, description: 'Null where no union is in scope' })
  unit!: NumberUnitBody | null;
  @ApiProperty()
  regionCode!: string;
  @ApiProperty()
  shortName!: string;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'From the north; null without a place on the grid',
  })
  row!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'From the west' })
  col!: number | null;
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty(percent)
  rate!: number | null;
  @ApiProperty()
  openOverdue!: number;
}

export class NumberCallBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Null for readers who do not work with contacts',
  })
  masked!: string | null;
  @ApiProperty({ description: 'The caller let no number be sent' })
  withheld!: boolean;
  @ApiProperty({ description: 'This reader may ask for the number, for a reason: `RevealCallNumber`' })
  revealable!: boolean;
}

export class NumberRowBody {
  @ApiProperty({ format: 'uuid' })
  subjectId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;
  @ApiProperty({ description: 'Number of the ticket or contact' })
  no!: string;
  @ApiProperty({ description: 'Empty for readers who do not work with tickets' })
  title!: string;
  @ApiProperty({ type: String, nullable: true })
  field!: string | null;
  @ApiProperty({ type: NumberUnitBody })
  unit!: NumberUnitBody;
  @ApiProperty({ type: String, format: 'date-time', description: 'Call, due or call-back time' })
  at!: Date;
  @ApiProperty({ enum: ['hit', 'miss', 'excluded', 'not-yet-due'] })
  result!: 'hit' | 'miss' | 'excluded' | 'not-yet-due';
  @ApiProperty({ type: String, nullable: true, description: 'Why it is left out' })
  reason!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt!: Date | null;
  @ApiProperty({ type: NumberCallBody, nullable: true, description: 'A call that the telephone told of' })
  call!: NumberCallBody | null;
}

export class NumberRowsBody {
  @ApiProperty({ enum: METRICS })
  metric!: MetricName;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  counts!: Record<RowResult, number>;
  @ApiProperty({ type: [NumberRowBody] })
  items!: NumberRowBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
