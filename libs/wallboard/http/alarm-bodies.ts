import { ApiProperty } from '@nestjs/swagger';

export class WallFlagCountBody {
  @ApiProperty({ description: 'People against one employer: 3, 5 or 10' })
  level!: number;
  @ApiProperty({ description: 'Employers whose highest level of 30 days this is' })
  count!: number;
}

export class WallNewestFlagBody {
  @ApiProperty()
  level!: number;
  @ApiProperty()
  people!: number;
  @ApiProperty({ description: 'Short name of the unit; no employer is named on a wall' })
  place!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class WallUrgentBody {
  @ApiProperty({ description: 'Urgent tickets no leader on duty has read of' })
  unread!: number;
  @ApiProperty({ description: 'Of those, past the quarter of an hour' })
  overdue!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the first was told' })
  since!: string | null;
}

export class WallAlarmsBody {
  @ApiProperty({ type: [WallFlagCountBody] })
  flags!: readonly WallFlagCountBody[];
  @ApiProperty({ type: WallNewestFlagBody, nullable: true, description: 'The newest of a day' })
  newest!: WallNewestFlagBody | null;
  @ApiProperty({ type: WallUrgentBody })
  urgent!: WallUrgentBody;
}
