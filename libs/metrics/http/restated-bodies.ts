import { ApiProperty } from '@nestjs/swagger';
import { type MetricName, METRICS } from '../domain/metrics.js';
import { ExclusionBody, FractionBody } from './bodies.js';

const day = { format: 'date', description: 'Day in Asia/Shanghai' };

export class RestatedSumsBody extends FractionBody {
  @ApiProperty({ type: [ExclusionBody] })
  excluded!: ExclusionBody[];
}

export class FrozenSumsBody extends RestatedSumsBody {
  @ApiProperty({ type: String, format: 'date-time' })
  frozenAt!: Date;
  @ApiProperty({ description: 'Version of the definition the snapshot was made by' })
  definitionVersion!: number;
}

export class RestatedDayBody {
  @ApiProperty(day)
  day!: string;
  @ApiProperty({ type: FrozenSumsBody, nullable: true, description: 'Null: there was nothing to count then' })
  frozen!: FrozenSumsBody | null;
  @ApiProperty({ type: RestatedSumsBody })
  now!: RestatedSumsBody;
  @ApiProperty({ description: 'False: the snapshot was made by another definition' })
  comparable!: boolean;
}

export class FrozenByBody {
  @ApiProperty()
  definitionVersion!: number;
  @ApiProperty(day)
  from!: string;
  @ApiProperty(day)
  to!: string;
  @ApiProperty()
  days!: number;
}

export class RestatedDaysBody {
  @ApiProperty({ enum: METRICS })
  metric!: MetricName;
  @ApiProperty({ description: 'Of the definition in force' })
  definitionVersion!: number;
  @ApiProperty({
    type: [FrozenByBody],
    description: 'Which definitions the frozen days of the period were made by',
  })
  frozenBy!: FrozenByBody[];
  @ApiProperty({ type: [RestatedDayBody], description: 'Newest first, at most one a day' })
  days!: RestatedDayBody[];
}
