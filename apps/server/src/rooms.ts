import type { Type } from '@nestjs/common';
import { CALENDAR_ENTITIES, CALENDAR_JOBS, CalendarModule } from '@hotline/calendar';
import {
  DISPATCH_ENTITIES,
  DISPATCH_HANDLERS,
  DISPATCH_JOBS,
  DISPATCH_SWEEPS,
  DispatchModule,
} from '@hotline/dispatch';
import {
  EXPORT_ENTITIES,
  EXPORT_HANDLERS,
  EXPORT_JOBS,
  EXPORT_SWEEPS,
  ExportsModule,
} from '@hotline/exports';
import { FOLLOW_UP_ENTITIES, FOLLOW_UP_SWEEPS, FollowUpModule } from '@hotline/follow-up';
import { GROUP_PATHS, GROUPING_ENTITIES, GROUPING_SWEEPS, GroupingModule } from '@hotline/grouping';
import { HANDLING_ENTITIES, HANDLING_HANDLERS, HANDLING_SWEEPS, HandlingModule } from '@hotline/handling';
import { INTAKE_ENTITIES, INTAKE_PATHS, INTAKE_SWEEPS, IntakeModule } from '@hotline/intake';
import type { JobDefinition, JobHandler, PathKeeper, Sweep } from '@hotline/kernel';
import { LEGAL_ENTITIES, LEGAL_SWEEPS, LegalModule } from '@hotline/legal';
import { METRICS_ENTITIES, METRICS_SWEEPS, MetricsModule, NUMBER_PATHS } from '@hotline/metrics';
import {
  MISSED_CALL_PATHS,
  MISSED_CALLS_ENTITIES,
  MISSED_CALLS_SWEEPS,
  MissedCallsModule,
} from '@hotline/missed-calls';
import { ORGANIZATION_ENTITIES, ORGANIZATION_SWEEPS, OrganizationModule } from '@hotline/organization';
import { PRESENCE_ENTITIES, PRESENCE_PATHS, PRESENCE_SWEEPS, PresenceModule } from '@hotline/presence';
import {
  REORGANISATION_ENTITIES,
  REORGANISATION_HANDLERS,
  REORGANISATION_JOBS,
  REORGANISATION_SWEEPS,
  ReorganisationModule,
} from '@hotline/reorganisation';
import { SupportModule } from '@hotline/support';
import { SUPERVISION_ENTITIES, SUPERVISION_SWEEPS, SupervisionModule } from '@hotline/supervision';
import {
  CALL_PATHS,
  HOOK_SWEEPS,
  TELEPHONY_ENTITIES,
  TELEPHONY_HANDLERS,
  TELEPHONY_JOBS,
  TELEPHONY_SWEEPS,
  TelephonyModule,
} from '@hotline/telephony';
import { TICKET_ENTITIES, TICKET_JOBS, TICKET_PATHS, TicketModule } from '@hotline/ticket';
import { WORKFORCE_ENTITIES, WORKFORCE_PATHS, WORKFORCE_SWEEPS, WorkforceModule } from '@hotline/workforce';
import { WALLBOARD_ENTITIES, WallboardModule } from '@hotline/wallboard';

/** Every room of the house, in the order of the story. */
export const ROOM_MODULES = [
  OrganizationModule,
  CalendarModule,
  ExportsModule,
  TicketModule,
  TelephonyModule,
  PresenceModule,
  LegalModule,
  IntakeModule,
  DispatchModule,
  HandlingModule,
  SupportModule,
  SupervisionModule,
  FollowUpModule,
  GroupingModule,
  MetricsModule,
  MissedCallsModule,
  ReorganisationModule,
  WorkforceModule,
  WallboardModule,
];

export const ROOM_ENTITIES = [
  ...ORGANIZATION_ENTITIES,
  ...CALENDAR_ENTITIES,
  ...EXPORT_ENTITIES,
  ...TICKET_ENTITIES,
  ...TELEPHONY_ENTITIES,
  ...PRESENCE_ENTITIES,
  ...LEGAL_ENTITIES,
  ...INTAKE_ENTITIES,
  ...DISPATCH_ENTITIES,
  ...HANDLING_ENTITIES,
  ...SUPERVISION_ENTITIES,
  ...FOLLOW_UP_ENTITIES,
  ...GROUPING_ENTITIES,
  ...METRICS_ENTITIES,
  ...MISSED_CALLS_ENTITIES,
  ...REORGANISATION_ENTITIES,
  ...WORKFORCE_ENTITIES,
  ...WALLBOARD_ENTITIES,
];

export const JOBS: readonly JobDefinition[] = [
  ...TICKET_JOBS,
  ...CALENDAR_JOBS,
  ...EXPORT_JOBS,
  ...TELEPHONY_JOBS,
  ...DISPATCH_JOBS,
  ...REORGANISATION_JOBS,
];
export const HANDLERS: readonly Type<JobHandler>[] = [
  ...EXPORT_HANDLERS,
  ...TELEPHONY_HANDLERS,
  ...DISPATCH_HANDLERS,
  ...HANDLING_HANDLERS,
  ...REORGANISATION_HANDLERS,
];
/** Sums first: nothing is counted until they have followed a change of the tree. */
export const PATH_KEEPERS: readonly PathKeeper[] = [
  ...NUMBER_PATHS,
  ...TICKET_PATHS,
  ...INTAKE_PATHS,
  ...GROUP_PATHS,
  ...CALL_PATHS,
  ...WORKFORCE_PATHS,
  ...PRESENCE_PATHS,
  ...MISSED_CALL_PATHS,
];
export const SWEEPS: readonly Type<Sweep>[] = [
  ...ORGANIZATION_SWEEPS,
  ...EXPORT_SWEEPS,
  ...PRESENCE_SWEEPS,
  ...TELEPHONY_SWEEPS,
  ...HOOK_SWEEPS,
  ...INTAKE_SWEEPS,
  ...DISPATCH_SWEEPS,
  ...HANDLING_SWEEPS,
  ...LEGAL_SWEEPS,
  ...SUPERVISION_SWEEPS,
  ...FOLLOW_UP_SWEEPS,
  ...GROUPING_SWEEPS,
  ...METRICS_SWEEPS,
  ...MISSED_CALLS_SWEEPS,
  ...REORGANISATION_SWEEPS,
  ...WORKFORCE_SWEEPS,
];
