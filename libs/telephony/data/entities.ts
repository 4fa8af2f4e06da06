import { Column, Entity, PrimaryColumn } from 'typeorm';
import { HOOK_ENTITIES } from './hook-entity.js';
import { TALLY_ENTITIES } from './tally-entities.js';
import { LINE_HEALTH_ENTITIES } from './health-entities.js';
import { CallFormulaEntity } from './formula-entity.js';

@Entity('telephony_source')
export class TelephonySourceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('uuid') unitId!: string;
  @Column('text') unitPath!: string;
  @Column('jsonb') settings!: object;
  @Column('bytea', { nullable: true }) secretSealed!: Buffer | null;
  @Column('bytea', { nullable: true }) logSecretSealed!: Buffer | null;
  @Column('boolean') enabled!: boolean;
  @Column('integer') version!: number;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') changedAt!: Date;
  @Column('uuid', { nullable: true }) changedBy!: string | null;
}

@Entity('telephony_feed')
export class TelephonyFeedEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') feed!: string;
  @Column('text') state!: string;
  @Column('timestamptz') since!: Date;
  @Column('timestamptz', { nullable: true }) lastReceivedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastOccurredAt!: Date | null;
  @Column('integer', { nullable: true }) clockSkewMs!: number | null;
  @Column('bigint', { nullable: true }) uptimeSeconds!: string | null;
  @Column('bigint') received!: string;
  @Column('bigint') kept!: string;
  @Column('bigint') duplicates!: string;
  @Column('bigint') garbled!: string;
  @Column('bigint') refused!: string;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('timestamptz', { nullable: true }) faultAt!: Date | null;
  @Column('jsonb') bookmark!: object;
  @Column('bigint') nextSeq!: string;
}

/** What came over the wire, sealed, one row a batch. */
@Entity('telephony_raw')
export class TelephonyRawEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') feed!: string;
  @PrimaryColumn('bigint') firstSeq!: string;
  @Column('bigint') lastSeq!: string;
  @Column('timestamptz') receivedAt!: Date;
  @Column('bigint') linesBefore!: string;
  @Column('bytea') bytesSealed!: Buffer;
}

/** A normalised event; numbers of people are sealed beside it. */
@Entity('call_event')
export class CallEventEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') feed!: string;
  @PrimaryColumn('bigint') seq!: string;
  @Column('text') eventKey!: string;
  @Column('text') family!: string;
  @Column('text') type!: string;
  @Column('bigint') occurredUs!: string;
  @Column('timestamptz') receivedAt!: Date;
  @Column('jsonb') body!: object;
  @Column('bytea', { nullable: true }) callerSealed!: Buffer | null;
}

/** One call that reached the number, or was dialled from inside, folded from its events. */
@Entity('call')
export class CallEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sourceId!: string;
  @Column('text') callKey!: string;
  @Column('text') unitPath!: string;
  @Column('text') direction!: string;
  @Column('bytea', { nullable: true }) callerSealed!: Buffer | null;
  @Column('text', { nullable: true }) callerMasked!: string | null;
  @Column('bytea', { nullable: true }) callerHash!: Buffer | null;
  @Column('boolean') withheld!: boolean;
  @Column('text', { nullable: true }) dialled!: string | null;
  @Column('timestamptz') arrivedAt!: Date;
  @Column('boolean') arrivalSeen!: boolean;
  @Column('timestamptz', { nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('boolean') asked!: boolean;
  @Column('text') outcome!: string;
  @Column('boolean') callbackRequested!: boolean;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) recording!: string | null;
  @Column('text', { nullable: true }) agentExt!: string | null;
  @Column('timestamptz', { nullable: true }) rangAt!: Date | null;
  @Column('timestamptz', { nullable: true }) talkEndedAt!: Date | null;
  @Column('bigint', { nullable: true }) talkUs!: string | null;
  @Column('bigint') holdUs!: string;
  @Column('boolean') endKnown!: boolean;
  @Column('text', { nullable: true }) result!: string | null;
  @Column('uuid', { nullable: true }) contactId!: string | null;
  @Column('timestamptz') foldedAt!: Date;
}

