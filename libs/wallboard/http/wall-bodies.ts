import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { LIGHTS, type Light } from '@hotline/telephony';
import type { Wall } from '../domain/wall.js';
import { WallAlarmsBody } from './alarm-bodies.js';
import { WallLimitsBody } from './limit-bodies.js';
import { WallHalvesBody, WallTrailBody } from './trail-bodies.js';

export class WallQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Your highest unit when left out' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class WallWaitingBody {
  @ApiProperty({ description: 'Callers who wait for an agent now' })
  count!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When the longest joined' })
  longestSince!: string | null;
  @ApiProperty({ description: 'The most who waited at one moment of the last fifteen minutes' })
  busiest!: number;
}

export class WallAgentsBody {
  @ApiProperty({ description: 'Signed in, whatever they do' })
  present!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'By the state shown; a state nobody is in is left out',
  })
  states!: Record<string, number>;
}

export class WallRateBody {
  @ApiProperty({ description: 'Letter of the definition in force today' })
  letter!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Seconds of a service level' })
  seconds!: number | null;
  @ApiProperty({ type: WallHalvesBody })
  today!: WallHalvesBody;
  @ApiProperty({ type: WallHalvesBody, description: 'Calls that arrived in the last fifteen minutes' })
  recent!: WallHalvesBody;
}

export class WallCallCountsBody {
  @ApiProperty()
  arrived!: number;
  @ApiProperty()
  asked!: number;
  @ApiProperty()
  answered!: number;
  @ApiProperty()
  abandoned!: number;
}

export class WallCallsBody {
  @ApiProperty({ type: WallCallCountsBody })
  today!: WallCallCountsBody;
  @ApiProperty({ type: WallCallCountsBody })
  recent!: WallCallCountsBody;
}

export class WallCountedBody {
  @ApiProperty({ maximum: 10_000 })
  count!: number;
  @ApiProperty({ description: 'True when there are more than were counted' })
  atLeast!: boolean;
}

export class WallCardsBody {
  @ApiProperty({ type: WallCountedBody })
  red!: WallCountedBody;
  @ApiProperty({ type: WallCountedBody })
  yellow!: WallCountedBody;
}

export class WallLineBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty()
  unitName!: string;
  @ApiProperty({ enum: LIGHTS, enumName: 'SourceLight' })
  light!: Light;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Heard last, while it is down',
  })
  downSince!: string | null;
}

export class WallPictureBody {
  @ApiProperty({ type: WallWaitingBody })
  waiting!: WallWaitingBody;
  @ApiProperty({ type: WallAgentsBody })
  agents!: WallAgentsBody;
  @ApiProperty({ type: WallRateBody })
  connection!: WallRateBody;
  @ApiProperty({ type: WallRateBody })
  service!: WallRateBody;
  @ApiProperty({ type: WallCallsBody })
  calls!: WallCallsBody;
  @ApiProperty({ type: WallCardsBody })
  cards!: WallCardsBody;
  @ApiProperty({ type: WallAlarmsBody })
  alarms!: WallAlarmsBody;
  @ApiProperty({ type: WallTrailBody })
  trail!: WallTrailBody;
  @ApiProperty({ type: [WallLineBody] })
  lines!: WallLineBody[];
  @ApiProperty({ type: WallLimitsBody })
  limits!: WallLimitsBody;
}

export class WallBody {
  @ApiProperty({ type: UnitBriefBody })
  unit!: UnitBriefBody;
  @ApiProperty({ description: 'Short name of the unit’s place, for the head of the wall', example: '广东' })
  place!: string;
  @ApiProperty({ description: 'Counts changes; a stream says from which version each change leads on' })
  version!: number;
  @ApiProperty({ format: 'date-time' })
  asOf!: string;
  @ApiProperty({ type: WallPictureBody })
  wall!: WallPictureBody;
}

export const wallBody = (wall: Wall): WallPictureBody => ({
  ...wall,
  agents: { present: wall.agents.present, states: { ...wall.agents.states } },
  lines: [...wall.lines],
});
