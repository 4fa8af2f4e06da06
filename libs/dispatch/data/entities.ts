import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChainLead, ChainMode } from '../domain/chains.js';
import type { DryRunOutcome } from '../domain/dry-run.js';
import type { ProposalState } from '../domain/proposed-rule.js';

@Entity('catalogue')
export class CatalogueEntity {
  @PrimaryColumn('integer') version!: number;
  @Column('timestamptz') effectiveFrom!: Date;
  @Column('text') author!: string;
  @Column('text') note!: string;
  @Column('jsonb') rules!: object;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid', { nullable: true }) authorId!: string | null;
  @Column('integer', { nullable: true }) copyOf!: number | null;
  @Column('uuid', { nullable: true }) dryRunId!: string | null;
  @Column('text', { nullable: true }) skipReason!: string | null;
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

@Entity('catalogue_draft')
export class CatalogueDraftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('integer', { default: 1 }) rulesVersion!: number;
  @Column('text') note!: string;
  @Column('timestamptz', { nullable: true }) effectiveFrom!: Date | null;
  @Column('jsonb') rules!: object;
  @Column('integer', { nullable: true }) basedOn!: number | null;
  @Column('uuid') authorId!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') savedAt!: Date;
  @Column('uuid') savedBy!: string;
  @Column('integer', { nullable: true }) publishedVersion!: number | null;
  @Column('timestamptz', { nullable: true }) discardedAt!: Date | null;
}

@Entity('catalogue_dry_run')
export class CatalogueDryRunEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') draftId!: string;
  @Column('integer') draftVersion!: number;
  @Column('jsonb') rules!: object;
  @Column('text', { array: true }) scope!: string[];
  @Column('uuid') startedBy!: string;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('text') state!: 'queued' | 'running' | 'finished' | 'cancelled';
  @Column('integer') total!: number;
  @Column('integer', { default: 0 }) done!: number;
  @Column('integer', { default: 0 }) same!: number;
  @Column('integer', { default: 0 }) changed!: number;
  @Column('integer', { default: 0 }) becomesUnclear!: number;
  @Column('integer', { default: 0 }) becomesClear!: number;
  @Column('timestamptz', { nullable: true }) lastOpenedAt!: Date | null;
  @Column('uuid', { nullable: true }) lastTicketId!: string | null;
  @Column('uuid', { nullable: true }) outboxId!: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt!: Date | null;
}

@Entity('catalogue_dry_run_row')
export class CatalogueDryRunRowEntity {
  @PrimaryColumn('uuid') runId!: string;
  @PrimaryColumn('integer') seq!: number;
  @Column('uuid') ticketId!: string;
  @Column('text') outcome!: DryRunOutcome;
  @Column('uuid', { nullable: true }) fromUnitId!: string | null;
  @Column('integer') fromVersion!: number;
  @Column('integer', { nullable: true }) fromRule!: number | null;
  @Column('text', { nullable: true }) fromReason!: string | null;
  @Column('uuid', { nullable: true }) toUnitId!: string | null;
  @Column('integer', { nullable: true }) toRule!: number | null;
  @Column('text', { nullable: true }) toReason!: string | null;
}

@Entity('catalogue_proposal')
export class CatalogueProposalEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') accountId!: string;
  @Column('uuid') unitId!: string;
  @Column('uuid') ticketId!: string;
  @Column('integer', { nullable: true }) catalogueVersion!: number | null;
  @Column('integer', { nullable: true }) rule!: number | null;
  @Column('uuid', { nullable: true }) proposedUnitId!: string | null;
  @Column('text') reason!: string;
  @Column('text', { default: 'open' }) state!: ProposalState;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('text', { nullable: true }) rulingReason!: string | null;
  @Column('uuid', { nullable: true }) draftId!: string | null;
}

export const DISPATCH_ENTITIES = [
  CatalogueEntity,
  ChainSettingEntity,
  CatalogueDraftEntity,
  CatalogueDryRunEntity,
  CatalogueDryRunRowEntity,
  CatalogueProposalEntity,
];
