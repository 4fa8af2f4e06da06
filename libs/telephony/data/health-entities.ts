import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('seen_extension')
export class SeenExtensionEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('text') address!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) queues!: string[];
  @Column('timestamptz') firstSeenAt!: Date;
  @Column('timestamptz') lastSeenAt!: Date;
}

@Entity('log_difference')
export class LogDifferenceEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('text') queue!: string;
  @PrimaryColumn('text') figure!: string;
  @Column('integer') logged!: number;
  @Column('integer') kept!: number;
  @Column('text', { array: true }) callKeys!: string[];
  @Column('timestamptz') foundAt!: Date;
  @Column('timestamptz', { nullable: true }) mendedAt!: Date | null;
}

@Entity('switchboard_order')
export class SwitchboardOrderEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sourceId!: string;
  @Column('bytea') orderSealed!: Buffer;
  @Column('timestamptz') orderedAt!: Date;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('boolean', { nullable: true }) accepted!: boolean | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('bytea', { nullable: true }) answerSealed!: Buffer | null;
}

export const LINE_HEALTH_ENTITIES = [SeenExtensionEntity, LogDifferenceEntity, SwitchboardOrderEntity];
