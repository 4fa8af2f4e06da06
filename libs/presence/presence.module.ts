import { Module } from '@nestjs/common';
import { OrganizationModule } from '@hotline/organization';
import { Switchboards, TelephonyModule } from '@hotline/telephony';
import { AgentCounts } from './data/agent-counts.js';
import { AgentList } from './data/agent-list.js';
import { AgentPosts } from './data/agent-posts.js';
import { CallMasks } from './data/call-masks.js';
import { CallScreens } from './data/call-screens.js';
import { DialStore } from './data/dial-store.js';
import { DialledCalls } from './data/dialled-calls.js';
import { DueReads } from './data/due-reads.js';
import { PresenceSettingsStore } from './data/presence-settings-store.js';
import { PresenceStore } from './data/presence-store.js';
import { SwitchboardReads } from './data/switchboard-reads.js';
import { TeamCounts } from './data/team-counts.js';
import { Telephones } from './data/telephones.js';
import { AgentsController } from './http/agents.controller.js';
import { CallScreensController } from './http/call-screens.controller.js';
import { PresenceController } from './http/presence.controller.js';
import { PresenceSettingsController } from './http/settings.controller.js';
import { TelephoneController } from './http/telephone.controller.js';
import { DeskCallSweep, ForgetScreens, PresenceSweep, SwitchboardSweep } from './jobs/presence-sweeps.js';
import { ScreenWatch } from './jobs/screen-watch.js';
import { AdoptTelephone } from './use-cases/adopt-telephone.js';
import { ChooseState } from './use-cases/choose-state.js';
import { Dial } from './use-cases/dial.js';
import { FollowSwitchboard } from './use-cases/follow-switchboard.js';
import { HearSwitchboard } from './use-cases/hear-switchboard.js';
import { ListAgents } from './use-cases/list-agents.js';
import { ListenIn } from './use-cases/listen-in.js';
import { NoteScreens } from './use-cases/note-screens.js';
import { NumbersToDial } from './use-cases/numbers-to-dial.js';
import { PassTime } from './use-cases/pass-time.js';
import { PresenceBook } from './use-cases/presence-book.js';
import { PresenceDesk } from './use-cases/presence-desk.js';
import { PresenceSettingsBook } from './use-cases/presence-settings-book.js';
import { PreviewPresenceSettings } from './use-cases/preview-presence-settings.js';
import { ReconcileSwitchboard } from './use-cases/reconcile-switchboard.js';
import { SettingsReach } from './use-cases/settings-reach.js';
import { SettingsUnit } from './use-cases/settings-unit.js';
import { RetellPresence } from './use-cases/retell-presence.js';
import { ShowOwnLine } from './use-cases/show-own-line.js';
import { ShowPresence } from './use-cases/show-presence.js';
import { SignOffLine } from './use-cases/sign-off-line.js';
import { SignOnLine } from './use-cases/sign-on-line.js';
import { SwitchboardDoor } from './use-cases/switchboard-door.js';
import { TakeCallScreen } from './use-cases/take-call-screen.js';
import { UseTelephone } from './use-cases/use-telephone.js';
import { WriteUp } from './use-cases/write-up.js';

const STORES = [
  AgentCounts,
  AgentList,
  AgentPosts,
  CallMasks,
  CallScreens,
  DialStore,
  DialledCalls,
  DueReads,
  PresenceSettingsStore,
  PresenceStore,
  SwitchboardReads,
  TeamCounts,
  Telephones,
];
const DESK = [
  ChooseState,
  Dial,
  PresenceDesk,
  ShowOwnLine,
  ShowPresence,
  SignOffLine,
  SignOnLine,
  TakeCallScreen,
  UseTelephone,
  WriteUp,
];
const SUPERVISION = [ListAgents, ListenIn];
const SETTINGS = [PresenceSettingsBook, PreviewPresenceSettings, SettingsReach, SettingsUnit];
const BEHIND = [
  AdoptTelephone,
  FollowSwitchboard,
  HearSwitchboard,
  NoteScreens,
  PassTime,
  PresenceBook,
  ReconcileSwitchboard,
  RetellPresence,
  ScreenWatch,
];
const SWEEPS = [PresenceSweep, DeskCallSweep, SwitchboardSweep, ForgetScreens];

@Module({
  imports: [OrganizationModule, TelephonyModule],
  controllers: [
    PresenceController,
    TelephoneController,
    CallScreensController,
    AgentsController,
    PresenceSettingsController,
  ],
  providers: [
    ...STORES,
    ...DESK,
    ...SUPERVISION,
    ...SETTINGS,
    ...BEHIND,
    ...SWEEPS,
    NumbersToDial,
    { provide: SwitchboardDoor, useExisting: Switchboards },
  ],
  exports: [AgentCounts, DialledCalls, NumbersToDial, ...SWEEPS],
})
export class PresenceModule {}
