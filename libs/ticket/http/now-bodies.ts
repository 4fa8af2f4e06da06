import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { NOW_STEPS, type NowStep } from '../domain/due-now.js';
import { RemainingBody } from './row-bodies.js';

const MAYBE_WHEN = { type: String, format: 'date-time', nullable: true } as const;

/** The first line of a ticket: who has to do what, by when. */
export class NowBody {
  @ApiProperty({ enum: NOW_STEPS })
  step!: NowStep;
  @ApiProperty({ type: UnitBriefBody, description: 'Who does it' })
  unit!: UnitBriefBody;
  @ApiProperty({ description: 'This reader may do it; otherwise everybody waits for `unit`' })
  mine!: boolean;
  @ApiProperty({ ...MAYBE_WHEN, description: 'Null when no clock runs for it' })
  dueAt!: Date | null;
  @ApiProperty({ enum: ['none', 'yellow', 'red'] })
  card!: 'none' | 'yellow' | 'red';
  @ApiProperty({ type: RemainingBody, nullable: true })
  remaining!: RemainingBody | null;
  @ApiProperty({ description: 'The deadline reaches a year whose calendar is not published' })
  provisional!: boolean;
  @ApiProperty({ ...MAYBE_WHEN, description: 'Of a pause: when work goes on by itself' })
  pausedUntil!: Date | null;
}
