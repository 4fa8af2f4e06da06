import { ApiProperty } from '@nestjs/swagger';

export class TeamBody {
  @ApiProperty({ description: 'Those who hold a caller too' })
  talking!: number;
  @ApiProperty()
  ready!: number;
  @ApiProperty()
  wrapUp!: number;
}

export class OwnLineBody {
  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'Callers who wait in the queues my telephone is rung for; null without such, or while its line is down',
  })
  waiting!: number | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the one who waits longest joined',
  })
  since!: Date | null;
  @ApiProperty({ type: TeamBody, description: 'Agents who are rung for the same queues, I among them' })
  team!: TeamBody;
  @ApiProperty({ type: String, format: 'date-time' })
  asOf!: Date;
}
