import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UnitBriefBody } from '@hotline/organization';
import { type Problem, PROBLEMS } from '../domain/check-plan.js';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeKind,
  type ChangeState,
  MEMBERSHIP_RULES,
  type MembershipRule,
  type Phase,
  PHASES,
} from '../domain/plan.js';

const maybe = (description: string) => ({ type: String, nullable: true, description });
const moment = (description: string) => ({ ...maybe(description), format: 'date-time' });

export class ConflictBody {
  @ApiProperty({ description: 'Field of the plan' })
  field!: string;
  @ApiProperty({ enum: PROBLEMS })
  problem!: Problem;
}

export class PreviewedUnitBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty(maybe('Null when the name stays'))
  newName!: string | null;
  @ApiProperty(maybe('Null for a new unit'))
  oldPath!: string | null;
  @ApiProperty()
  newPath!: string;
  @ApiPropertyOptional({ type: [String], description: 'Superiors by short name, from the top down, now' })
  oldSuperiors?: readonly string[];
  @ApiPropertyOptional({ type: [String], description: 'And after' })
  newSuperiors?: readonly string[];
}

export class HandoverBody {
  @ApiProperty({ format: 'uuid' })
  fromId!: string;
  @ApiProperty({ format: 'uuid' })
  toId!: string;
  @ApiProperty()
  toName!: string;
  @ApiProperty({ description: 'Open tickets that go there' })
  tickets!: number;
}

export class StateCountBody {
  @ApiProperty()
  state!: string;
  @ApiProperty()
  count!: number;
}

export class PreviewBody {
  @ApiProperty({ type: [ConflictBody], description: 'Empty when the change may start' })
  conflicts!: readonly ConflictBody[];
  @ApiProperty({ type: [PreviewedUnitBody], description: 'The first fifty' })
  units!: readonly PreviewedUnitBody[];
  @ApiProperty()
  unitCount!: number;
  @ApiProperty({ type: [StateCountBody], description: 'Open tickets of every unit touched' })
  openByState!: readonly StateCountBody[];
  @ApiProperty({ description: 'Tickets whose path changes, closed ones too' })
  tickets!: number;
  @ApiProperty({ type: [HandoverBody] })
  handovers!: readonly HandoverBody[];
  @ApiProperty()
  memberships!: number;
  @ApiProperty({ type: [String] })
  calendars!: readonly string[];
  @ApiProperty({ description: 'Rules of the catalogue in force that name one of the units' })
  catalogueRules!: number;
  @ApiProperty({ description: 'Running clocks that change hands; no due date moves' })
  clocks!: number;
  @ApiProperty({ description: 'Counts end here' })
  most!: number;
}

export class RewrittenBody {
  @ApiProperty({ example: 'ticket' })
  table!: string;
  @ApiProperty()
  rows!: number;
}

export class ProgressBody {
  @ApiProperty({ enum: PHASES, nullable: true })
  phase!: Phase | null;
  @ApiProperty({ description: 'Tickets whose path was to be rewritten when the tree changed' })
  tickets!: number;
  @ApiProperty()
  ticketsDone!: number;
  @ApiProperty({ description: 'Open tickets handed to another unit so far' })
  handedOver!: number;
  @ApiProperty({ type: [RewrittenBody] })
  rows!: RewrittenBody[];
}

export class UnitChangeRowBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: CHANGE_KINDS })
  kind!: ChangeKind;
  @ApiProperty({ enum: CHANGE_STATES })
  state!: ChangeState;
  @ApiProperty({ type: [UnitBriefBody] })
  units!: UnitBriefBody[];
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'New superior, or who carries on' })
  target!: UnitBriefBody | null;
  @ApiProperty({ type: [String], description: 'split: names of the parts' })
  partNames!: string[];
  @ApiProperty(maybe('rename: the new name'))
  newName!: string | null;
  @ApiProperty()
  reason!: string;
  @ApiProperty(maybe('Number of the document that orders it'))
  documentNo!: string | null;
  @ApiProperty()
  plannedBy!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  plannedAt!: Date;
  @ApiProperty(moment('When it starts by itself; null when a person starts it'))
  scheduledFor!: Date | null;
  @ApiProperty(maybe('Who set that time; it is started in their name'))
  scheduledBy!: string | null;
  @ApiProperty(maybe('Who started it'))
  startedBy!: string | null;
  @ApiProperty(moment('When it was started'))
  startedAt!: Date | null;
  @ApiProperty(moment('When the tree changed'))
  effectiveAt!: Date | null;
  @ApiProperty(moment('When the last row was rewritten'))
  finishedAt!: Date | null;
  @ApiProperty(maybe('Field and problem that ended it before anything changed'))
  failure!: string | null;
  @ApiProperty({ type: ProgressBody })
  progress!: ProgressBody;
  @ApiProperty({ description: 'For If-Match' })
  version!: number;
}

export class PlannedPartBody {
  @ApiProperty({ type: UnitBriefBody, nullable: true, description: 'Null for a new unit' })
  unit!: UnitBriefBody | null;
  @ApiProperty(maybe('New units only'))
  code!: string | null;
  @ApiProperty(maybe('New units only'))
  name!: string | null;
  @ApiProperty(maybe('New units only'))
  shortName!: string | null;
  @ApiProperty({ type: [String] })
  places!: readonly string[];
  @ApiProperty({ type: [String], format: 'uuid' })
  childIds!: readonly string[];
}

export class PlannedBody {
  @ApiProperty(maybe('rename'))
  name!: string | null;
  @ApiProperty(maybe('rename'))
  shortName!: string | null;
  @ApiProperty(maybe('rename'))
  code!: string | null;
  @ApiProperty({ type: [PlannedPartBody], description: 'split' })
  parts!: PlannedPartBody[];
  @ApiProperty({ type: Number, nullable: true, description: 'split: null when the unit itself goes on' })
  heir!: number | null;
  @ApiProperty({ enum: MEMBERSHIP_RULES })
  memberships!: MembershipRule;
}

export class UnitChangeBody extends UnitChangeRowBody {
  @ApiProperty({ type: PreviewBody })
  preview!: PreviewBody;
  @ApiProperty({ description: 'What this person may do now' })
  mayStart!: boolean;
  @ApiProperty()
  mayCancel!: boolean;
  @ApiProperty({ description: 'The plan and the time may still be set' })
  mayRevise!: boolean;
  @ApiProperty({ type: PlannedBody, description: 'As it was ordered' })
  plan!: PlannedBody;
}

export class UnitChangePageBody {
  @ApiProperty({ type: [UnitChangeRowBody] })
  items!: UnitChangeRowBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
