import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../domain/actor.js';
import type { AuditFacts } from '../domain/audit-record.js';
import type { Unit } from '../domain/tree.js';

@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') shortName!: string;
  @Column('text') kind!: Unit['kind'];
  @Column('text') level!: Unit['level'];
  @Column('text', { nullable: true }) regionCode!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column({ type: 'text', collation: 'C' }) path!: string;
  @Column('text', { default: 'national' }) calendarId!: string;
  @Column('text', { default: '' }) pinyin!: string;
  @Column('text', { default: '' }) initials!: string;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  /** Who carries on for a unit that was merged, split or closed. */
  @Column('uuid', { nullable: true }) heirId!: string | null;
}

/** What a unit was called and where it hung, until when. */
@Entity('unit_name_history')
export class UnitNameHistoryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') unitId!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') shortName!: string;
  @Column({ type: 'text', collation: 'C' }) path!: string;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('timestamptz') validFrom!: Date;
  @Column('timestamptz') validTo!: Date;
}

/** A subtree on its way: both spellings are read until the last row is rewritten. */
@Entity('path_move')
export class PathMoveEntity {
  @PrimaryColumn('uuid') changeId!: string;
  @Column('uuid') unitId!: string;
  @PrimaryColumn({ type: 'text', collation: 'C' }) oldPath!: string;
  @Column({ type: 'text', collation: 'C' }) newPath!: string;
  @Column('timestamptz', { nullable: true }) switchedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) numberedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
}

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') displayName!: string;
  @Column('text', { default: 'person' }) kind!: 'person' | 'machine';
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('boolean', { default: true }) active!: boolean;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { nullable: true }) lastSignInAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') role!: Role;
  @Column('timestamptz', { default: () => 'now()' }) grantedAt!: Date;
  @Column('uuid', { nullable: true }) grantedBy!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('bytea') tokenHash!: Buffer;
  @Column('uuid') accountId!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) seenAt!: Date;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
}

@Entity('machine_token')
export class MachineTokenEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('text') label!: string;
  @Column('bytea') tokenHash!: Buffer;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('uuid', { nullable: true }) createdBy!: string | null;
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
}

@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('bytea') nameHash!: Buffer;
  @Column('bytea') addressHash!: Buffer;
  @Column('boolean') ok!: boolean;
  @Column('timestamptz', { default: () => 'now()' }) at!: Date;
}

@Entity('audit')
export class AuditEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text') action!: string;
  @Column('text') objectKind!: string;
  @Column('text', { nullable: true }) objectId!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb', { default: {} }) facts!: AuditFacts;
  @Column('bytea') previousMac!: Buffer;
  @Column('bytea') mac!: Buffer;
}

@Entity('vocabulary')
export class VocabularyEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('jsonb') body!: object;
}

export const ORGANIZATION_ENTITIES = [
  UnitEntity,
  UnitNameHistoryEntity,
  PathMoveEntity,
  AccountEntity,
  MembershipEntity,
  SessionEntity,
  MachineTokenEntity,
  SignInAttemptEntity,
  AuditEntity,
  VocabularyEntity,
];