@Entity('call_visit')
export class CallVisitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) callId!: string | null;
  @Column('uuid') sourceId!: string;
  @Column('text') visitKey!: string;
  @Column('text') unitPath!: string;
  @Column('text') queue!: string;
  @Column('integer') ordinal!: number;
  @Column('timestamptz', { nullable: true }) requestedAt!: Date | null;
  @Column('boolean') entered!: boolean;
  @Column('timestamptz', { nullable: true }) joinedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) leftAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) talkEndedAt!: Date | null;
  @Column('timestamptz') countedAt!: Date;
  @Column('text') outcome!: string;
  @Column('boolean') provisional!: boolean;
  @Column('boolean') endKnown!: boolean;
  @Column('timestamptz') lastSeenAt!: Date;
  @Column('text', { nullable: true }) agent!: string | null;
  @Column('text', { nullable: true }) agentExt!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('bigint', { nullable: true }) waitUs!: string | null;
  @Column('text', { nullable: true }) waitKnown!: string | null;
  @Column('bigint', { nullable: true }) talkUs!: string | null;
  @Column('text', { nullable: true }) talkKnown!: string | null;
  @Column('integer', { nullable: true }) waitS!: number | null;
  @Column('integer', { nullable: true }) talkS!: number | null;
  @Column('bigint') holdUs!: string;
  @Column('integer') holds!: number;
  @Column('text', { nullable: true }) endedBy!: string | null;
  @Column('text', { nullable: true }) transfer!: string | null;
  @Column('integer') offers!: number;
  @Column('boolean') callbackRequested!: boolean;
}

@Entity('call_ring')
export class CallRingEntity {
  @PrimaryColumn('uuid') visitId!: string;
  @PrimaryColumn('integer') ordinal!: number;
  @Column('text') agent!: string;
  @Column('text', { nullable: true }) agentExt!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
}

@Entity('call_leg')
export class CallLegEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') legKey!: string;
  @Column('text') family!: string;
  @Column('uuid', { nullable: true }) callId!: string | null;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) peer!: string | null;
  @Column('timestamptz', { nullable: true }) createdAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) cause!: string | null;
}

@Entity('agent_segment')
export class AgentSegmentEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') agent!: string;
  @PrimaryColumn('text') state!: string;
  @PrimaryColumn('timestamptz') fromAt!: Date;
  @Column('timestamptz', { nullable: true }) toAt!: Date | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @PrimaryColumn('text') queue!: string;
  @Column('uuid', { nullable: true }) visitId!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
}

@Entity('feed_gap')
export class FeedGapEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('timestamptz') fromAt!: Date;
  @Column('timestamptz', { nullable: true }) toAt!: Date | null;
  @Column('boolean') restarted!: boolean;
  @Column('timestamptz', { nullable: true }) mendedAt!: Date | null;
}

@Entity('agent_endpoint')
export class AgentEndpointEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sourceId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') kind!: string;
  @Column('text') address!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) queues!: string[];
  @Column('timestamptz') validFrom!: Date;
  @Column('timestamptz', { nullable: true }) validTo!: Date | null;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
}

export const TELEPHONY_ENTITIES = [
  TelephonySourceEntity,
  TelephonyFeedEntity,
  TelephonyRawEntity,
  CallEventEntity,
  CallEntity,
  CallVisitEntity,
  CallRingEntity,
  CallLegEntity,
  AgentSegmentEntity,
  FeedGapEntity,
  AgentEndpointEntity,
  ...LINE_HEALTH_ENTITIES,
  CallFormulaEntity,
  ...TALLY_ENTITIES,
  ...HOOK_ENTITIES,
];
