import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('catalogue')
export class CatalogueEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text') author!: string;
  @Column('text') note!: string;
  @Column('jsonb') rules!: object;
  @Column('timestamptz') publishedAt!: Date;
}

export const DISPATCH_ENTITIES = [CatalogueEntity];
