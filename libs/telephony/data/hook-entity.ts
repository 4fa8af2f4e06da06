import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('hook_delivery')
export class HookDeliveryEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') sourceId!: string;
  @Column('text') nonce!: string;
  @Column('bytea') bodyHash!: Buffer;
  @Column('bytea', { nullable: true }) bodySealed!: Buffer | null;
  @Column('timestamptz') receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) takenAt!: Date | null;
}

export const HOOK_ENTITIES = [HookDeliveryEntity];
