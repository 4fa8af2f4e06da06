import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { type Instant, type Scope, UnitOfWork } from '@hotline/kernel';
import { LOG } from '@hotline/platform';
import type { Calendar } from '../domain/calendar.js';
import { compileCalendar, type CompiledCalendar } from '../domain/compiled-calendar.js';
import { isOnDuty } from '../domain/duty.js';
import { HOLIDAYS_CN } from '../domain/holidays-cn.js';
import { type LimitsPreset, presetAt } from '../domain/limits-preset.js';
import { nationalCalendar } from '../domain/national-calendar.js';
import { SHIPPED_LIMITS } from '../domain/shipped-limits.js';
import { readCalendars, readPresets, ruleBookMark } from './rule-book-rows.js';

const CHECK_MS = 2_000;
const NO_SUBTREE: Scope = { accountId: null, prefixes: [] };

const shippedCalendar = nationalCalendar(HOLIDAYS_CN);

/** The published calendars and limits in memory; what ships with the product stands in until something is published. */
@Injectable()
export class RuleBook implements OnModuleInit, OnModuleDestroy {
  private readonly national = compileCalendar(shippedCalendar);
  private calendars: ReadonlyMap<string, CompiledCalendar> = new Map();
  private published: ReadonlyMap<string, Calendar> = new Map();
  private presets: readonly (LimitsPreset & { version: number })[] = [{ ...SHIPPED_LIMITS, version: 1 }];
  private mark = '';
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) =>
        this.log.warn({ error: String(error) }, 'calendars not refreshed, will be repeated'),
      );
    }, CHECK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** The unit's calendar, else the national one: a mistyped id must not leave a ticket without a deadline. */
  calendar(id: string): CompiledCalendar {
    return this.calendars.get(id) ?? this.calendars.get(shippedCalendar.id) ?? this.national;
  }

  /** Whether the duty desk (值班室) of the units that keep this calendar is staffed; without duty hours it keeps working hours. */
  staffed(id: string, at: Instant): boolean {
    const calendar = this.published.get(id) ?? this.published.get(shippedCalendar.id) ?? shippedCalendar;
    return isOnDuty(calendar, at);
  }

  /** The preset in force; before the first one took effect, the first. */
  presetAt(at: Instant): LimitsPreset & { version: number } {
    const inForce = presetAt(this.presets, at);
    const found = this.presets.find((preset) => preset.id === inForce?.id) ?? this.presets[0];
    return found ?? { ...SHIPPED_LIMITS, version: 1 };
  }

  /** Reads again when something has been published since the last look. */
  async refresh(): Promise<void> {
    await this.work.read(NO_SUBTREE, async (tx) => {
      const mark = await ruleBookMark(tx);
      if (mark === this.mark) return;
      const calendars = await readCalendars(tx);
      const presets = await readPresets(tx);
      this.calendars = new Map(calendars.map((calendar) => [calendar.id, compileCalendar(calendar)]));
      this.published = new Map(calendars.map((calendar) => [calendar.id, calendar]));
      if (presets.length > 0) this.presets = presets;
      this.mark = mark;
    });
  }
}
