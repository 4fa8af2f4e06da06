import { ApiProperty } from '@nestjs/swagger';
import { FEED_FAULTS, type FeedFault } from '../domain/sources/faults.js';
import {
  FEED_STATES,
  type FeedStateName,
  HEALTH_REASONS,
  type HealthReason,
  type Light,
  LIGHTS,
} from '../domain/sources/health.js';
import { SourceHeadBody } from './source-bodies.js';

const FEED_NAMES = ['ami', 'queue_log', 'esl', 'webhook'] as const;

export class LineHealthBody {
  @ApiProperty({ enum: LIGHTS, description: '`attention`: it works, and something wants looking after' })
  light!: Light;
  @ApiProperty({ enum: HEALTH_REASONS, isArray: true, description: 'The gravest first' })
  reasons!: readonly HealthReason[];
}

export class FeedBody {
  @ApiProperty({ enum: FEED_NAMES })
  feed!: string;
  @ApiProperty({ enum: FEED_STATES })
  state!: FeedStateName;
  @ApiProperty({ type: String, format: 'date-time' })
  since!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Our clock' })
  lastReceivedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'The switchboard’s clock' })
  lastOccurredAt!: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Its clock less ours' })
  clockSkewMs!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'How long the switchboard had run at the last look',
  })
  uptimeSeconds!: number | null;
  @ApiProperty({ description: 'Messages or lines' })
  received!: number;
  @ApiProperty({ description: 'Events put on record' })
  kept!: number;
  @ApiProperty({ description: 'Events on record already' })
  duplicates!: number;
  @ApiProperty({ description: 'Lines or blocks nobody could read' })
  garbled!: number;
  @ApiProperty({ description: 'Deliveries turned away: wrong signature, too old' })
  refused!: number;
  @ApiProperty({
    type: String,
    enum: FEED_FAULTS,
    nullable: true,
    description: 'The last one, also when it is over',
  })
  fault!: FeedFault | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  faultAt!: Date | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Bytes of the log that have been read' })
  readBytes!: number | null;
  @ApiProperty({ type: Number, nullable: true })
  readLines!: number | null;
  @ApiProperty({
    type: [String],
    description: 'Names of fields and kinds that the vendor’s document does not have',
  })
  strange!: readonly string[];
}

export class GapBody {
  @ApiProperty({ type: String, format: 'date-time' })
  from!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  to!: Date | null;
  @ApiProperty({ description: 'The switchboard was started anew' })
  restarted!: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The log has closed the hole',
  })
  mendedAt!: Date | null;
}

export class DifferenceBody {
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty()
  queue!: string;
  @ApiProperty({ description: '`entered`, `answered`, `abandoned`, `limit`, `key` or `empty`' })
  figure!: string;
  @ApiProperty({ description: 'By the log' })
  logged!: number;
  @ApiProperty({ description: 'By our rows' })
  kept!: number;
  @ApiProperty({ type: [String], description: 'The switchboard’s ids of the calls in question' })
  callKeys!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time' })
  foundAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  mendedAt!: Date | null;
}

export class StrangeExtensionBody {
  @ApiProperty({ example: 'PJSIP/8001' })
  address!: string;
  @ApiProperty({ example: '坐席8001' })
  name!: string;
  @ApiProperty({ type: [String] })
  queues!: readonly string[];
  @ApiProperty({ type: String, format: 'date-time' })
  lastSeenAt!: Date;
}

export class SourceBody extends SourceHeadBody {
  @ApiProperty({ type: LineHealthBody })
  health!: LineHealthBody;
  @ApiProperty({ type: [FeedBody] })
  feeds!: FeedBody[];
}

export class SourceDetailBody extends SourceBody {
  @ApiProperty({ type: [GapBody], description: 'Time the stream did not see, newest first' })
  gaps!: readonly GapBody[];
  @ApiProperty({ type: [DifferenceBody], description: 'Where the log and our rows differ; open ones first' })
  differences!: readonly DifferenceBody[];
  @ApiProperty({
    type: [StrangeExtensionBody],
    description: 'Telephones the switchboard named and nobody owns',
  })
  unknownExtensions!: readonly StrangeExtensionBody[];
}

export class SourcePageBody {
  @ApiProperty({ type: [SourceBody] })
  items!: SourceBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class TestedQueueBody {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  waiting!: number;
  @ApiProperty()
  members!: number;
}

export class LineTestBody {
  @ApiProperty({
    type: String,
    enum: FEED_FAULTS,
    nullable: true,
    description: 'Null: it let us in and answered',
  })
  fault!: FeedFault | null;
  @ApiProperty({ type: [TestedQueueBody] })
  queues!: readonly TestedQueueBody[];
  @ApiProperty({ type: Number, nullable: true })
  clockSkewMs!: number | null;
  @ApiProperty({ enum: ['readable', 'missing', 'none'] })
  log!: 'readable' | 'missing' | 'none';
  @ApiProperty({ type: String, enum: FEED_FAULTS, nullable: true, description: 'Why the log cannot be read' })
  logFault!: FeedFault | null;
  @ApiProperty({ type: String, format: 'date-time' })
  testedAt!: Date;
}
