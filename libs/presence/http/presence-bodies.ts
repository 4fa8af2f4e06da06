import { ApiProperty } from '@nestjs/swagger';
import { TELEPHONE_KINDS, type TelephoneKind } from '@hotline/telephony';
import { type Control, CONTROLS } from '../domain/keys.js';
import {
  COUNTS,
  type CountsAs,
  DEVICES,
  type Device,
  INTENTS,
  type Intent,
  SHOWN,
  type Shown,
} from '../domain/states.js';

const CALL_STATES = ['offered', 'dialling', 'talking', 'held'] as const;
const DIRECTIONS = ['in', 'out', 'internal'] as const;

export class AimBody {
  @ApiProperty({ enum: INTENTS })
  intent!: Intent;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the list of breaks' })
  reason!: string | null;
}

export class AgentCallBody {
  @ApiProperty({ format: 'uuid' })
  callId!: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Null for a call without a queue',
  })
  visitId!: string | null;
  @ApiProperty({ enum: DIRECTIONS })
  direction!: (typeof DIRECTIONS)[number];
  @ApiProperty({ enum: CALL_STATES })
  state!: (typeof CALL_STATES)[number];
  @ApiProperty({ type: String, format: 'date-time', description: 'Since when this state lasts' })
  since!: Date;
}

export class OwnCallBody extends AgentCallBody {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Number with its middle hidden; null: withheld',
    example: '138****2046',
  })
  masked!: string | null;
}

export class WrapUpBody {
  @ApiProperty({ type: String, format: 'date-time' })
  startedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' })
  endsAt!: Date;
  @ApiProperty()
  prolongedTimes!: number;
  @ApiProperty({ description: 'How often it may still be prolonged' })
  prolongsLeft!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The call it belongs to' })
  callId!: string | null;
  @ApiProperty({ type: String, enum: DIRECTIONS, nullable: true, description: 'Of that call' })
  direction!: (typeof DIRECTIONS)[number] | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  visitId!: string | null;
}

export class OwnTelephoneBody {
  @ApiProperty({ format: 'uuid' })
  endpointId!: string;
  @ApiProperty({ enum: TELEPHONE_KINDS })
  kind!: TelephoneKind;
  @ApiProperty({ example: 'PJSIP/8001' })
  address!: string;
  @ApiProperty({ example: '坐席8001' })
  name!: string;
  @ApiProperty({
    enum: CONTROLS,
    isArray: true,
    description: 'What this telephone can be told from a screen',
  })
  controls!: Control[];
  @ApiProperty({ enum: CONTROLS, isArray: true, description: 'What it can be told just now' })
  keys!: Control[];
}

export class BreakReasonBody {
  @ApiProperty({ enum: ['break', 'training'] })
  intent!: 'break' | 'training';
  @ApiProperty({ example: 'meal' })
  reason!: string;
  @ApiProperty({ example: '用餐' })
  zh!: string;
  @ApiProperty({ example: 'Meal' })
  en!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Seconds; null: without a limit' })
  limitSeconds!: number | null;
}

/** Two axes, what the person means to do (`intent`) and what the telephone does (`device`), and the one state people see. */
export class OwnPresenceBody {
  @ApiProperty()
  signedIn!: boolean;
  @ApiProperty({
    enum: ['console', 'switchboard'],
    description: '`switchboard`: signed on by the telephone itself',
  })
  ledBy!: 'console' | 'switchboard';
  @ApiProperty({ enum: INTENTS })
  intent!: Intent;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when this is the intent; null for whoever has never signed in',
  })
  since!: Date | null;
  @ApiProperty({ enum: SHOWN })
  shown!: Shown;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  shownSince!: Date | null;
  @ApiProperty({ enum: COUNTS })
  countsAs!: CountsAs;
  @ApiProperty({ enum: DEVICES })
  device!: Device;
  @ApiProperty({ type: OwnCallBody, nullable: true })
  call!: OwnCallBody | null;
  @ApiProperty({ type: WrapUpBody, nullable: true })
  wrapUp!: WrapUpBody | null;
  @ApiProperty({ type: AimBody, nullable: true, description: 'What comes after the call or the wrap-up' })
  next!: AimBody | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  breakLimitAt!: Date | null;
  @ApiProperty()
  overLimit!: boolean;
  @ApiProperty({ type: OwnTelephoneBody, nullable: true, description: 'Null: calls are logged by hand' })
  telephone!: OwnTelephoneBody | null;
  @ApiProperty({ type: [String] })
  queues!: readonly string[];
  @ApiProperty({
    type: String,
    enum: ['live', 'down'],
    nullable: true,
    description: 'Null without a telephone',
  })
  line!: 'live' | 'down' | null;
  @ApiProperty({ type: [BreakReasonBody] })
  breaks!: readonly BreakReasonBody[];
  @ApiProperty({ description: 'For If-Match; stale only when the intent has changed since' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time', description: 'The server’s clock, for countdowns' })
  now!: Date;
}
