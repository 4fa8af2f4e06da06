import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';

const OUTCOMES = ['closed', 'held-back', 'not-written'] as const;

/** One receiver of a dispatch that did not take place. */
export class UndeliveredReceiverBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ enum: ['lead', 'support'] })
  role!: 'lead' | 'support';
  @ApiProperty({
    enum: OUTCOMES,
    description:
      '`closed`: the unit no longer takes tickets; `held-back`: not sent because another could not be; `not-written`: the database refused all of them',
  })
  outcome!: (typeof OUTCOMES)[number];
}

/** Receivers are sent to together or not at all: who was meant, and who could not be. */
export class UndeliveredBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: [UndeliveredReceiverBody], description: 'Lead first' })
  receivers!: UndeliveredReceiverBody[];
}
