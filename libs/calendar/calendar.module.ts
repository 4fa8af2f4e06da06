import { Module } from '@nestjs/common';
import { ClockStarter } from './data/clock-starter.js';
import { RuleBook } from './data/rule-book.js';
import { LimitsController } from './http/limits.controller.js';

@Module({
  controllers: [LimitsController],
  providers: [RuleBook, ClockStarter],
  exports: [RuleBook, ClockStarter],
})
export class CalendarModule {}
