import { ApiProperty } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';

/** One thing that happened, in the order of the ticket's versions. */
export class TicketEventBody {
  @ApiProperty()
  seq!: number;
  @ApiProperty({ example: 'hop-signed' })
  kind!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: UnitBriefBody, nullable: true })
  unit!: UnitBriefBody | null;
  @ApiProperty({ type: String, nullable: true, description: 'Display name; null for the system' })
  by!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Ids, codes and times' })
  facts!: Record<string, unknown>;
}
