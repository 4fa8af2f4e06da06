import type { components, operations } from './schema';

/**
 * The shapes of the API under the console's names: aliases of what `npm run contract` reads from the server, so that
 * the console is type-checked against it. Times are ISO 8601 in UTC, days are `YYYY-MM-DD` in Asia/Shanghai.
 */
type Bodies = components['schemas'];

// ---- words
export type Role = Membership['role'];
export type UnitLevel = UnitBrief['level'];
export type UnitKind = UnitBrief['kind'];
export type Kind = LogContactBody['kind'] & string;
export type Difficulty = TicketRow['difficulty'];
export type Urgency = TicketRow['urgency'];
export type Confidentiality = TicketView['confidentiality'];
export type TicketState = TicketRow['state'];
export type CardColour = TicketRow['card'];
export type Channel = ContactView['channel'];
export type TicketVerb = TicketView['verbs'][number];
export type ExpectedStep = NonNullable<TicketRow['turn']>['expected'];
export type QueueReason = NonNullable<TicketRow['queueReason']>;
export type Rating = NonNullable<CallBackView['handlingRating']>;
export type MetricName = NumberView['metric'];

// ---- session, accounts, units, places
export type SignInBody = Bodies['SignInBody'];
export type SessionView = Bodies['SessionBody'];
export type Permission = SessionView['permissions'][number];
export type DemoAccount = Bodies['DemoAccountBody'];
export type Membership = Bodies['MembershipBody'];
export type AccountView = Bodies['AccountBody'];
/** Answers a change that made a new one-time password with that password, this once. */
export type ChangedAccount = Bodies['ChangedAccountBody'];
export type AddAccountBody = Bodies['AddAccountBody'];
export type UnitBrief = Bodies['UnitBriefBody'];
export type UnitView = Bodies['UnitViewBody'];
export type AddUnitBody = Bodies['AddUnitBody'];
export type ChangeUnitBody = Bodies['ChangeUnitBody'];
export type FormerUnit = Bodies['FormerUnitBody'];
export type PlanUnitChangeBody = Bodies['PlanUnitChangeBody'];
export type UnitChange = Bodies['UnitChangeBody'];
export type UnitChangeRow = Bodies['UnitChangeRowBody'];
export type PlaceView = Bodies['PlaceBody'];
export type PlaceGuess = Bodies['PlaceGuessBody'];
export type Term = Bodies['TermBody'];
export type Vocabulary = Bodies['VocabularyBody'];

