export * from './domain/calendar.js';
export * from './domain/card.js';
export { planOf, type CalendarPlan, type PublishedCalendar } from './domain/calendar-plan.js';
export { checkCalendar } from './domain/check-calendar.js';
export { checkPreset } from './domain/check-preset.js';
export { compileCalendar, type CompiledCalendar } from './domain/compiled-calendar.js';
export {
  deadline,
  deadlineWithPauses,
  provisionalDeadline,
  type Deadline,
  type ProvisionalDeadline,
} from './domain/deadline.js';
export * from './domain/holidays-cn.js';
export { CALENDAR_JOBS, RESTATE_CLOCKS } from './domain/jobs.js';
export { LIMIT_UNITS, paceOf, type Limit, type LimitPace, type LimitUnit } from './domain/limit.js';
export {
  CLOCK_KINDS,
  DIFFICULTIES,
  LIMIT_LEVELS,
  limitFor,
  presetAt,
  RECORD_CLOCKS,
  URGENCIES,
  type ClockKind,
  type Difficulty,
  type LimitLevel,
  type LimitQuestion,
  type LimitRow,
  type LimitsPreset,
  type RecordClock,
  type Urgency,
} from './domain/limits-preset.js';
export { nationalCalendar } from './domain/national-calendar.js';
export { movedDeadline, type Moves } from './domain/moved-deadline.js';
export type { Pause } from './domain/pause.js';
export { SHIPPED_LIMITS } from './domain/shipped-limits.js';
export { restateClock, type ProvisionalClock, type RestatedClock } from './domain/restate-clock.js';
export { remaining, workingBetween, type TimeLeft } from './domain/working-time.js';
export {
  startClock,
  type ClockSubject,
  type StartableClock,
  type StartedTimes,
} from './domain/start-clock.js';
export { ClockStarter, type StartedClock } from './data/clock-starter.js';
export { calendarVersion } from './data/calendar-store.js';
export { Recomputations, type BatchResult, type Recomputation } from './data/recomputations.js';
export { RuleBook } from './data/rule-book.js';
export { CalendarModule } from './calendar.module.js';
export { CALENDAR_ENTITIES } from './data/entities.js';
export { AssignCalendar } from './use-cases/assign-calendar.js';
export { ChangeCalendarDraft } from './use-cases/change-calendar-draft.js';
export { DraftCalendar } from './use-cases/draft-calendar.js';
export { DraftLimits } from './use-cases/draft-limits.js';
export { PublishCalendar } from './use-cases/publish-calendar.js';
export { PublishLimits } from './use-cases/publish-limits.js';
export { ShowCalendar } from './use-cases/show-calendar.js';
export { ShowRecomputation } from './use-cases/show-recomputation.js';
