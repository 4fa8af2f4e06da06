import { ApiProperty } from '@nestjs/swagger';
import { DIALLED_RESULTS, type DialledResult } from '../data/dialled-calls.js';

const moment = { type: String, format: 'date-time' } as const;

/** A call dialled from the desk; its number stays on the server. All moments but the first are the switchboard's. */
export class DialledCallBody {
  @ApiProperty({ format: 'uuid' })
  dialId!: string;
  @ApiProperty({ ...moment, description: 'When the key was pressed' })
  at!: Date;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null until the switchboard tells of it',
  })
  callId!: string | null;
  @ApiProperty({ ...moment, nullable: true, description: 'The other side began to ring' })
  rangAt!: Date | null;
  @ApiProperty({ ...moment, nullable: true })
  answeredAt!: Date | null;
  @ApiProperty({ ...moment, nullable: true })
  talkEndedAt!: Date | null;
  @ApiProperty({ ...moment, nullable: true })
  endedAt!: Date | null;
  @ApiProperty({
    type: String,
    enum: DIALLED_RESULTS,
    nullable: true,
    description: 'As the network says; a proposal for the record, which a person makes',
  })
  result!: DialledResult | null;
  @ApiProperty({ description: 'False: the switchboard lost it; how long they talked is not known' })
  endKnown!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Where the sound is kept' })
  recording!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was not placed', example: 'line-down' })
  fault!: string | null;
  @ApiProperty({ description: 'An attempt has been written down by it' })
  writtenDown!: boolean;
}
