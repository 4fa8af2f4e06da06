export * from './domain/ami/action.js';
export * from './domain/ami/collect.js';
export * from './domain/ami/message.js';
export { AmiParser, type AmiCounts } from './domain/ami/parser.js';
export { callerNumber, disguise, disguiseSocket, redact } from './domain/ami/redact.js';
export * from './domain/call-event/call-event.js';
export { eventKey, visitIdOf } from './domain/call-event/event-key.js';
export { AmiNormaliser, type NormaliserCounts, type Received } from './domain/call-event/normalise-ami.js';
export { EslNormaliser } from './domain/call-event/normalise-esl.js';
export { QueueLogNormaliser } from './domain/call-event/normalise-queue-log.js';
export * from './domain/definitions/formula.js';
export { letterOf } from './domain/definitions/forms.js';
export { formulaInForce } from './domain/definitions/in-force.js';
export { type Subject, type SubjectEnd, weigh } from './domain/definitions/subject.js';
export { type CountableCall, CountableCalls } from './data/countable-calls.js';
export { OwnNumbers } from './data/own-numbers.js';
export { FormulaStore, type NamedFormula } from './data/formula-store.js';
export { abandonedUnder, answeredWithin, tally, type Tally } from './domain/definitions/tally.js';
export { EslParser, type EslCounts, type EslEvent, type EslFrame } from './domain/esl/parser.js';
export { type AgentFigures } from './domain/figures/agent-sums.js';
export { type PbxCounters } from './domain/figures/pbx-counters.js';
export { queueFigures, type QueueFigures } from './domain/figures/queue-figures.js';
export { namedRates, NAMED_RATES, type RateName } from './domain/figures/rates.js';
export { type Recording, Replay, type Replayed, type ReplayFigures } from './domain/figures/replay.js';
export { figuresTable } from './domain/figures/table.js';
export { fold, type FoldOptions } from './domain/fold/fold.js';
export * from './domain/fold/rows.js';
export {
  parseQueueLogLine,
  QueueLogParser,
  type QueueLogCounts,
  type QueueLogLine,
} from './domain/queue-log/parser.js';
export {
  type AmiAddress,
  type AmiAnswer,
  AmiConnection,
  LineLost,
  LineRefused,
} from './feeds/ami-connection.js';
export { AmiFeed, type FeedListener } from './feeds/ami-feed.js';
export { type FeedState, LINE_PACE, LineFeed, type LineListener, type LinePace } from './feeds/line-feed.js';
export { type EslAddress, EslConnection } from './feeds/esl-connection.js';
export { type LogBookmark, type LogFault, type LogPiece, readLog } from './feeds/queue-log-reader.js';
export { type IntakeDoors, SourceIntake } from './feeds/source-intake.js';
export { TELEPHONY_ENTITIES } from './data/entities.js';
export { CALL_PATHS } from './data/paths.js';
export * from './domain/call-change.js';
export type { LineSettings } from './domain/sources/settings.js';
export { TELEPHONY_JOBS } from './jobs/take-delivery.js';
import { ForgetDeliveries } from './jobs/forget-deliveries.js';
import { TakeDelivery } from './use-cases/take-delivery.js';
export const TELEPHONY_HANDLERS = [TakeDelivery];
export const HOOK_SWEEPS = [ForgetDeliveries];
export { TelephonyModule } from './telephony.module.js';
export { type CallListener, CallListeners } from './use-cases/call-listeners.js';
export { LineRunner } from './jobs/line-runner.js';
export { IngestBatch } from './use-cases/ingest-batch.js';
export { RetellCalls, type ToldStretch } from './use-cases/retell-calls.js';
export { type Askable, Switchboards } from './use-cases/switchboards.js';
export { TELEPHONE_KINDS, type TelephoneKind } from './domain/sources/telephones.js';
export { type GapRow, LineGaps } from './data/line-gaps.js';
export { UnseenTimeBody } from './http/figure-bodies.js';
export { type CountedCalls, type CountedQuarter, LineNow, type WaitingNow } from './data/line-now.js';
export { type RegisteredSource, SourceRegistry } from './data/source-registry.js';
export { LIGHTS, type Light } from './domain/sources/health.js';
export { SourceHealth, type SourceState } from './use-cases/source-health.js';
export { TELEPHONY_SWEEPS } from './jobs/old-calls-sweep.js';
export { SourceLocks } from './data/source-locks.js';
export { exporter, rebuilder } from './ingest.js';
export { type ExportedFeed, ExportBytes, type Stretch } from './use-cases/export-bytes.js';
export { RebuildSource, type Rebuilt } from './use-cases/rebuild-source.js';
