import { Organization0001 } from './0001-organization.js';
import { Ticket0002 } from './0002-ticket.js';
import { Handling0003 } from './0003-handling.js';
import { Platform0004 } from './0004-platform.js';
import { Rights0005 } from './0005-rights.js';
import { Custody0006 } from './0006-custody.js';
import { CatalogueDrafts0007 } from './0007-catalogue-drafts.js';
import { Calendars0008 } from './0008-calendars.js';
import { LegalClocks0009 } from './0009-legal-clocks.js';
import { TreeChanges0010 } from './0010-tree-changes.js';
import { Requests0011 } from './0011-requests.js';
import { Supports0012 } from './0012-supports.js';
import { Orders0013 } from './0013-orders.js';
import { Groups0014 } from './0014-groups.js';
import { Quality0016 } from './0016-quality.js';
import { FlagsMove0039 } from './0039-flags-move.js';
import { RightsAndPauses0040 } from './0040-rights-and-pauses.js';
import { TwoFigures0041 } from './0041-two-figures.js';
import { ScheduledChanges0043 } from './0043-scheduled-changes.js';
import { FollowingRecords0044 } from './0044-following-records.js';
import { Calls0050 } from './0050-calls.js';
import { Presence0051 } from './0051-presence.js';
import { CallFigures0052 } from './0052-call-figures.js';
import { Workforce0053 } from './0053-workforce.js';
import { LineHealth0054 } from './0054-line-health.js';
import { CallDesk0055 } from './0055-call-desk.js';
import { Wallboard0056 } from './0056-wallboard.js';
import { HookDeliveries0057 } from './0057-hook-deliveries.js';
import { OrderAnswers0058 } from './0058-order-answers.js';
import { FormsHandedOver0059 } from './0059-forms-handed-over.js';
import { PresenceIntervals0062 } from './0062-presence-intervals.js';
import { MissedCalls0064 } from './0064-missed-calls.js';
import { DialledCalls0065 } from './0065-dialled-calls.js';
import { LogTables0066 } from './0066-log-tables.js';
import { SubtreeSums0067 } from './0067-subtree-sums.js';
import { UnitSettings0068 } from './0068-unit-settings.js';
import { LateSegments0069 } from './0069-late-segments.js';
import { CallDays0070 } from './0070-call-days.js';
import { LighterNotes0071 } from './0071-lighter-notes.js';
import { Exports0075 } from './0075-exports.js';

/** In order; a migration once released is never edited, a new one follows it. */
export const MIGRATIONS = [
  Organization0001,
  Ticket0002,
  Handling0003,
  Platform0004,
  Rights0005,
  Custody0006,
  CatalogueDrafts0007,
  Calendars0008,
  LegalClocks0009,
  TreeChanges0010,
  Requests0011,
  Supports0012,
  Orders0013,
  Groups0014,
  Quality0016,
  FlagsMove0039,
  RightsAndPauses0040,
  TwoFigures0041,
  ScheduledChanges0043,
  FollowingRecords0044,
  Calls0050,
  Presence0051,
  CallFigures0052,
  Workforce0053,
  LineHealth0054,
  CallDesk0055,
  Wallboard0056,
  HookDeliveries0057,
  OrderAnswers0058,
  FormsHandedOver0059,
  PresenceIntervals0062,
  MissedCalls0064,
  DialledCalls0065,
  LogTables0066,
  SubtreeSums0067,
  UnitSettings0068,
  LateSegments0069,
  CallDays0070,
  LighterNotes0071,
  Exports0075,
];
