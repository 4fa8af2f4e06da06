import { ApiProperty } from '@nestjs/swagger';

export class WallHalvesBody {
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
}

export class WallTrailPointBody {
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ type: WallHalvesBody, description: 'Of the hour before' })
  connection!: WallHalvesBody;
  @ApiProperty({ type: WallHalvesBody })
  service!: WallHalvesBody;
}

export class WallGapBody {
  @ApiProperty({ description: 'Name of the line' })
  source!: string;
  @ApiProperty({ format: 'date-time' })
  from!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: still' })
  to!: string | null;
  @ApiProperty({ description: 'What was missed has been read from its log' })
  mended!: boolean;
}

export class WallTrailBody {
  @ApiProperty({ format: 'date-time' })
  from!: string;
  @ApiProperty({ format: 'date-time' })
  until!: string;
  @ApiProperty({ type: [WallTrailPointBody], description: 'At the end of each quarter of an hour' })
  points!: readonly WallTrailPointBody[];
  @ApiProperty({ type: [WallGapBody], description: 'When a line was not heard' })
  gaps!: readonly WallGapBody[];
}
