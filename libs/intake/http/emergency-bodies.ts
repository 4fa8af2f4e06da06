import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsInstant, Nested, NestedList, Omissible, Text } from '@hotline/platform';
import {
  EMERGENCY_SERVICES,
  type EmergencyCall,
  type EmergencyInput,
  type EmergencyService,
  SPECIALISTS,
  type Specialist,
  type SpecialistInput,
} from '@hotline/ticket';

/** A call to 110, 120, 119, or the written reason why there was none. */
export class EmergencyCallBody implements EmergencyCall {
  @ApiProperty({ enum: EMERGENCY_SERVICES })
  @IsIn(EMERGENCY_SERVICES)
  service!: EmergencyService;

  @ApiPropertyOptional({ format: 'date-time', description: 'Now when left out' })
  @Omissible()
  @IsInstant()
  calledAt?: string;

  @ApiPropertyOptional({ maxLength: 60, description: 'Number the service gave' })
  @Omissible()
  @Text(60)
  reference?: string;

  @ApiPropertyOptional({ maxLength: 1000, description: 'No phone or ID numbers: it is stored in the clear' })
  @Omissible()
  @Text(1000)
  said?: string;

  @ApiPropertyOptional({ maxLength: 500, description: 'Instead of a call' })
  @Omissible()
  @Text(500)
  notCalledReason?: string;
}

export class SpecialistBody implements SpecialistInput {
  @ApiProperty({ enum: SPECIALISTS })
  @IsIn(SPECIALISTS)
  kind!: Specialist;

  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;

  @ApiPropertyOptional({ maxLength: 60 })
  @Omissible()
  @Text(60)
  seat?: string;

  @ApiPropertyOptional({ maxLength: 1000 })
  @Omissible()
  @Text(1000)
  outcome?: string;
}

/** The urgent path in one step: calls, the duty leader (by itself), a specialist seat. */
export class EmergencyBody implements EmergencyInput {
  @ApiProperty({ type: [EmergencyCallBody], maxItems: 4 })
  @NestedList(() => EmergencyCallBody, 4)
  calls!: EmergencyCallBody[];

  @ApiPropertyOptional({ type: SpecialistBody })
  @Omissible()
  @Nested(() => SpecialistBody)
  transfer?: SpecialistBody;
}
