import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { CalendarViews } from './data/calendar-views.js';
import { ClockStarter } from './data/clock-starter.js';
import { Recomputations } from './data/recomputations.js';
import { RuleBook } from './data/rule-book.js';
import { CalendarDraftController } from './http/calendar-draft.controller.js';
import { CalendarsController } from './http/calendars.controller.js';
import { LimitsDraftController } from './http/limits-draft.controller.js';
import { LimitsController } from './http/limits.controller.js';
import { UnitCalendarController } from './http/unit-calendar.controller.js';
import { AssignCalendar } from './use-cases/assign-calendar.js';
import { ChangeCalendarDraft } from './use-cases/change-calendar-draft.js';
import { CheckCalendar } from './use-cases/check-calendar-draft.js';
import { CheckLimits } from './use-cases/check-limits.js';
import { DraftCalendar } from './use-cases/draft-calendar.js';
import { DraftLimits } from './use-cases/draft-limits.js';
import { ListCalendars } from './use-cases/list-calendars.js';
import { ListLimits } from './use-cases/list-limits.js';
import { PreviewCalendarImport } from './use-cases/preview-calendar-import.js';
import { PublishCalendar } from './use-cases/publish-calendar.js';
import { PublishLimits } from './use-cases/publish-limits.js';
import { ShowCalendarYear } from './use-cases/show-calendar-year.js';
import { ShowCalendar } from './use-cases/show-calendar.js';
import { ShowRecomputation } from './use-cases/show-recomputation.js';

const VERBS = [
  ListCalendars,
  ShowCalendar,
  ShowCalendarYear,
  DraftCalendar,
  ChangeCalendarDraft,
  CheckCalendar,
  PreviewCalendarImport,
  PublishCalendar,
  AssignCalendar,
  ListLimits,
  DraftLimits,
  CheckLimits,
  PublishLimits,
  ShowRecomputation,
];

@Module({
  imports: [OrganizationModule],
  controllers: [
    LimitsController,
    LimitsDraftController,
    CalendarsController,
    CalendarDraftController,
    UnitCalendarController,
  ],
  providers: [RuleBook, ClockStarter, CalendarViews, Recomputations, ...VERBS],
  exports: [RuleBook, ClockStarter, Recomputations, ...VERBS],
})
export class CalendarModule {}
