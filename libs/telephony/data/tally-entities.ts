import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day of a line that is tallied. */
@Entity('call_day')
export class CallDayEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('date') day!: string;
  @Column('timestamptz') talliedAt!: Date;
}

/** A note that rows of a day have changed. */
@Entity('call_day_due')
export class CallDayDueEntity {
  @PrimaryColumn('bigint') seq!: string;
  @Column('uuid') sourceId!: string;
  @Column('date') day!: string;
}

@Entity('call_tally')
export class CallTallyEntity {
  @PrimaryColumn('uuid') sourceId!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('text') per!: string;
  @PrimaryColumn('text') queue!: string;
  @PrimaryColumn('text') ended!: string;
  @PrimaryColumn('boolean') entered!: boolean;
  @PrimaryColumn('boolean') asked!: boolean;
  @PrimaryColumn('date') after!: string;
  @PrimaryColumn('date') afterHere!: string;
  @PrimaryColumn('text') unitPath!: string;
  @Column('integer') subjects!: number;
  @Column('integer') provisional!: number;
  @Column('integer', { array: true }) waits!: number[];
}

export const TALLY_ENTITIES = [CallDayEntity, CallDayDueEntity, CallTallyEntity];
