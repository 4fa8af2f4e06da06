import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identity')
export class IdentityEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', collation: 'C' }) unitPath!: string;
  @Column('bytea', { nullable: true }) nameSealed!: Buffer | null;
  @Column('text', { nullable: true }) nameMasked!: string | null;
  @Column('bytea', { nullable: true }) phoneSealed!: Buffer | null;
  @Column('text', { nullable: true }) phoneMasked!: string | null;
  @Column('bytea', { nullable: true }) phoneHash!: Buffer | null;
  @Column('bytea', { nullable: true }) idNumberSealed!: Buffer | null;
  @Column('text', { nullable: true }) idNumberMasked!: string | null;
  @Column('bytea', { nullable: true }) idNumberHash!: Buffer | null;
  @Column('bytea', { nullable: true }) addressSealed!: Buffer | null;
  @Column('text', { nullable: true }) addressMasked!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

@Entity('contact')
export class ContactEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) no!: string;
  @Column('text') channel!: string;
  @Column('uuid') unitId!: string;
  @Column({ type: 'text', collation: 'C' }) unitPath!: string;
  @Column('uuid', { nullable: true }) agentId!: string | null;
  @Column('uuid', { nullable: true }) identityId!: string | null;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('text') outcome!: string;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('text', { nullable: true }) item!: string | null;
  @Column('jsonb', { default: {} }) places!: object;
  @Column('text', { nullable: true }) employer!: string | null;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('text', { nullable: true }) callRating!: string | null;
  @Column('timestamptz') createdAt!: Date;
}

/** Whose telephone a call rang at. */
@Entity('call_offer')
export class CallOfferEntity {
  @PrimaryColumn('uuid') callId!: string;
  @PrimaryColumn('uuid') accountId!: string;
  @Column('uuid', { nullable: true }) visitId!: string | null;
  @Column('timestamptz') offeredAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('timestamptz', { nullable: true }) missedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) talkEndedAt!: Date | null;
}

@Entity('attachment')
export class AttachmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) ticketId!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') name!: string;
  @Column('text') mediaType!: string;
  @Column('integer') size!: number;
  @Column('bytea') sha256!: Buffer;
  @Column('bytea') content!: Buffer;
  @Column('timestamptz') uploadedAt!: Date;
}

@Entity('draft')
export class DraftEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: string;
  @Column('uuid', { nullable: true }) subjectId!: string | null;
  @Column('bytea') bodySealed!: Buffer;
  @Column('integer') version!: number;
  @Column('timestamptz') savedAt!: Date;
}

@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('bytea') bodyHash!: Buffer;
  @Column('uuid') resourceId!: string;
  @Column('timestamptz') createdAt!: Date;
}

export const INTAKE_ENTITIES = [
  IdentityEntity,
  ContactEntity,
  CallOfferEntity,
  AttachmentEntity,
  DraftEntity,
  IdempotencyEntity,
];
