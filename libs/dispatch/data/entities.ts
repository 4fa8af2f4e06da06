import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainLead, ChainMode } from '../domain/chains.js';

@Entity('catalogue')
export class CatalogueEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text') author!: string;
  @Column('text') note!: string;
  @Column('jsonb') rules!: object;
  @Column('timestamptz') publishedAt!: Date;
}

/** Who leads in an industry from a day on. */
@Entity('chain_setting')
export class ChainSettingEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') industry!: string;
  @Column('text') mode!: ChainMode;
  @Column('text', { nullable: true }) dualLead!: ChainLead | null;
  @Column('uuid', { nullable: true }) unitId!: string | null;
  @Column('date') effectiveFrom!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('uuid', { nullable: true }) by!: string | null;
  @Column('timestamptz') setAt!: Date;
}

export const DISPATCH_ENTITIES = [CatalogueEntity, ChainSettingEntity];
