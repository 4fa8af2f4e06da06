import { Module } from '@nestjs/common';
import { CalendarModule } from '@hotline/calendar';
import { OrganizationModule } from '@hotline/organization';
import { PresenceModule } from '@hotline/presence';
import { TelephonyModule } from '@hotline/telephony';
import { CallJudging } from './data/call-judging.js';
import { DutyStore } from './data/duty-store.js';
import { MissedReads } from './data/missed-reads.js';
import { MissedSettings } from './data/setting-store.js';
import { MissedCallsController } from './http/missed-calls.controller.js';
import { MissedSettingController } from './http/missed-setting.controller.js';
import { MissedCallSweep } from './jobs/sweeps.js';
import { DialledForDuty } from './use-cases/dialled-for-duty.js';
import { DutyDesk } from './use-cases/duty-desk.js';
import { DutyPace } from './use-cases/duty-pace.js';
import { JudgeCalls } from './use-cases/judge-calls.js';
import { ListMissedCalls } from './use-cases/list-missed-calls.js';
import { ShowMissedFigures } from './use-cases/missed-figures.js';
import { MissedSettingBook } from './use-cases/missed-setting.js';
import { NumberToCallBack } from './use-cases/number-to-call-back.js';
import { RevealMissedNumber } from './use-cases/reveal-missed-number.js';

@Module({
  imports: [OrganizationModule, CalendarModule, TelephonyModule, PresenceModule],
  controllers: [MissedCallsController, MissedSettingController],
  providers: [
    CallJudging,
    DutyStore,
    MissedReads,
    MissedSettings,
    DutyPace,
    JudgeCalls,
    DialledForDuty,
    DutyDesk,
    ListMissedCalls,
    ShowMissedFigures,
    MissedSettingBook,
    RevealMissedNumber,
    NumberToCallBack,
    MissedCallSweep,
  ],
  exports: [JudgeCalls, MissedCallSweep, MissedReads],
})
export class MissedCallsModule {}
