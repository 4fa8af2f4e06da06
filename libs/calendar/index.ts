export * from './domain/calendar.js';
export * from './domain/card.js';
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
export { LIMIT_UNITS, paceOf, type Limit, type LimitPace, type LimitUnit } from './domain/limit.js';
export {
  CLOCK_KINDS,
  DIFFICULTIES,
  LIMIT_LEVELS,
  limitFor,
  presetAt,
  URGENCIES,
  type ClockKind,
  type Difficulty,
  type LimitLevel,
  type LimitQuestion,
  type LimitRow,
  type LimitsPreset,
  type Urgency,
} from './domain/limits-preset.js';
export { nationalCalendar } from './domain/national-calendar.js';
export type { Pause } from './domain/pause.js';
export { SHIPPED_LIMITS } from './domain/shipped-limits.js';
export { remaining, workingBetween, type TimeLeft } from './domain/working-time.js';
export {
  RECORD_CLOCKS,
  startClock,
  type ClockSubject,
  type RecordClock,
  type StartableClock,
  type StartedTimes,
} from './domain/start-clock.js';
export { ClockStarter, type StartedClock } from './data/clock-starter.js';
export { RuleBook } from './data/rule-book.js';
export { CalendarModule } from './calendar.module.js';
export { CALENDAR_ENTITIES } from './data/entities.js';
