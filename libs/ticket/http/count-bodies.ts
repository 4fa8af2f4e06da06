import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

export class CountBody {
  @ApiProperty({ maximum: 10_000 })
  count!: number;
  @ApiProperty({ description: 'True when there are more than were counted' })
  atLeast!: boolean;
}

export class ViewCountsBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/CountBody' },
    description: 'By name of the view',
  })
  views!: Record<string, CountBody>;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  queueReasons!: Record<string, number>;
  @ApiProperty({ description: 'Hops sent since midnight in Asia/Shanghai' })
  dispatchedToday!: number;
}

export class CountsQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'This unit and those below' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}
