import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('wallboard_limit')
export class WallboardLimitEntity {
  @PrimaryColumn('uuid') unitId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb', { nullable: true }) limits!: object | null;
  @Column('timestamptz') at!: Date;
  @Column('uuid') accountId!: string;
}

export const WALLBOARD_ENTITIES = [WallboardLimitEntity];
