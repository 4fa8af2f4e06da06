import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('export_file')
export class ExportFileEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') accountId!: string;
  @Column('uuid') unitId!: string;
  @Column('text') kind!: string;
  @Column('text') form!: string;
  @Column('text') language!: string;
  @Column('text') name!: string;
  @Column('jsonb') question!: object;
  @Column('text') state!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz') movedAt!: Date;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt!: Date | null;
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('integer') tries!: number;
  @Column('integer') rows!: number;
  @Column('double precision', { nullable: true }) share!: number | null;
  @Column('integer') pieces!: number;
  @Column('bigint') length!: string;
  @Column('bigint') keptBytes!: string;
  @Column('jsonb', { nullable: true }) head!: object | null;
  @Column('jsonb', { nullable: true }) facts!: object | null;
  @Column('text', { nullable: true }) place!: string | null;
  @Column('jsonb', { nullable: true }) writer!: object | null;
}

@Entity('export_piece')
export class ExportPieceEntity {
  @PrimaryColumn('uuid') exportId!: string;
  @PrimaryColumn('integer') n!: number;
  @Column('bytea') bytes!: Buffer;
}

export const EXPORT_ENTITIES = [ExportFileEntity, ExportPieceEntity];