/** One page of a keyset list; `nextCursor` is null on the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

// ---- telephone lines
export type CallFiguresView = Bodies['CallFiguresBody'];
export type CallFigure = CallFiguresView['figures'][number];
export type CallColumn = Bodies['CountedCallBody']['column'];
export type FormulaView = Bodies['FormulaBody'];
export type FormulaKind = FormulaView['kind'];
export type KindOfFormula = Bodies['KindOfFormulaBody'];
export type AddFormulaBody = Bodies['AddFormulaBody'];
export type MissedCall = Bodies['MissedCallBody'];
export type MissedAttemptBody = Bodies['RecordCallBackAttemptBody'];
export type MissedSetting = Bodies['MissedSettingBody'];
export type SetMissedSettingBody = Bodies['SetMissedSettingBody'];
export type LineSource = Bodies['SourceBody'];
export type LineSourceDetail = Bodies['SourceDetailBody'];
export type LineTest = Bodies['LineTestBody'];
export type AddSourceBody = Bodies['AddSourceBody'];
export type ChangeSourceBody = Bodies['ChangeSourceBody'];
export type TelephoneView = Bodies['TelephoneBody'];
export type GiveTelephoneBody = Bodies['GiveTelephoneBody'];

// ---- contacts, drafts, attachments
export type LogContactBody = Bodies['LogContactBody'];
export type ContactView = Bodies['TicketContactBody'];
export type CallerView = Bodies['CallerBody'];
export type DraftView = Bodies['DraftBody'];

// ---- the line
export type CallPop = Bodies['CallPopBody'];
export type DialledCall = Bodies['DialledCallBody'];
export type OwnLine = Bodies['OwnLineBody'];
export type OwnPresence = Bodies['OwnPresenceBody'];
export type BreakReason = OwnPresence['breaks'][number];
export type PresenceSettings = Bodies['PresenceSettingsBody'];
export type PresenceRules = Bodies['PresenceRulesBody'];
export type HeldPresenceSettings = Bodies['HeldPresenceSettingsBody'];
export type PresenceSettingsEffect = Bodies['PresenceSettingsEffectBody'];
export type RevealedNumber = Bodies['CallNumberBody'];
export type TelephoneKey = NonNullable<OwnPresence['telephone']>['keys'][number];
export type AttachmentView = Bodies['AttachmentBody'];

// ---- tickets
export type CasePlace = Bodies['CasePlaceBody'];
export type CasePlaces = Bodies['CasePlacesBody'];
export type CasePlacesInput = Bodies['CasePlacesInputBody'];
export type OpenTicketBody = Bodies['OpenTicketBody'];
export type TicketRow = Bodies['TicketRowBody'];
export type TicketView = Bodies['TicketViewBody'];
export type TicketEventView = Bodies['TicketEventBody'];
export type HopView = Bodies['HopBody'];
export type ClockView = Bodies['ClockBody'];
export type ReportView = Bodies['ReportBody'];
export type PartView = Bodies['SupportBody'];
export type RecusablePerson = Bodies['RecusablePersonBody'];
export type PartVerb = PartView['verbs'][number];
export type ReturnView = Bodies['ReturnBody'];
export type RequestView = Bodies['RequestBody'];
export type PauseView = Bodies['PauseBody'];
export type ReferralView = Bodies['ReferralBody'];
export type DutyView = Bodies['DutyBody'];
export type WorkerContactView = Bodies['WorkerContactBody'];
export type CallBackView = Bodies['CallBackBody'];
export type IdentityReveal = Bodies['IdentityRevealBody'];
export type ListTicketsQuery = NonNullable<operations['ListTickets']['parameters']['query']>;
export type ViewCounts = Bodies['ViewCountsBody'];

// ---- groups
export type TicketGroup = Bodies['TicketGroupBody'];
export type GroupView = Bodies['GroupBody'];
export type GroupFlag = Bodies['GroupFlagBody'];
export type GroupKind = GroupView['kind'];
// ---- supervision
export type OwnOrderView = Bodies['OwnOrderBody'];
export type ListedOrder = Bodies['ListedOrderBody'];
export type SupervisionView = Bodies['SupervisionBody'];
export type LadderView = Bodies['LadderBody'];
export type LadderPreview = Bodies['LadderPreviewBody'];
export type LadderStepSetting = Bodies['StepSettingBody'];
export type HandlingSettings = Bodies['HandlingSettingsBody'];
export type NoteView = Bodies['NoteBody'];
export type DutyLine = Bodies['DutyLineBody'];
export type DutyRoster = Bodies['DutyRosterBody'];
export type DutyWeek = Bodies['DutyWeekBody'];
export type DutyDay = Bodies['DutyDayBody'];
export type DutyWatch = Bodies['DutyWatchBody'];
export type DutyPerson = Bodies['DutyPersonBody'];
export type ChangeDutyRoster = Bodies['ChangeDutyRosterBody'];
export type DutyLineInput = Bodies['DutyLineInputBody'];

// ---- dispatch
export type PreviewRouteBody = Bodies['PreviewRouteBody'];
export type RoutePreview = Bodies['RoutePreviewBody'];
export type Suggestion = Bodies['SuggestionBody'];
export type CatalogueVersion = Bodies['CatalogueVersionBody'];
export type IndustryChain = Bodies['IndustryChainBody'];
export type ChainSetting = Bodies['ChainSettingBody'];
export type SetChainModeBody = Bodies['SetChainModeBody'];
export type CatalogueView = Bodies['CatalogueBody'];
export type CatalogueDraft = Bodies['CatalogueDraftBody'];
export type CatalogueDraftLine = Bodies['CatalogueDraftLineBody'];
export type CatalogueFault = Bodies['CatalogueFaultBody'];
export type CatalogueRule = Bodies['ShownRuleBody'];
export type CatalogueRuleInput = Bodies['RuleBody'];
export type CatalogueComparison = Bodies['ComparisonBody'];
export type CatalogueRuleChange = Bodies['RuleChangeBody'];
export type CatalogueProposal = Bodies['CatalogueProposalBody'];
export type DryRun = Bodies['DryRunBody'];
export type DryRunGroup = Bodies['DryRunGroupBody'];
export type DryRunRow = Bodies['DryRunRowBody'];
export type FailedJob = Bodies['FailedJobBody'];

// ---- calendars and limits
export type CalendarCard = Bodies['CalendarCardBody'];
export type CalendarView = Bodies['CalendarBody'];
export type CalendarPlan = Bodies['PlanBody'];
export type ChangePlan = Bodies['ChangePlanBody'];
export type CalendarYear = Bodies['CalendarYearBody'];
export type CalendarDay = Bodies['CalendarDayBody'];
export type CalendarCheck = Bodies['CalendarCheckBody'];
export type ImportPreview = Bodies['ImportPreviewBody'];
export type Week = Bodies['WeekBody'];
export type Slot = Bodies['SlotBody'];
export type DateOverride = Bodies['OverrideBody'];
export type RuleFault = Bodies['RuleFaultBody'];
export type Recomputation = Bodies['RecomputationBody'];
export type LimitsShelf = Bodies['LimitsShelfBody'];
export type LimitsMatrix = Bodies['LimitsMatrixBody'];
export type LimitsVersion = Bodies['LimitsVersionBody'];
export type LimitRow = Bodies['LimitRowBody'];
export type LimitsComparison = Bodies['LimitsComparisonBody'];
export type ProvisionalClock = Bodies['ProvisionalClockBody'];
export type Restated = Bodies['RestatementBody'];

// ---- numbers
export type NumberView = Bodies['NumberBody'];
export type RestatedDaysView = Bodies['RestatedDaysBody'];
export type RestatedDayView = Bodies['RestatedDayBody'];
export type NumbersView = Bodies['NumbersBody'];
export type ChildNumbers = Bodies['ChildNumbersBody'];
export type NumberRows = Bodies['NumberRowsBody'];
export type Tile = Bodies['TileBody'];

// ---- exported files
export type ExportView = Bodies['ExportBody'];
/** How a file is wanted. */
export type ExportWish = Pick<Bodies['ExportQueueReportBody'], 'form' | 'language'>;

