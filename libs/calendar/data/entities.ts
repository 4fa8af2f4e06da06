import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Calendar } from '../domain/calendar.js';
import type { LimitsPreset } from '../domain/limits-preset.js';

@Entity('calendar')
export class CalendarEntity {
  @PrimaryColumn('text') id!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('jsonb') body!: Calendar;
  @Column('integer') knownFrom!: number;
  @Column('integer') knownTo!: number;
  @Column('timestamptz', { default: () => 'now()' }) publishedAt!: Date;
}

@Entity('limits')
export class LimitsEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  /** The whole preset, with its id and its day of effect. */
  @Column('jsonb') rows!: LimitsPreset;
  @Column('timestamptz', { default: () => 'now()' }) publishedAt!: Date;
}

export const CALENDAR_ENTITIES = [CalendarEntity, LimitsEntity];
