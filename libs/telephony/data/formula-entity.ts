import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of how a rate of calls is counted, from a day on, for a unit and everything below it. */
@Entity('call_formula')
export class CallFormulaEntity {
  @PrimaryColumn('text') kind!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('uuid') unitId!: string;
  @Column('date') validFrom!: string;
  @Column('jsonb') numerator!: object;
  @Column('jsonb') denominator!: object;
  @Column('integer', { nullable: true }) seconds!: number | null;
  @Column('integer') shortAbandonS!: number;
  @Column('boolean') backwards!: boolean;
  @Column('text') reason!: string;
  @Column('uuid') createdBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