// ---- call reports, shifts, staffing
export type QueueReport = Bodies['QueueReportBody'];
export type QueueFigures = Bodies['QueueFiguresBody'];
export type QueueLine = Bodies['QueueLineBody'];
export type ReportQueue = Bodies['ReportQueueBody'];
export type ReportFormula = Bodies['ReportFormulaBody'];
export type ReportGap = Bodies['ReportGapBody'];
export type ReportShare = Bodies['ReportShareBody'];
export type ReportMean = Bodies['ReportMeanBody'];
export type AgentsReport = Bodies['AgentsReportBody'];
export type AgentReport = Bodies['AgentReportBody'];
export type AgentFigures = Bodies['AgentFiguresBody'];
export type AgentLine = Bodies['AgentLineBody'];
export type ReportedCall = Bodies['ReportedCallBody'];
export type ReportStep = QueueReport['step'];
export type ShiftWeek = Bodies['ShiftWeekBody'];
export type WrittenShift = Bodies['WrittenShiftBody'];
export type PastedWeek = Bodies['PastedWeekBody'];
export type StaffingDay = Bodies['StaffingDayBody'];
export type StaffedInterval = Bodies['StaffedIntervalBody'];
export type SetStaffing = Bodies['SetStaffingBody'];

// ---- notices, problems
export type NoticeView = Bodies['NoticeBody'];
/** RFC 9457; a refused change of a ticket that moved on (409) brings the ticket as it is now. */
export type Problem = Omit<Bodies['ProblemBody'], 'current'> & { current?: TicketView };

// ---- wallboard
export type WallPicture = Bodies['WallPictureBody'];
export type WallHalves = Bodies['WallHalvesBody'];
export type WallLimits = Bodies['WallLimitsBody'];
export type WallLimitsInForce = Bodies['WallLimitsInForceBody'];
export type AgentNow = Bodies['AgentBody'];
export type AgentPage = Bodies['AgentPageBody'];
